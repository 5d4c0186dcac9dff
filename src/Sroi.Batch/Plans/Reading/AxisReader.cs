using System.Collections.Immutable;
using System.IO.Enumeration;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Reads what a plan varies, and matches it to the numbers of its cases.</summary>
internal sealed class AxisReader(ParameterLibrary library, ImmutableArray<PlannedCase> cases, Fields fields, ProblemList problems)
{
    private const int MostSteps = 100_000;

    private readonly Dictionary<string, string> _axisOf = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _changeable = new(cases.SelectMany(one => one.Changeable), StringComparer.Ordinal);

    /// <summary>The axes, in the order of the plan.</summary>
    /// <param name="isSampled">Whether a design takes points from ranges.</param>
    public ImmutableArray<PlannedAxis> Read(bool isSampled)
    {
        List<PlannedAxis> axes = [];
        foreach (YamlField entry in fields.Entries("vary"))
        {
            axes.AddRange(Axes(entry, isSampled));
        }

        return Named(axes);
    }

    /// <summary>The axes of the columns of a table.</summary>
    /// <param name="columns">The ids or patterns in its heading.</param>
    /// <param name="tell">Reports what is wrong with the heading.</param>
    public ImmutableArray<PlannedAxis> OfColumns(IReadOnlyList<string> columns, Action<string> tell)
    {
        List<PlannedAxis> axes = [];
        foreach (string column in columns)
        {
            if (Matched(column, tell) is { Length: > 0 } ids)
            {
                axes.Add(Of(column, ids, line: 1));
            }
        }

        return Named(axes);
    }

    private IEnumerable<PlannedAxis> Axes(YamlField entry, bool isSampled)
    {
        string[] ids = Matched(entry.Name, message => fields.Tell(entry.Line, $"vary: {message}"));
        if (ids.Length == 0)
        {
            return [];
        }

        PlannedAxis axis = Of(entry.Name, ids, entry.Line);
        if (entry.Value.IsBlank)
        {
            return [];
        }

        if (entry.Value is YamlList list)
        {
            return [axis with { Values = Values(list, entry.Name, axis.IsShare) }];
        }

        if (Fields.Of(BatchForms.Axis, entry.Value, fields.File, $"vary.{entry.Name}", problems) is not { } block)
        {
            return [];
        }

        axis = Block(axis with { PriceYear = block.Year("price_year") }, block, isSampled);
        if (block.YesNo("cross") != true)
        {
            return [axis];
        }

        return ids.Select(id => axis with { Axis = axis.Axis with { Pattern = id, Ids = [id] } });
    }

    private PlannedAxis Block(PlannedAxis axis, Fields block, bool isSampled)
    {
        double? from = Bound(block, "from", axis.IsShare),
            to = Bound(block, "to", axis.IsShare);
        if (block.IsWritten("values"))
        {
            if (block.Has("from") || block.Has("to") || block.Has("steps"))
            {
                block.Tell(block.Line, "give either 'values' or 'from' and 'to', not both.");
            }

            return block["values"] is YamlList list ? axis with { Values = Values(list, axis.Axis.Pattern, axis.IsShare) } : axis;
        }

        if (!block.IsWritten("from") || !block.IsWritten("to"))
        {
            block.Tell(block.Line, "give 'values', or 'from' and 'to'.");
            return axis;
        }

        if (from is not { } low || to is not { } high)
        {
            return axis;
        }

        if (low >= high)
        {
            block.Tell(block.LineOf("from"), "'from' should be below 'to'.");
        }

        return Ranged(axis, block, (low, high), isSampled);
    }

