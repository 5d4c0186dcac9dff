using Spectre.Console;
using Sroi.Quantities;
using Sroi.Sensitivity;

namespace Sroi.Cli.Tables;

/// <summary>An acceptability curve as a person reads it.</summary>
internal static class AcceptabilityTables
{
    public static void Write(IAnsiConsole console, AcceptabilityCurve curve)
    {
        Layout.Line(console, "How likely is it that a pound brings what is asked of it?", "bold");
        foreach (DecisionOption option in curve.Decision.Options)
        {
            Layout.Line(
                console,
                $"{option.Name}: {option.SocialReturn.Scenario.Title}, {Evaluation.ComparedFigures.FrameOf(option.SocialReturn.Scenario.Appraisal)}.",
                "dim"
            );
        }

        AnalysisText.Comparability(console, curve.Decision);
        console.WriteLine();
        if (curve.Options.Length == 1)
        {
            One(console, curve);
        }
        else
        {
            Several(console, curve);
        }

        foreach (AcceptableOption option in curve.Options)
        {
            Layout.Line(
                console,
                $"{option.Name}: chance that the net present value is above zero {AnalysisText.Chance(option.ProbabilityNpvPositive)}.",
                "bold"
            );
            if (option.ShareInputsNotPositive > 0)
            {
                Layout.Line(
                    console,
                    $"In {Figures.Percent(option.ShareInputsNotPositive, 0.001)} of the draws its inputs are not above zero; chances of ratios speak of the others only.",
                    "yellow"
                );
            }
        }

        AnalysisText.Again(console, AnalysisText.DrawsAndSeed(curve.Decision));
    }

    private static void One(IAnsiConsole console, AcceptabilityCurve curve)
    {
        const int width = 30;
        Table table = Layout.Table(null, ("ratio asked for", true), ("chance to reach it", true), ("", false));
        foreach (AcceptabilityPoint point in curve.Points)
        {
            AcceptabilityOfOption option = point.Alternatives[^1];
            table.Row([
                Figures.Ratio(point.Ratio),
                option.ProbabilityReached is { } reached ? AnalysisText.Chance(reached) : "–",
                new string('█', (int)Math.Round((option.ProbabilityReached?.Value ?? 0) * width)),
            ]);
        }

        console.Write(table);
    }

    private static void Several(IAnsiConsole console, AcceptabilityCurve curve)
    {
        Table table = Layout.Table(
            "Chance to be best, where a pound of inputs must bring at least",
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

        console.Write(table);
        Layout.Line(
            console,
            "The best on average is the frontier: the highest mean of benefits − ratio × inputs, which need not be the likeliest to be best.",
            "dim"
        );
    }
}
