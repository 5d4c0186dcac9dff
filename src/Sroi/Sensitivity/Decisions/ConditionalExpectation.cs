using Sroi.Parameters;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>What is expected of the net present value of each alternative, draw by draw, given what some inputs are in that draw.</summary>
/// <remarks>
/// Of one input: a regression on its value and on splines over its own probability, as fine as the draws support (Schwarz 1978). Of a group: on the formula itself
/// at the group's values and what is to be expected of all others, which for products of independent inputs is the answer, on splines over its ranks, and on the
/// group's values.
/// </remarks>
internal sealed class ConditionalExpectation(Decision decision)
{
    // A spline over so many intervals of an input's probability; the finer ones only where the draws support them.
    private static readonly int[] Intervals = [0, 4, 12];
    private const int IntervalsOfGroup = 10;
    private const int MostLevels = 24;
    private const int MostLinear = 40;
    private const int MostSplines = 4;

    /// <summary>What is expected of each alternative, given the inputs of a group.</summary>
    public ExpectedBenefits Of(InputGroup group)
    {
        double[][] net = decision.NetBenefits[^decision.Options.Length..];
        RegressionBasis[] bases = group.Inputs.Length == 1 ? [.. BasesOf(group.Inputs[0])] : [.. BasesOf(group)];
        Regression[] regressions = [.. bases.Select(basis => Regression.Of(basis, net))];
        return new(decision, [.. net.Select((_, option) => regressions.MinBy(regression => Criterion(regression, option))!)]);
    }

    private double Criterion(Regression regression, int option) =>
        regression.Spreads[option] <= 0
            ? regression.Rank
            : (decision.Draws * Math.Log(Math.Max(regression.Residuals[option] / regression.Spreads[option], double.Epsilon)))
                + (regression.Rank * Math.Log(decision.Draws));

    private IEnumerable<RegressionBasis> BasesOf(string id)
    {
        uint[] uniforms = decision.Joint.UniformsOf(id);
        double[][] columns = [.. DistributionsOf(id).Select(distribution => JointDraws.ValuesOf(distribution, uniforms))];
        if (DistributionsOf(id).All(distribution => distribution.IsDiscrete) && LevelsOf(columns) is { } levels)
        {
            return [new([levels])];
        }

        RegressionTerm[] linear = [.. columns.Select(column => new LinearTerm(column))];
        return Intervals.Select(intervals => new RegressionBasis(intervals == 0 ? linear : [.. linear, new SplineTerm(uniforms, intervals)]));
    }

    // An input can have another spread in another option: a variant's or an overlay's.
    private IEnumerable<Distribution> DistributionsOf(string id) =>
        decision
            .Joint.Cases.Where(drawn => drawn.Plan.NumberOf(id) >= 0)
            .Select(drawn => drawn.Plan.Inputs[drawn.Plan.NumberOf(id)].Distribution)
            .Distinct();

    // Null where there are too many separate values to tell a mean of each.
    private static LevelTerm? LevelsOf(double[][] columns)
    {
        int[] levels = new int[columns[0].Length];
        int count = 1;
        foreach (double[] column in columns)
        {
            Dictionary<(int, double), int> known = [];
            for (int draw = 0; draw < levels.Length; draw++)
            {
                if (!known.TryGetValue((levels[draw], column[draw]), out int level))
                {
                    level = known.Count;
                    known.Add((levels[draw], column[draw]), level);
                }

                levels[draw] = level;
                if (known.Count > MostLevels)
                {
                    return null;
                }
            }

            count = known.Count;
        }

        return new(levels, count);
    }

    // From coarse to fine; the finer ones only where the draws support them.
    private IEnumerable<RegressionBasis> BasesOf(InputGroup group)
    {
        uint[][] uniforms = [.. group.Inputs.Select(decision.Joint.UniformsOf)];
        double[][] atOwn =
        [
            .. decision
                .Joint.Cases.Select(drawn => new GroupPredictor(drawn, group, uniforms).NetBenefits())
                .Where(column => Moments.Of(column).Variance > 0),
        ];
        RegressionTerm[] predicted = [.. atOwn.Select(column => new LinearTerm(column))],
            own =

            [
                .. group
                    .Inputs.Take(MostLinear)
                    .SelectMany(
                        (id, i) => DistributionsOf(id).Select(distribution => new LinearTerm(JointDraws.ValuesOf(distribution, uniforms[i])))
                    ),
            ],
            curved = [.. atOwn.Select(column => new SplineTerm(Ranks(column), IntervalsOfGroup))],
            splines =

            [
                .. uniforms
                    .Where((_, i) => group.Inputs.Length <= MostSplines || MovesWithOthers(group, group.Inputs[i]))
                    .Select(u => new SplineTerm(u, IntervalsOfGroup)),
            ];
        return
        [
            new(predicted),
            new([.. predicted, .. own]),
            new([.. predicted, .. own, .. curved]),
            new([.. predicted, .. own, .. curved, .. splines]),
        ];
    }

    // An input that moves with one outside the group says something of that one too.
    private bool MovesWithOthers(InputGroup group, string id) =>
        decision
            .Options.SelectMany(option => option.SocialReturn.Scenario.Correlations)
            .Any(correlation => correlation.Between.Contains(id) && correlation.Between.Any(other => !group.Inputs.Contains(other)));

    // Ranks as evenly distributed integers.
    private static uint[] Ranks(double[] column)
    {
        int[] order = [.. Enumerable.Range(0, column.Length)];
        Array.Sort([.. column], order);
        uint[] ranks = new uint[column.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = (uint)((rank + 0.5) / order.Length * uint.MaxValue);
        }

        return ranks;
    }
}
