using System.Globalization;
using Spectre.Console;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Uncertainty;

namespace Sroi.Cli.Tables;

/// <summary>Where the uncertainty of a figure comes from, as a person reads it.</summary>
internal static class VarianceTables
{
    public static void Write(IAnsiConsole console, SobolIndices indices)
    {
        AnalysisText.Heading(console, indices.Figure, $"where its uncertainty comes from: {indices.Figure.Label}");
        Table table = Layout.Table(null, ("number", false), ("by itself", true), ("error", true), ("with others", true), ("error", true));
        foreach (SobolIndex row in indices.Indices)
        {
            table.Row([Name(row.Group), Part(row.First), Error(row.First), Part(row.Total), Error(row.Total)]);
        }

        console.Write(table);
        Layout.Line(
            console,
            $"Parts of the variance (standard deviation {indices.Figure.Shown(Math.Sqrt(indices.Variance.Value))}): what would go if the number alone were known, and what would stay if all others were. Together by themselves {Figures.Percent(indices.SumOfFirst, 0.001)}; the rest they do together."
        );
        Layout.Line(console, "Errors are standard errors in percentage points; within them a part can come out below nothing.", "dim");
        Screened(console, indices.Screened);
        AnalysisText.Again(console, string.Create(CultureInfo.InvariantCulture, $"--method sobol --points {indices.Points} --seed {indices.Seed}"));
    }

    public static void Write(IAnsiConsole console, ShapleyEffects effects)
    {
        AnalysisText.Heading(console, effects.Figure, $"where its uncertainty comes from: {effects.Figure.Label}");
        Table table = Layout.Table(null, ("number", false), ("part of the variance", true), ("error", true));
        foreach (ShapleyEffect row in effects.Effects)
        {
            table.Row([Name(row.Group), Part(row.Effect), Error(row.Effect)]);
        }

        console.Write(table);
        Layout.Line(
            console,
            $"Shapley effects: the variance (standard deviation {effects.Figure.Shown(Math.Sqrt(effects.Variance.Value))}) shared out fairly, also where numbers move together; they sum to 100 %."
        );
        Layout.Line(console, "Errors are standard errors in percentage points.", "dim");
        Screened(console, effects.Screened);
        AnalysisText.Again(
            console,
            string.Create(CultureInfo.InvariantCulture, $"--method shapley --points {effects.Samples} --seed {effects.Seed}")
        );
    }

    public static void Write(IAnsiConsole console, Screening screening)
    {
        TargetFigure figure = screening.Figure;
        AnalysisText.Heading(console, figure, $"which numbers may matter: {figure.Label}");
        Table table = Layout.Table(null, ("number", false), ("mean size of effect", true), ("mean effect", true), ("spread of effect", true));
        foreach (ElementaryEffect row in screening.Effects)
        {
            table.Row([Name(row.Group), figure.Shown(row.MeanSize), figure.Shown(row.Mean), figure.Shown(row.StandardDeviation)]);
        }

        console.Write(table);
        Layout.Line(
            console,
            "The effect of moving a number by half of its range of probability, from many starting points (Morris). A spread as large as the effect: it depends on where the others stand."
        );
        AnalysisText.Again(
            console,
            string.Create(CultureInfo.InvariantCulture, $"--method morris --points {screening.Trajectories} --seed {screening.Seed}")
        );
    }

    private static void Screened(IAnsiConsole console, Screening? screening)
    {
        if (screening is not null)
        {
            Layout.Line(
                console,
                $"Of {screening.Effects.Length} numbers those that a screening of {screening.Trajectories} trajectories found not to matter were put together; --every-input looks at each.",
                "dim"
            );
        }
    }

    private static string Name(InputGroup group) =>
        group.Inputs.Length == 1
            ? AnalysisText.Last(group.Name)
            : AnalysisText.Last(group.Name) + (group.Name.Contains(' ') ? "" : $" ({group.Inputs.Length})");

    private static string Part(Estimate part) => AnalysisText.Percent(part.Value, Math.Max(part.StandardError, 1e-4));

    private static string Error(Estimate part) => $"{Figures.Error(part.StandardError * 100)} %";
}
