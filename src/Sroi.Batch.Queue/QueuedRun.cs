using System.Collections.Immutable;
using System.Text.Json;
using Sroi.Batch.Plans;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Queue;

/// <summary>A run as it travels to a worker.</summary>
/// <param name="Address">Its address, which the worker must come to as well.</param>
/// <param name="Case">The number of its case in the bundle.</param>
/// <param name="Changes">The changes to the case's numbers.</param>
internal sealed record QueuedRun(string Address, int Case, ImmutableArray<QueuedChange> Changes)
{
    /// <summary>A run of a plan.</summary>
    public static QueuedRun Of(BatchRun run, string address, int number) => new(address, number, [.. run.Changes.Select(QueuedChange.Of)]);

    /// <summary>Runs as the argument of a job.</summary>
    public static string Write(IEnumerable<QueuedRun> runs) => JsonSerializer.Serialize(runs);

    /// <summary>The runs of a job.</summary>
    public static ImmutableArray<QueuedRun> Read(string text) => JsonSerializer.Deserialize<ImmutableArray<QueuedRun>>(text);

    /// <summary>The run of a case.</summary>
    public BatchRun In(WorkBundle bundle) =>
        new()
        {
            Number = 0,
            Case = bundle.Cases[Case],
            Values = [],
            Changes = [.. Changes.Select(change => change.Entry())],
        };
}

/// <summary>A change of a run as it travels.</summary>
/// <param name="Id">The number's full id.</param>
/// <param name="Value">Its value as a file would write it.</param>
/// <param name="PriceYear">Its price year; null for that of the parameter.</param>
/// <param name="File">Its file.</param>
/// <param name="Line">On which line.</param>
/// <param name="By">Who makes it.</param>
internal sealed record QueuedChange(string Id, string Value, string? PriceYear, string File, int Line, string By)
{
    /// <summary>A change of a plan.</summary>
    public static QueuedChange Of(ChangeEntry entry)
    {
        YamlScalar value = entry.Node as YamlScalar ?? (YamlScalar)((YamlMap)entry.Node)["value"]!;
        string? year = ((entry.Node as YamlMap)?["price_year"] as YamlScalar)?.Text;
        return new(entry.Id, value.Text, year, entry.File, entry.Line, entry.By);
    }

    /// <summary>The same change at the other end.</summary>
    public ChangeEntry Entry()
    {
        YamlScalar value = new(Value, IsQuoted: false, Line);
        YamlNode node = PriceYear is null
            ? value
            : new YamlMap([new("value", value, Line), new("price_year", new YamlScalar(PriceYear, IsQuoted: false, Line), Line)], Line);
        return new(Id, node, File, Line, By, Author: null);
    }
}
