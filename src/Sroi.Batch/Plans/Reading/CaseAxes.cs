using System.Collections.Immutable;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Which numbers of a case each axis varies.</summary>
/// <param name="Case">The case.</param>
/// <param name="Ids">For each axis, the full ids of the parameters that the case uses; empty if it uses none.</param>
internal sealed record CaseAxes(BatchCase Case, ImmutableArray<ImmutableArray<string>> Ids)
{
    /// <summary>The numbers of the axes that the case uses.</summary>
    public ImmutableArray<int> Used { get; } = [.. Enumerable.Range(0, Ids.Length).Where(axis => !Ids[axis].IsEmpty)];

    public static CaseAxes Of(PlannedCase one, ImmutableArray<PlannedAxis> axes) =>
        new(one.Case, [.. axes.Select(axis => axis.Axis.Ids.Where(one.CanVary).ToImmutableArray())]);
}
