using Sroi.Quantities;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Presentation.Pages;

/// <summary>An acceptability curve as a person reads it.</summary>
public static class AcceptabilityPage
{
    /// <summary>How likely a pound brings what is asked of it.</summary>
    public static Page Of(AcceptabilityCurve curve) => Page.Of(page => Write(page, curve));

    private static void Write(PageBuilder page, AcceptabilityCurve curve)
    {
        page.Line("How likely is each option to reach a given SROI ratio?", Tone.Strong);
        foreach (DecisionOption option in curve.Decision.Options)
        {
            page.Line(
                $"{option.Name}: {option.SocialReturn.Scenario.Title}, {Evaluation.ComparedFigures.FrameOf(option.SocialReturn.Scenario.Appraisal)}.",
                Tone.Faint
            );
        }

        AnalysisText.Comparability(page, curve.Decision);
        page.Space();
        if (curve.Options.Length == 1)
        {
            One(page, curve);
        }
        else
        {
            Several(page, curve);
        }

        foreach (AcceptableOption option in curve.Options)
        {
            page.Line(
                $"{option.Name}: probability that the net present value is above zero {AnalysisText.Chance(option.ProbabilityNpvPositive)}.",
                Tone.Strong
            );
            if (option.ShareInputsNotPositive > 0)
            {
                page.Line(
                    $"In {Figures.Percent(option.ShareInputsNotPositive, 0.001)} of the draws its inputs are not above zero; the probabilities of ratios are those of the other draws.",
                    Tone.Caution
                );
            }
        }

        AnalysisText.Again(page, AnalysisText.DrawsAndSeed(curve.Decision));
    }

    private static void One(PageBuilder page, AcceptabilityCurve curve)
    {
        const int width = 30;
        TableBuilder table = TableBuilder.Of(null, ("ratio required", true), ("probability to reach it", true), ("", false));
        foreach (AcceptabilityPoint point in curve.Points)
        {
            AcceptabilityOfOption option = point.Alternatives[^1];
            table.Row([
                Figures.Ratio(point.Ratio),
                option.ProbabilityReached is { } reached ? AnalysisText.Chance(reached) : "–",
                new string('█', (int)Math.Round((option.ProbabilityReached?.Value ?? 0) * width)),
            ]);
        }

        page.Add(table);
    }

    private static void Several(PageBuilder page, AcceptabilityCurve curve)
    {
        TableBuilder table = TableBuilder.Of(
            "Probability of being best, by the ratio required",
            [("ratio", true), .. curve.Decision.Alternatives.Select(name => (curve.Decision.Short(name), true)), ("best on average", false)]
        );
        foreach (AcceptabilityPoint point in curve.Points)
        {
            table.Row([
                Figures.Ratio(point.Ratio),
                .. point.Alternatives.Select(one => AnalysisText.Chance(one.ProbabilityBest)),
                curve.Decision.Short(point.Frontier),
            ]);
        }

        page.Add(table);
        page.Line(
            "The best on average is the frontier: the highest mean of benefits − ratio × inputs, which need not be the most likely to be best.",
            Tone.Faint
        );
    }
}
