using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Assurance;

/// <summary>Does the figure itself look too good, or rest on too little?</summary>
internal static class FigureChecks
{
    private const double HighRatioFrom = 10;

    public static Warning? NothingValued(SroiResult result) =>
        result.ValuesAnything
            ? null
            : new(
                "nothing_valued",
                Severity.Notice,
                "Nothing is valued, so there is no ratio and no net present value; the cost and the register of what is not valued are shown.",
                Where: null,
                "only include what is material",
                "Use the cost per person and the register; enter effects when there is evidence."
            );

    public static Warning? InputsNotPositive(SroiResult result) =>
        !result.ValuesAnything || result.PresentValueInputs > 0
            ? null
            : new(
                "inputs_not_positive",
                Severity.Serious,
                $"The inputs come to {Figures.Pounds(result.PresentValueInputs)}, so a ratio to them is undefined; read the net present value.",
                Where: null,
                "be transparent",
                "Enter every input, gifts of time included; where the service costs less than usual care, present the net present value."
            );

    public static Warning? HighRatio(SroiResult result) =>
        result.SroiRatio is not > HighRatioFrom
            ? null
            : new(
                "high_ratio",
                Severity.Serious,
                $"The ratio is {Figures.Ratio(result.SroiRatio.Value)}; published ratios above {HighRatioFrom} rarely survive a second look.",
                Where: null,
                "do not over-claim",
                "Look for a missing input, a missing deadweight, or a proxy for something larger than the change."
            );

    public static Warning? DominantOutcome(SroiResult result)
    {
        double total = result.Outcomes.Sum(o => Math.Abs(o.PresentValue));
        OutcomeResult? first = result.Outcomes.MaxBy(o => Math.Abs(o.PresentValue));
        return first is null || result.Outcomes.Length < 2 || total == 0 || Math.Abs(first.PresentValue) <= total / 2
            ? null
            : new(
                "dominant_outcome",
                Severity.Weakness,
                $"{first.Value.Outcome.Id} is {Figures.Percent(Math.Round(Math.Abs(first.PresentValue) / total, 2))} of the value.",
                first.Value.Outcome.Id,
                "only include what is material",
                "The result depends on it: test its parameters first."
            );
    }

    public static Warning? LowConfidenceShare(SroiResult result)
    {
        double total = result.Outcomes.Sum(o => Math.Abs(o.PresentValue));
        OutcomeResult[] weak = [.. result.Outcomes.Where(o => o.Value.Outcome.Proxy.Value.Parameters().Any(p => p.Confidence is Confidence.Low))];
        double share = total == 0 ? 0 : weak.Sum(o => Math.Abs(o.PresentValue)) / total;
        return share < 0.005
            ? null
            : new(
                "low_confidence_value",
                share > 0.5 ? Severity.Serious : Severity.Weakness,
                $"{Figures.Percent(Math.Round(share, 2))} of the value rests on proxies of low confidence: {string.Join(", ", weak.Select(o => o.Value.Outcome.Id))}.",
                string.Join(", ", weak.Select(o => o.Value.Outcome.Id)),
                "value the things that matter",
                "Find a better price for them before relying on the figure."
            );
    }

    public static Warning? BeyondHorizon(SroiResult result)
    {
        double beyond = result.Outcomes.Sum(o => o.BeyondHorizon);
        return Math.Abs(beyond) < 0.005
            ? null
            : new(
                "beyond_horizon",
                IsWholeCost(result) ? Severity.Weakness : Severity.Notice,
                $"{Figures.Pounds(beyond)} of value (undiscounted) lies beyond year {result.Scenario.Appraisal.Years} and is not counted.",
                string.Join(", ", result.Outcomes.Where(o => o.BeyondHorizon != 0).Select(o => o.Value.Outcome.Id)),
                "be transparent",
                "Count more years where the evidence reaches that far."
            );
    }

    // The cost of a later intake is counted whole, and its benefits are cut: that is a bias, and not a matter of presentation.
    private static bool IsWholeCost(SroiResult result) => result.Outcomes.Any(o => o.BeyondHorizon != 0 && o.Value.Outcome.Cohorts.Length > 1);
}