    private static PlannedAxis Ranged(PlannedAxis axis, Fields block, (double Low, double High) range, bool isSampled)
    {
        int? steps = block.Whole("steps");
        if (isSampled && !block.Has("steps"))
        {
            return axis with { Range = range };
        }

        if (!block.Has("steps"))
        {
            block.Tell(
                block.Line,
                "a range has no values to combine in a full-factorial design.",
                "Add 'steps: 5' for five values evenly spaced, list the values, or choose the design latin-hypercube or sobol."
            );
            return axis;
        }

        if (steps is not { } count || count is < 2 or > MostSteps)
        {
            block.Tell(block.LineOf("steps"), $"'steps' is a whole number from 2 to {MostSteps}.");
            return axis;
        }

        int line = block.LineOf("from");
        return axis with
        {
            Values =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(step => PlannedValue.Of(range.Low + (step * (range.High - range.Low) / (count - 1)), axis.IsShare, line)),
            ],
        };
    }

    private static double? Bound(Fields block, string name, bool isShare) => isShare ? block.Share(name) : block.Number(name);

    private ImmutableArray<PlannedValue> Values(YamlList list, string name, bool isShare)
    {
        List<PlannedValue> values = [];
        foreach (YamlNode item in list.Items.Where(item => !item.IsBlank))
        {
            if (item is not YamlScalar scalar)
            {
                fields.Tell(item.Line, $"vary.{name}: a value should be a number, but is {item.Kind}.");
            }
            else if ((isShare ? fields.ShareIn(scalar, $"vary.{name}") : fields.NumberIn(scalar, $"vary.{name}")) is { } number)
            {
                if (values.Any(value => value.Number.Equals(number)))
                {
                    fields.Tell(scalar.Line, $"vary.{name}: {scalar.Text} is there twice.");
                }

                values.Add(new(number, scalar));
            }
        }

        return [.. values];
    }

    // The parameters that an id or a pattern matches. If it matches none, that is reported and the result is empty.
    private string[] Matched(string pattern, Action<string> tell)
    {
        bool isPattern = pattern.AsSpan().ContainsAny('*', '?');
        string[] ids = isPattern
            ? [.. _changeable.Where(id => FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: false))]
            : [.. _changeable.Where(id => id == pattern)];
        if (cases.IsEmpty)
        {
            return [];
        }

        if (ids.Length == 0)
        {
            tell(
                isPattern ? $"'{pattern}' matches no parameter that a scenario of the plan uses.{LastPart(pattern)}"
                : library.Written(pattern) is not null ? $"no scenario of the plan uses '{pattern}'."
                : $"there is no parameter '{pattern}' that a scenario of the plan uses and that can be changed.{Nearest.Hint(pattern, _changeable)}"
            );
            return [];
        }

        foreach (string id in ids)
        {
            if (!_axisOf.TryAdd(id, pattern))
            {
                tell($"'{id}' is varied twice, by '{_axisOf[id]}' and by '{pattern}'.");
                return [];
            }
        }

        return IsOfOneKind(ids, pattern, tell) ? ids : [];
    }

    private string LastPart(string pattern)
    {
        string last = pattern[(pattern.LastIndexOf('.') + 1)..].Trim('*', '?');
        return last.Length == 0 ? "" : Nearest.Hint(last, _changeable.Select(id => id[(id.LastIndexOf('.') + 1)..]).Distinct());
    }

    private bool IsOfOneKind(string[] ids, string pattern, Action<string> tell)
    {
        Parameter first = Number(ids[0]);
        Parameter? other = ids.Select(Number).FirstOrDefault(number => number.Unit != first.Unit || number.IsShare != first.IsShare);
        if (other is null)
        {
            return true;
        }

        tell(
            $"'{pattern}' matches parameters that cannot take the same value: {first.Id} is in {UnitOf(first)}, {other.Id} in {UnitOf(other)}. Write a narrower pattern for each."
        );
        return false;
    }

    private PlannedAxis Of(string pattern, string[] ids, int line)
    {
        Parameter first = Number(ids[0]);
        return new()
        {
            Axis = new()
            {
                Name = pattern,
                Pattern = pattern,
                Ids = [.. ids],
                Unit = UnitOf(first),
            },
            IsShare = first.IsShare,
            Line = line,
        };
    }

    private Parameter Number(string id) =>
        cases.Select(one => one.Opened.Scenario.Parameters.GetValueOrDefault(id)).First(number => number is not null)!;

    private static string UnitOf(Parameter number) => number.IsShare ? "share" : number.Unit.Text;

    private static ImmutableArray<PlannedAxis> Named(List<PlannedAxis> axes)
    {
        ImmutableArray<string> names = ColumnNames.Of([.. axes.Select(axis => axis.Axis.Pattern)]);
        return [.. axes.Zip(names, (axis, name) => axis with { Axis = axis.Axis with { Name = name } })];
    }
}
