using System.Collections.Immutable;

namespace Sroi.Batch.Results;

/// <summary>Writes and reads numbers and lists of a run as bytes; a missing number is distinct from every number.</summary>
internal static class RecordBytes
{
    private const int Most = 1 << 20;

    public static void Write(BinaryWriter to, ImmutableArray<double?> numbers)
    {
        to.Write(numbers.Length);
        foreach (double? number in numbers)
        {
            to.Write(number.HasValue);
            if (number is { } known)
            {
                to.Write(known);
            }
        }
    }

    public static void Write<T>(BinaryWriter to, ImmutableArray<T> items, Action<T> write)
    {
        to.Write(items.Length);
        foreach (T item in items)
        {
            write(item);
        }
    }

    public static ImmutableArray<double?> Numbers(BinaryReader from) =>
        Items(from, reader => reader.ReadBoolean() ? reader.ReadDouble() : (double?)null);

    public static ImmutableArray<T> Items<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        int count = from.ReadInt32();
        if (count is < 0 or > Most)
        {
            throw new InvalidDataException("These are not the bytes of a run.");
        }

        var items = ImmutableArray.CreateBuilder<T>(count);
        for (int i = 0; i < count; i++)
        {
            items.Add(read(from));
        }

        return items.MoveToImmutable();
    }
}
