using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Sroi.Batch.Results;

/// <summary>Figures of a run by their names, which are those of the columns of its table.</summary>
public sealed class NamedNumbers
{
    private readonly ImmutableArray<double?> _values;

    private NamedNumbers(FigureNames names, ImmutableArray<double?> values)
    {
        if (names.Count != values.Length)
        {
            throw new InvalidDataException("These are not the bytes of a run.");
        }

        (Names, _values) = (names, values);
    }

    /// <summary>A figure; null if it is undefined or the run has no figure of that name.</summary>
    public double? this[string name] => Names.PlaceOf(name) is { } place ? _values[place] : null;

    internal FigureNames Names { get; }

    /// <summary>No figures.</summary>
    internal static NamedNumbers None { get; } = new(FigureNames.Of([]), []);

    internal static NamedNumbers Of(FigureNames names, IEnumerable<double?> values) => new(names, [.. values]);

    /// <summary>Writes the numbers; their names are written once for all that share them.</summary>
    internal void Write(BinaryWriter to) => RecordBytes.Write(to, _values);

    internal static NamedNumbers Read(BinaryReader from, FigureNames names) => new(names, RecordBytes.Numbers(from));
}

/// <summary>Names of figures. Runs that have the same names share one list of them, which their bytes hold compressed.</summary>
internal sealed class FigureNames
{
    private const int MostBytes = 1 << 16;

    private const int MostKnown = 8;

    // The names of records read before: those of the next one, as a rule.
    [ThreadStatic]
    private static List<FigureNames>? s_known;

    private readonly FrozenDictionary<string, int> _places;
    private readonly byte[] _packed;

    private FigureNames(string[] names, byte[] packed)
    {
        _places = names.Index().ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        _packed = packed;
    }

    public int Count => _places.Count;

    public static FigureNames Of(IEnumerable<string> names)
    {
        string[] all = [.. names];
        using MemoryStream packed = new();
        using (BrotliStream to = new(packed, CompressionLevel.SmallestSize))
        {
            to.Write(Encoding.UTF8.GetBytes(string.Join('\n', all)));
        }

        return new(all, packed.ToArray());
    }

    public int? PlaceOf(string name) => _places.TryGetValue(name, out int place) ? place : null;

    public void Write(BinaryWriter to)
    {
        to.Write(_packed.Length);
        to.Write(_packed);
    }

    /// <exception cref="InvalidDataException">The bytes are not those of names.</exception>
    public static FigureNames Read(BinaryReader from)
    {
        int length = from.ReadInt32();
        byte[] packed = length is >= 0 and <= MostBytes ? from.ReadBytes(length) : [];
        if (packed.Length != length)
        {
            throw new InvalidDataException("These are not the bytes of a run.");
        }

        s_known = s_known is { Count: < MostKnown } some ? some : [];
        if (s_known.Find(known => packed.AsSpan().SequenceEqual(known._packed)) is not { } names)
        {
            s_known.Add(names = Unpacked(packed));
        }

        return names;
    }

    private static FigureNames Unpacked(byte[] packed)
    {
        byte[] text = new byte[MostBytes];
        return BrotliDecoder.TryDecompress(packed, text, out int length)
            ? new(length == 0 ? [] : Encoding.UTF8.GetString(text, 0, length).Split('\n'), packed)
            : throw new InvalidDataException("These are not the bytes of a run.");
    }
}
