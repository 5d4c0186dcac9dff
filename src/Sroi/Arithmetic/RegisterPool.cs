using System.Collections.Concurrent;

namespace Sroi.Arithmetic;

/// <summary>
/// Registers and tables that were given back, for the next who needs as much room: where runs follow each other by the thousand, making it anew is much of the work.
/// </summary>
internal static class RegisterPool
{
    // Of a size as many as threads may work at once, and no more sizes than that.
    private const int MostOfSize = 16,
        MostSizes = 64;

    private static readonly ConcurrentDictionary<int, ConcurrentBag<AlignedDoubles>> s_spare = new();

    /// <summary>Registers of a length; what is in them is left from before.</summary>
    public static AlignedDoubles Rent(int length) =>
        s_spare.TryGetValue(length, out ConcurrentBag<AlignedDoubles>? spare) && spare.TryTake(out AlignedDoubles? registers)
            ? registers
            : new(length);

    /// <summary>Gives registers back.</summary>
    public static void Return(AlignedDoubles registers)
    {
        if (s_spare.Count < MostSizes || s_spare.ContainsKey(registers.Length))
        {
            ConcurrentBag<AlignedDoubles> spare = s_spare.GetOrAdd(registers.Length, _ => []);
            if (spare.Count < MostOfSize)
            {
                spare.Add(registers);
            }
        }
    }
}
