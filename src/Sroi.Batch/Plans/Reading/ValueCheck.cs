using System.Collections.Immutable;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Tries every value on every parameter it is for, so that impossible values are reported before anything runs.</summary>
internal sealed class ValueCheck(string file, string plan, ImmutableArray<PlannedCase> cases, ProblemList problems)
{
    /// <summary>Reports the values that do not fit their parameters.</summary>
    public void Check(ImmutableArray<PlannedAxis> axes, RunDesign design)
    {
        for (int axis = 0; axis < axes.Length; axis++)
        {
            PlannedValue[] values = [.. ValuesOf(axes[axis], axis, design).DistinctBy(value => value.Scalar.Text)];
            foreach (string id in axes[axis].Axis.Ids)
            {
                // Variants and overlays seldom change what a number can be; where they do, the run says so.
                PlannedCase one = cases.First(known => known.CanVary(id));
                foreach (PlannedValue value in values)
                {
                    _ = one.Opened.Changed(axes[axis].Change(id, value, FileOf(design), plan), problems);
                }
            }
        }
    }

    private string FileOf(RunDesign design) => design is RunDesign.Table table ? table.Rows.File : file;

    private static IEnumerable<PlannedValue> ValuesOf(PlannedAxis axis, int number, RunDesign design) =>
        design is RunDesign.Table table ? table.Rows.Rows.Select(row => row.Values[number]).OfType<PlannedValue>()
        : axis.Range is var (from, to) ? [PlannedValue.Of(from, axis.IsShare, axis.Line), PlannedValue.Of(to, axis.IsShare, axis.Line)]
        : axis.Values;
}
