using System.Collections.Immutable;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Plans.Reading;

/// <summary>The inputs of a plan's runs.</summary>
/// <param name="Axes">The axes.</param>
/// <param name="Design">How their values are combined.</param>
/// <param name="File">The file in which the values stand.</param>
/// <param name="Plan">The plan's name.</param>
internal sealed record RunSource(ImmutableArray<PlannedAxis> Axes, RunDesign Design, string File, string Plan);

/// <summary>The runs of a plan in their order, each made when it is asked for.</summary>
internal sealed class RunList
{
    private readonly RunSource _source;
    private readonly ImmutableArray<CaseAxes> _cases;
    private readonly long[] _ends;

    public RunList(RunSource source, ImmutableArray<CaseAxes> cases, ImmutableArray<long> counts)
    {
        (_source, _cases) = (source, cases);
        _ends = new long[counts.Length];
        long end = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            _ends[i] = end += counts[i];
        }
    }

    /// <summary>Their number.</summary>
    public long Count => _ends.Length == 0 ? 0 : _ends[^1];

    /// <summary>The run of a number.</summary>
    public BatchRun Of(long number)
    {
        int place = Array.BinarySearch(_ends, number + 1);
        int index = First(place >= 0 ? place : ~place);
        CaseAxes one = _cases[index];
        PlannedValue?[] values = _source.Design.ValuesOf(one, number - (index == 0 ? 0 : _ends[index - 1]));
        return new()
        {
            Number = number,
            Case = one.Case,
            Values = [.. values.Select(value => value?.Number)],
            Changes = [.. Changes(one, values).OrderBy(change => change.Id, StringComparer.Ordinal)],
        };
    }

    // Cases without runs end where the case before them ends.
    private int First(int index)
    {
        while (index > 0 && _ends[index - 1] == _ends[index])
        {
            index--;
        }

        return index;
    }

    private IEnumerable<ChangeEntry> Changes(CaseAxes one, PlannedValue?[] values)
    {
        for (int axis = 0; axis < values.Length; axis++)
        {
            if (values[axis] is { } value)
            {
                foreach (string id in one.Ids[axis])
                {
                    yield return _source.Axes[axis].Change(id, value, _source.File, _source.Plan);
                }
            }
        }
    }
}
