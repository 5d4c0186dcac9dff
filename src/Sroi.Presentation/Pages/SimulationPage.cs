using System.Globalization;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Pages;

/// <summary>The uncertainty of the figures: their distribution over the draws, rounded to what the Monte Carlo errors allow.</summary>
public static class SimulationPage
{
    /// <summary>The uncertainty of the figures.</summary>
    public static Page Of(SimulationResult result) => Page.Of(page => Write(page, result));

    internal static void Write(PageBuilder page, SimulationResult result)
    {
        Headlines(page, result);
        Probabilities(page, result);
        Outcomes(page, result);
        Parties(page, result);
        Years(page, result);
        Correlations(page, result);
        Errors(page, result);
    }

    private static void Headlines(PageBuilder page, SimulationResult result)
    {
        TableBuilder table = TableBuilder.Of(
            $"Uncertainty: {Draws(result)}",
            ("", false),
            ("base case", true),
            ("mean", true),
            ("2.5 %", true),
            ("median", true),
            ("97.5 %", true)
        );
        foreach (FigureSummary figure in Shown(result))
        {
            table.Row([
                AnalysisText.Capital(figure.Label),
                figure.Base is { } value ? Told(figure, new Estimate(value, 0)) : "undefined",
                Told(figure, figure.Mean),
                Told(figure, figure, 0.025),
                Told(figure, figure, 0.5),
                Told(figure, figure, 0.975),
            ]);
        }

        page.Add(table);
    }

    private static void Probabilities(PageBuilder page, SimulationResult result)
    {
        if (result.RatioOfMeans is { } expected)
        {
            page.Line(
                $"Expected ratio (mean benefits ÷ mean inputs): {Figures.Ratio(expected.Value, expected.StandardError)} : 1. The mean of the simulated ratios, a different statistic, {(result.MeanOfRatios is { } mean ? $"is {Figures.Ratio(mean.Value, mean.StandardError)}" : "does not exist here")}."
            );
        }

        string[] chances =
        [
            .. result.ProbabilityRatioAboveOne is { } ratio ? [$"of a ratio above 1: {AnalysisText.Chance(ratio)}"] : Array.Empty<string>(),
            .. result.ProbabilityNpvPositive is { } net ? [$"of a net present value above zero: {AnalysisText.Chance(net)}"] : Array.Empty<string>(),
        ];
        if (chances.Length > 0)
        {
            page.Line($"Probability {string.Join("; ", chances)}.", Tone.Strong);
        }

        if (result.ShareInputsNotPositive > 0)
        {
            page.Line(
                $"In {Figures.Percent(result.ShareInputsNotPositive, 0)} of the draws inputs are not above zero; the ratio describes the other draws only.",
                Tone.Caution
            );
        }

        page.Space();
    }

    private static void Outcomes(PageBuilder page, SimulationResult result) =>
        Spread(page, "Outcomes: present value (GBP)", "outcome", result.Of(FigureGroup.Outcome), figure => Change(result, figure.Id));

    private static string Change(SimulationResult result, string outcome) =>
        result.Simulation.SocialReturn.Scenario.Map.Outcomes.FirstOrDefault(one => one.Id == outcome)?.Change ?? outcome;

    private static void Parties(PageBuilder page, SimulationResult result) =>
        Spread(
            page,
            "By party: gains less payments (GBP)",
            "party",
            result.Of(FigureGroup.NetOfParty).Where(figure => ValuesAnything(result) && (figure.Smallest != 0 || figure.Largest != 0)),
            figure => figure.Label[..figure.Label.LastIndexOf(", net", StringComparison.Ordinal)]
        );

    private static void Years(PageBuilder page, SimulationResult result)
    {
        int years = result.Simulation.SocialReturn.Scenario.Appraisal.Years;
        Spread(
            page,
            years > YearSpan.Most
                ? "Benefits of the first ten years and of every tenth (GBP, undiscounted)"
                : "Benefits year by year (GBP, undiscounted)",
            "year",
            result
                .Of(FigureGroup.BenefitsOfYear)
                .Where((_, year) => YearSpan.IsShown(year, years))
                .Where(figure => figure.Smallest != 0 || figure.Largest != 0),
            figure => figure.Id
        );
    }

