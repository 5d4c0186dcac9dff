using System.Globalization;
using Spectre.Console;
using Sroi.Quantities;
using Sroi.Uncertainty;

namespace Sroi.Cli.Tables;

/// <summary>How sure the figures are: their distribution over the draws, in no more digits than the Monte Carlo errors allow.</summary>
internal static class SimulationTables
{
    private const double LeastChance = 0.001;

    public static void Write(IAnsiConsole console, SimulationResult result)
    {
        Headlines(console, result);
        Probabilities(console, result);
        Outcomes(console, result);
        Parties(console, result);
        Years(console, result);
        Correlations(console, result);
        Errors(console, result);
    }

    private static void Headlines(IAnsiConsole console, SimulationResult result)
    {
        Table table = Layout.Table(
            $"How sure: {Draws(result)}",
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
                Capital(figure.Label),
                figure.Base is { } value ? Told(figure, new Estimate(value, 0)) : "undefined",
                Told(figure, figure.Mean),
                Told(figure, figure, 0.025),
                Told(figure, figure, 0.5),
                Told(figure, figure, 0.975),
            ]);
        }

        console.Write(table);
    }

    private static void Probabilities(IAnsiConsole console, SimulationResult result)
    {
        if (result.RatioOfMeans is { } expected)
        {
            Layout.Line(
                console,
                $"Expected ratio (mean benefits ÷ mean inputs): {Figures.Ratio(expected.Value, expected.StandardError)} : 1. The mean of the draws' ratios is another thing: {(result.MeanOfRatios is { } mean ? Figures.Ratio(mean.Value, mean.StandardError) : "it does not exist here")}."
            );
        }

        string[] chances =
        [
            .. result.ProbabilityRatioAboveOne is { } ratio ? [$"that the ratio is above 1: {Chance(ratio)}"] : Array.Empty<string>(),
            .. result.ProbabilityNpvPositive is { } net ? [$"that the net present value is above zero: {Chance(net)}"] : Array.Empty<string>(),
        ];
        if (chances.Length > 0)
        {
            Layout.Line(console, $"Chance {string.Join("; ", chances)}.", "bold");
        }

        if (result.ShareInputsNotPositive > 0)
        {
            Layout.Line(
                console,
                $"In {Figures.Percent(result.ShareInputsNotPositive, 0)} of the draws inputs are not above zero; the ratio speaks of the others only.",
                "yellow"
            );
        }

        console.WriteLine();
    }

    private static void Outcomes(IAnsiConsole console, SimulationResult result) =>
        Spread(console, "Outcomes: present value (GBP)", "outcome", result.Of(FigureGroup.Outcome), figure => figure.Id);

    private static void Parties(IAnsiConsole console, SimulationResult result) =>
        Spread(
            console,
            "Who gains, net of what they pay (GBP)",
            "party",
            result.Of(FigureGroup.NetOfParty).Where(figure => figure.Smallest != 0 || figure.Largest != 0),
            figure => figure.Label[..figure.Label.LastIndexOf(", net", StringComparison.Ordinal)]
        );

    private static void Years(IAnsiConsole console, SimulationResult result) =>
        Spread(
            console,
            "Benefits year by year (GBP, undiscounted)",
            "year",
            result.Of(FigureGroup.BenefitsOfYear).Where(figure => figure.Smallest != 0 || figure.Largest != 0),
            figure => figure.Id
        );

    private static void Spread(
        IAnsiConsole console,
        string title,
        string heading,
        IEnumerable<FigureSummary> figures,
        Func<FigureSummary, string> name
    )
    {
        FigureSummary[] rows = [.. figures];
        if (rows.Length == 0)
        {
            return;
        }

        Table table = Layout.Table(title, (heading, false), ("mean", true), ("5 %", true), ("median", true), ("95 %", true), ("above 0", true));
        foreach (FigureSummary figure in rows)
        {
            table.Row([
                name(figure),
                Told(figure, figure.Mean),
                Told(figure, figure, 0.05),
                Told(figure, figure, 0.5),
                Told(figure, figure, 0.95),
                figure.ProbabilityAboveThreshold is { } above ? Chance(above) : "–",
            ]);
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void Correlations(IAnsiConsole console, SimulationResult result)
    {
        foreach (CorrelationReport pair in result.Correlations)
        {
            Layout.Line(
                console,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name(pair.First)} and {Name(pair.Second)} move together: {(pair.IsKendall ? "Kendall" : "Spearman")} {pair.Target:0.##} asked, {pair.Reached:0.00} reached."
                ),
                "dim"
            );
        }
    }

    private static void Errors(IAnsiConsole console, SimulationResult result)
    {
        if (result.RatioOfMeans is { StandardError: > 0 } ratio && result.SroiRatio is { Percentiles.IsEmpty: false } distribution)
        {
            Layout.Line(
                console,
                $"Monte Carlo standard errors: expected ratio {Figures.Error(ratio.StandardError)}, 2.5 % point {Figures.Error(distribution.Percentile(0.025).StandardError)}, 97.5 % point {Figures.Error(distribution.Percentile(0.975).StandardError)}. Figures are rounded to what these allow.",
                "dim"
            );
        }

        if (result.Convergence is { } convergence)
        {
            Layout.Line(console, convergence.ToString(), "dim");
        }

        Layout.Line(
            console,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The same again: --draws {result.Draws} --seed {result.Simulation.Seed}{(result.Simulation.Sampling == Sampling.Philox ? "" : $" --sampling {result.Simulation.Sampling.Name}")}."
            ),
            "dim"
        );
        console.WriteLine();
    }

    private static IEnumerable<FigureSummary> Shown(SimulationResult result) =>
        new[] { result.SroiRatio, result.NetPresentValue, result.PresentValueBenefits, result.PresentValueInputs }
            .OfType<FigureSummary>()
            .Concat(result.Of(FigureGroup.Other).Where(figure => figure.Smallest is not null));

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

    // A chance that is not nought is not written as nought.
    private static string Chance(Estimate estimate) =>
        estimate.Value is > 0 and < LeastChance ? $"under {Figures.Percent(LeastChance)}"
        : estimate.Value is > 1 - LeastChance and < 1 ? $"over {Figures.Percent(1 - LeastChance)}"
        : estimate.Value is 0 or 1 ? Figures.Percent(estimate.Value)
        : Figures.Percent(estimate.Value, estimate.StandardError);

    private static string Name(string id) => id[(id.LastIndexOf('.') + 1)..];

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];
}
