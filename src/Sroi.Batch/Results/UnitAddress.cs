using System.Buffers.Binary;

namespace Sroi.Batch.Results;

/// <summary>By what a finished run is known: the first 128 bits of a hash of all that determines its figures.</summary>
public readonly record struct UnitAddress
{
    /// <summary>Its length in bytes.</summary>
    internal const int Length = 16;

    private readonly UInt128 _value;

    private UnitAddress(UInt128 value) => _value = value;

    /// <summary>The address that a SHA-256 begins with.</summary>
    /// <param name="hash">At least 16 bytes.</param>
    internal static UnitAddress Of(ReadOnlySpan<byte> hash) => new(BinaryPrimitives.ReadUInt128BigEndian(hash));

    /// <summary>Writes its bytes.</summary>
    internal void CopyTo(Span<byte> to) => BinaryPrimitives.WriteUInt128BigEndian(to, _value);

    /// <summary>It as 32 hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