    private static void Spread(PageBuilder page, string title, string heading, IEnumerable<FigureSummary> figures, Func<FigureSummary, string> name)
    {
        FigureSummary[] rows = [.. figures];
        if (rows.Length == 0)
        {
            return;
        }

        TableBuilder table = TableBuilder.Of(
            title,
            (heading, false),
            ("mean", true),
            ("5 %", true),
            ("median", true),
            ("95 %", true),
            ("above 0", true)
        );
        table.Rows(
            rows,
            figure =>
                [
                    name(figure),
                    Told(figure, figure.Mean),
                    Told(figure, figure, 0.05),
                    Told(figure, figure, 0.5),
                    Told(figure, figure, 0.95),
                    figure.ProbabilityAboveThreshold is { } above ? AnalysisText.Chance(above) : "–",
                ],
            others => [$"{Figures.Pounds(others.Sum(figure => figure.Mean?.Value ?? 0))} together"],
            figure => Math.Abs(figure.Mean?.Value ?? 0)
        );
        page.Add(table);
        page.Space();
    }

    private static void Correlations(PageBuilder page, SimulationResult result)
    {
        foreach (CorrelationReport pair in result.Correlations)
        {
            page.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{AnalysisText.Last(pair.First)} and {AnalysisText.Last(pair.Second)} are correlated: {(pair.IsKendall ? "Kendall" : "Spearman")} {pair.Target:0.##} requested, {pair.Reached:0.00} reached."
                ),
                Tone.Faint
            );
        }
    }

    private static void Errors(PageBuilder page, SimulationResult result)
    {
        if (result.RatioOfMeans is { StandardError: > 0 } ratio && result.SroiRatio is { Percentiles.IsEmpty: false } distribution)
        {
            page.Line(
                $"Monte Carlo standard errors: expected ratio {Figures.Error(ratio.StandardError)}, 2.5th percentile {Figures.Error(distribution.Percentile(0.025).StandardError)}, 97.5th percentile {Figures.Error(distribution.Percentile(0.975).StandardError)}. Figures are rounded accordingly.",
                Tone.Faint
            );
        }

        if (result.Convergence is { } convergence)
        {
            page.Line(convergence.ToString(), Tone.Faint);
        }

        page.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"To reproduce: --draws {result.Draws} --seed {result.Simulation.Seed}{(result.Simulation.Sampling == Sampling.Philox ? "" : $" --sampling {result.Simulation.Sampling.Name}")}."
            ),
            Tone.Faint
        );
        page.Space();
    }

    private static IEnumerable<FigureSummary> Shown(SimulationResult result) =>
        new[] { result.SroiRatio, result.NetPresentValue, ValuesAnything(result) ? result.PresentValueBenefits : null, result.PresentValueInputs }
            .OfType<FigureSummary>()
            .Concat(result.Of(FigureGroup.Other).Where(figure => figure.Smallest is not null));

    // What is not valued is not zero.
    private static bool ValuesAnything(SimulationResult result) => !result.Simulation.SocialReturn.Outcomes.IsEmpty;

    private static string Draws(SimulationResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Draws:N0} draws, seed {result.Simulation.Seed}, {result.Simulation.Sampling.Name}{(result.IsStopped ? ", stopped" : "")}"
        );

    private static string Told(FigureSummary figure, FigureSummary of, double p) =>
        of.Percentiles.IsEmpty ? "–" : Told(figure, new(of.Percentile(p).Value, of.Percentile(p).StandardError));

    private static string Told(FigureSummary figure, Estimate? estimate) =>
        estimate is null ? "–"
        : figure.IsRatio ? Figures.Ratio(estimate.Value, estimate.StandardError)
        : Figures.Pounds(estimate.Value, estimate.StandardError);
}
