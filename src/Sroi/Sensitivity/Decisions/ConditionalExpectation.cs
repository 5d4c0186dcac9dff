using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The expected net present value of each alternative in each draw, given the values of some parameters in that draw.</summary>
/// <remarks>
/// By regression on the formula evaluated at the known values and the expected values of all other parameters, which for products of independent parameters is the
/// exact answer; on the known values; and on splines over their probabilities, smoothed as the draws require.
/// </remarks>
internal sealed class ConditionalExpectation
{
    private const int Intervals = 16;
    private const int IntervalsOfGroup = 10;
    private const int MostLevels = 24;
    private const int MostLinear = 40;
    private const int MostSplines = 4;

    private readonly Decision _decision;
    private readonly double[][] _more;

    /// <param name="decision">The decision.</param>
    /// <param name="now">The alternative chosen on current information.</param>
    public ConditionalExpectation(Decision decision, int now)
    {
        _decision = decision;
        _more =
        [
            .. decision
                .NetBenefits.Where((_, alternative) => alternative != now)
                .Select(net => net.Zip(decision.NetBenefits[now], (own, chosen) => own - chosen).ToArray()),
        ];
    }

    /// <summary>The gain from choosing with knowledge of a group's parameters, and the largest share of the variance of a difference that they explain.</summary>
    public (Estimate Gain, double Explained) Of(ParameterGroup group)
    {
        Regression regression = Regression.Of(new(group.Parameters.Length == 1 ? TermsOf(group) : TermsOfMany(group)), _more);
        return (new KnownGain(regression, _more).Value, regression.Fits.Max(fit => fit.Explained));
    }

    private RegressionTerm[] TermsOf(ParameterGroup parameter)
    {
        string id = parameter.Parameters[0];
        uint[] uniforms = _decision.Joint.UniformsOf(id);
        Dictionary<Distribution, double[]> columns = DistributionsOf(id)
            .ToDictionary(distribution => distribution, distribution => JointDraws.ValuesOf(distribution, uniforms));
        if (columns.Keys.All(distribution => distribution.IsDiscrete) && LevelsOf([.. columns.Values]) is { } levels)
        {
            return [levels];
        }

        ControlFunction[] controls = [.. CasesWith(id).Select(drawn => new ControlFunction(drawn, parameter)).Where(control => control.Varies)];
        return
        [
            .. controls.Select(control => new LinearTerm(control.At(uniforms, columns[control.Distribution]))),
            .. columns.Values.Select(column => new LinearTerm(column)),
            new SplineTerm(uniforms, Intervals),
        ];
    }

    private IEnumerable<DrawnCase> CasesWith(string id) => _decision.Joint.Cases.Where(drawn => drawn.Plan.NumberOf(id) >= 0);

    // A variant or an overlay can give a parameter a different spread in another option.
    private IEnumerable<Distribution> DistributionsOf(string id) =>
        CasesWith(id).Select(drawn => drawn.Plan.Parameters[drawn.Plan.NumberOf(id)].Distribution).Distinct();

    // Null if there are too many distinct values to estimate a mean for each.
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

    private RegressionTerm[] TermsOfMany(ParameterGroup group)
    {
        uint[][] uniforms = [.. group.Parameters.Select(_decision.Joint.UniformsOf)];
        double[][] controls =
        [
            .. _decision
                .Joint.Cases.Select(drawn => new GroupPredictor(drawn, group, uniforms).NetBenefits())
                .Where(column => Moments.Of(column).Variance > 0),
        ];
        return
        [
            .. controls.Select(column => new LinearTerm(column)),
            .. group
                .Parameters.Take(MostLinear)
                .SelectMany((id, i) => DistributionsOf(id).Select(distribution => new ShrunkTerm(JointDraws.ValuesOf(distribution, uniforms[i])))),
            .. controls.Select(column => new SplineTerm(Ranks(column), IntervalsOfGroup)),
            .. uniforms
                .Where((_, i) => group.Parameters.Length <= MostSplines || MovesWithOthers(group, group.Parameters[i]))
                .Select(u => new SplineTerm(u, IntervalsOfGroup)),
        ];
    }

    // A parameter correlated with one outside the group is informative about that one too.
    private bool MovesWithOthers(ParameterGroup group, string id) =>
        _decision
            .Options.SelectMany(option => option.SocialReturn.Scenario.Correlations)
            .Any(correlation => correlation.Between.Contains(id) && correlation.Between.Any(other => !group.Parameters.Contains(other)));

    // Ranks as uniformly distributed integers.
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
