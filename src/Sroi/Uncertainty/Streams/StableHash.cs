using System.Text;

namespace Sroi.Uncertainty.Streams;

/// <summary>A hash of an id that is the same on every machine, in every process and in every version.</summary>
/// <remarks>FNV-1a of 64 bits over the UTF-8 bytes, finalised by the mixer of SplitMix64 (Steele, Lea and Flood 2014).</remarks>
internal static class StableHash
{
    public static ulong Of(string id)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte part in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ part) * 0x100000001B3;
        }

        return Mixed(hash);
    }

    /// <summary>Every bit of the result depends on every bit of the number.</summary>
    public static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
