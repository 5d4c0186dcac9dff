using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>What is expected of the net present value of each alternative, draw by draw, given what some inputs are in that draw.</summary>
/// <remarks>
/// By regression on the formula itself at the known values and what is to be expected of all others, which for products of independent inputs is the
/// answer; on the known values; and on splines over their probability, as smooth as the draws ask for.
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
    /// <param name="now">The alternative that is chosen now.</param>
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

    /// <summary>What is gained by choosing given a group's inputs, and the most of the variance of a difference that these explain.</summary>
    public (Estimate Gain, double Explained) Of(InputGroup group)
    {
        Regression regression = Regression.Of(new(group.Inputs.Length == 1 ? TermsOf(group) : TermsOfMany(group)), _more);
        return (new KnownGain(regression, _more).Value, regression.Fits.Max(fit => fit.Explained));
    }

    private RegressionTerm[] TermsOf(InputGroup input)
    {
        string id = input.Inputs[0];
        uint[] uniforms = _decision.Joint.UniformsOf(id);
        Dictionary<Distribution, double[]> columns = DistributionsOf(id)
            .ToDictionary(distribution => distribution, distribution => JointDraws.ValuesOf(distribution, uniforms));
        if (columns.Keys.All(distribution => distribution.IsDiscrete) && LevelsOf([.. columns.Values]) is { } levels)
        {
            return [levels];
        }

        ControlFunction[] controls = [.. CasesWith(id).Select(drawn => new ControlFunction(drawn, input)).Where(control => control.Varies)];
        return
        [
            .. controls.Select(control => new LinearTerm(control.At(uniforms, columns[control.Distribution]))),
            .. columns.Values.Select(column => new LinearTerm(column)),
            new SplineTerm(uniforms, Intervals),
        ];
    }

    private IEnumerable<DrawnCase> CasesWith(string id) => _decision.Joint.Cases.Where(drawn => drawn.Plan.NumberOf(id) >= 0);

    // An input can have another spread in another option: a variant's or an overlay's.
    private IEnumerable<Distribution> DistributionsOf(string id) =>
        CasesWith(id).Select(drawn => drawn.Plan.Inputs[drawn.Plan.NumberOf(id)].Distribution).Distinct();

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

    private RegressionTerm[] TermsOfMany(InputGroup group)
    {
        uint[][] uniforms = [.. group.Inputs.Select(_decision.Joint.UniformsOf)];
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
                .Inputs.Take(MostLinear)
                .SelectMany((id, i) => DistributionsOf(id).Select(distribution => new ShrunkTerm(JointDraws.ValuesOf(distribution, uniforms[i])))),
            .. controls.Select(column => new SplineTerm(Ranks(column), IntervalsOfGroup)),
            .. uniforms
                .Where((_, i) => group.Inputs.Length <= MostSplines || MovesWithOthers(group, group.Inputs[i]))
                .Select(u => new SplineTerm(u, IntervalsOfGroup)),
        ];
    }

    // An input that moves with one outside the group says something of that one too.
    private bool MovesWithOthers(InputGroup group, string id) =>
        _decision
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
