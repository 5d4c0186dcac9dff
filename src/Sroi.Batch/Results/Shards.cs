using System.Collections.Immutable;
using System.Globalization;

namespace Sroi.Batch.Results;

/// <summary>Whether some data sets are the shards of one plan.</summary>
internal static class Shards
{
    /// <summary>The manifest that they have in common.</summary>
    /// <param name="shards">The shards by their first run.</param>
    /// <exception cref="BatchException">They are not the shards of one plan, or not all of them, or some are there twice.</exception>
    public static Manifest Check(IReadOnlyList<DataSet> shards)
    {
        Manifest first = shards[0].Manifest;
        foreach (DataSet shard in shards.Where(shard => shard.Manifest.Key != first.Key))
        {
            throw new BatchException(
                $"{shard.Folder} ({shard.Manifest.Plan.Id}) and {shards[0].Folder} ({first.Plan.Id}) are not shards of one plan on the same files with the same program. Run all shards with the same files and the same version."
            );
        }

        long next = 0;
        foreach (DataSet shard in shards)
        {
            ManifestRange range = shard.Manifest.Range;
            if (range.From != next)
            {
                throw new BatchException(
                    range.From < next
                        ? Text(
                            $"Runs {range.From:N0} to {Math.Min(next, range.To) - 1:N0} are there twice: {shard.Folder} has them, and another shard too. Name each shard once."
                        )
                        : Missing(next, range.From)
                );
            }

            next = range.To;
        }

        return next == first.Runs ? first : throw new BatchException(Missing(next, first.Runs));
    }

    /// <summary>The files of all of them.</summary>
    public static ImmutableSortedDictionary<string, string> Files(IEnumerable<DataSet> shards) =>
        shards
            .SelectMany(shard => shard.Manifest.Files)
            .DistinctBy(file => file.Key)
            .ToImmutableSortedDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);

    private static string Missing(long from, long to) => Text($"Runs {from:N0} to {to - 1:N0} are missing: name the shard that has them too.");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
