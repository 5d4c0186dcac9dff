using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Sroi.Batch.Plans.Reading;

/// <summary>A table of runs.</summary>
/// <param name="file">Its file, as the user would name it.</param>
/// <param name="axes">What its columns vary.</param>
/// <param name="rows">Its rows.</param>
internal sealed class RunTable(string file, ImmutableArray<PlannedAxis> axes, ImmutableArray<RunTableRow> rows)
{
    private readonly ConcurrentDictionary<BatchCase, ImmutableArray<RunTableRow>> _ofCase = new();

    /// <summary>Its file, as the user would name it.</summary>
    public string File => file;

    /// <summary>What its columns vary.</summary>
    public ImmutableArray<PlannedAxis> Axes => axes;

    /// <summary>Its rows.</summary>
    public ImmutableArray<RunTableRow> Rows => rows;

    /// <summary>The rows that are run for a case: those that name it, or no case.</summary>
    public ImmutableArray<RunTableRow> Of(BatchCase one) => _ofCase.GetOrAdd(one, _ => [.. rows.Where(row => row.IsFor(one))]);
}

/// <summary>A row of a table of runs.</summary>
/// <param name="Scenario">The scenario it is for; null for all.</param>
/// <param name="Variant">The variant it is for; null for all.</param>
/// <param name="Overlay">The overlays it is for; null for all.</param>
/// <param name="Values">A value for each axis; null if the cell is empty.</param>
internal sealed record RunTableRow(string? Scenario, string? Variant, string? Overlay, ImmutableArray<PlannedValue?> Values)
{
    public bool IsFor(BatchCase one) =>
        (Scenario is null || Scenario == one.Scenario)
        && (Variant is null || Variant == one.VariantName)
        && (Overlay is null || Overlay == one.OverlayName);
}
