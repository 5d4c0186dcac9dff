using System.Collections.Immutable;

namespace Sroi.Batch.Plans.Reading;

/// <summary>How the runs of a case are made from the axes of a plan.</summary>
internal abstract record RunDesign
{
    private RunDesign() { }

    /// <summary>The number of runs of a case, or the largest number if there are more.</summary>
    public abstract long RunsOf(CaseAxes one);

    /// <summary>The value of each axis in a run of a case; null if it is not changed.</summary>
    public abstract PlannedValue?[] ValuesOf(CaseAxes one, long run);

    /// <summary>Every value with every other, of the axes that a case uses; the last axis changes with every run.</summary>
    public sealed record FullFactorial(ImmutableArray<PlannedAxis> Axes) : RunDesign
    {
        public override long RunsOf(CaseAxes one)
        {
            Int128 runs = 1;
            foreach (int axis in one.Used)
            {
                runs = Int128.Min(long.MaxValue, runs * Axes[axis].Values.Length);
            }

            return (long)runs;
        }

        public override PlannedValue?[] ValuesOf(CaseAxes one, long run)
        {
            PlannedValue?[] values = new PlannedValue?[Axes.Length];
            foreach (int axis in one.Used.Reverse())
            {
                (run, long place) = Math.DivRem(run, Axes[axis].Values.Length);
                values[axis] = Axes[axis].Values[(int)place];
            }

            return values;
        }
    }

    /// <summary>Points that all cases have in common; a case that uses no axis has one run.</summary>
    public sealed record Sampled(ImmutableArray<PlannedAxis> Axes, DesignPoints Points, long Count) : RunDesign
    {
        public override long RunsOf(CaseAxes one) => one.Used.IsEmpty ? 1 : Count;

        public override PlannedValue?[] ValuesOf(CaseAxes one, long run)
        {
            double[] point = Points[run];
            PlannedValue?[] values = new PlannedValue?[Axes.Length];
            foreach (int axis in one.Used)
            {
                values[axis] = Axes[axis].At(point[axis]);
            }

            return values;
        }
    }

    /// <summary>The rows of a table.</summary>
    public sealed record Table(RunTable Rows) : RunDesign
    {
        public override long RunsOf(CaseAxes one) => Rows.Of(one.Case).Length;

        public override PlannedValue?[] ValuesOf(CaseAxes one, long run)
        {
            RunTableRow row = Rows.Of(one.Case)[(int)run];
            return [.. row.Values.Select((value, axis) => one.Ids[axis].IsEmpty ? null : value)];
        }
    }
}
