using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The increments of one option over another, draw by draw on common random numbers. Present values in GBP.</summary>
public sealed record OptionIncrement
{
    /// <summary>The option.</summary>
    public required string Name { get; init; }

    /// <summary>The option it is compared with.</summary>
    public required string Against { get; init; }

    /// <summary>Incremental benefits.</summary>
    public required DrawnFigure Benefits { get; init; }

    /// <summary>Incremental inputs.</summary>
    public required DrawnFigure Inputs { get; init; }

    /// <summary>Incremental net present value.</summary>
    public required DrawnFigure NetPresentValue { get; init; }

    /// <summary>Incremental benefits ÷ incremental inputs; undefined unless it costs more on average by more than two standard errors.</summary>
    public required DrawnFigure Ratio { get; init; }

    /// <summary>The share of the draws in which its net present value is higher.</summary>
    public required Estimate ProbabilityBetter { get; init; }

    /// <summary>Whether one dominates the other: on average at least as much benefit for no more cost.</summary>
    public required Dominance Dominance { get; init; }

    internal static OptionIncrement Of(Decision decision, int option, int against)
    {
        double noiseOfBenefits = Noise(decision, figure: 0, option, against),
            noiseOfInputs = Noise(decision, figure: 1, option, against);
        double[] benefits = Less(decision.Benefits[option], decision.Benefits[against], noiseOfBenefits),
            inputs = Less(decision.Inputs[option], decision.Inputs[against], noiseOfInputs),
            net = Less(benefits, inputs);
        (DecisionOption one, DecisionOption other) = (decision.Options[option], decision.Options[against]);
        double? moreBenefits = More(social => social.PresentValue, noiseOfBenefits),
            moreInputs = More(social => social.PresentValueOfInputs, noiseOfInputs);
        Shares better = default;
        foreach (double more in net)
        {
            better.Add(more > 0 ? 1 : 0);
        }

        double? More(Func<SocialReturn, Formula> of, double noise) =>
            RoundingErrors.Beyond(of(one.SocialReturn).ValueOrNull - of(other.SocialReturn).ValueOrNull, noise);

        return new()
        {
            Name = one.Name,
            Against = other.Name,
            Benefits = DrawnFigure.Of(moreBenefits, benefits),
            Inputs = DrawnFigure.Of(moreInputs, inputs),
            NetPresentValue = DrawnFigure.Of(moreBenefits - moreInputs, net),
            Ratio = DrawnFigure.Ratio(moreInputs > 0 ? moreBenefits / moreInputs : null, benefits, inputs),
            ProbabilityBetter = better.Estimate,
            Dominance = DominanceOf(Moments.Of(benefits).Estimate, Moments.Of(inputs).Estimate),
        };
    }

    internal static Dominance DominanceOf(Estimate moreBenefits, Estimate moreInputs) =>
        !moreBenefits.DiffersFromZero && !moreInputs.DiffersFromZero ? Dominance.None
        : moreBenefits.Value >= 0 && moreInputs.Value <= 0 ? Dominance.Dominates
        : moreBenefits.Value <= 0 && moreInputs.Value >= 0 ? Dominance.IsDominated
        : Dominance.None;

    /// <summary>The difference between the two, draw by draw; differences that are only rounding noise are zero.</summary>
    internal static double[] Less(double[] left, double[] right, double noise = 0) =>
        [.. left.Zip(right, (a, b) => RoundingErrors.Difference(a, b, noise))];

    private static double Noise(Decision decision, int figure, params ReadOnlySpan<int> options)
    {
        double noise = 0;
        foreach (int option in options)
        {
            noise += decision.Joint.Cases[option].Noise[figure];
        }

        return noise;
    }
}

/// <summary>Whether one option is at least as good in benefits and in inputs on average, and better in one of them.</summary>
public enum Dominance
{
    /// <summary>Neither: one brings more but costs more.</summary>
    None,

    /// <summary>The option dominates the other.</summary>
    Dominates,

    /// <summary>The other dominates the option.</summary>
    IsDominated,
}
