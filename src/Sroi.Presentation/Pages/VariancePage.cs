using System.Globalization;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Variance;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Pages;

/// <summary>Where the uncertainty of a figure comes from, as a person reads it.</summary>
public static class VariancePage
{
    /// <summary>Sobol indices.</summary>
    public static Page Of(SobolIndices indices) => Page.Of(page => Write(page, indices));

    private static void Write(PageBuilder page, SobolIndices indices)
    {
        AnalysisText.Heading(page, indices.Figure, $"where its uncertainty comes from: {indices.Figure.Label}");
        TableBuilder table = TableBuilder.Of(
            null,
            indices.Indices,
            ("number", false, row => Name(row.Group)),
            ("by itself", true, row => Part(row.First)),
            ("error", true, row => Error(row.First)),
            ("with others", true, row => Part(row.Total)),
            ("error", true, row => Error(row.Total))
        );

        page.Add(table);
        page.Line(
            $"Parts of the variance (standard deviation {indices.Figure.Shown(Math.Sqrt(indices.Variance.Value))}): what would go if the number alone were known, and what would stay if all others were. Together by themselves {Figures.Percent(indices.SumOfFirst, 0.001)}; the rest they do together."
        );
        page.Line("Errors are standard errors in percentage points; within them a part can come out below nothing.", Tone.Faint);
        Screened(page, indices.Screened);
        AnalysisText.Again(page, string.Create(CultureInfo.InvariantCulture, $"--method sobol --points {indices.Points} --seed {indices.Seed}"));
    }

    /// <summary>Shapley effects.</summary>
    public static Page Of(ShapleyEffects effects) => Page.Of(page => Write(page, effects));

    private static void Write(PageBuilder page, ShapleyEffects effects)
    {
        AnalysisText.Heading(page, effects.Figure, $"where its uncertainty comes from: {effects.Figure.Label}");
        TableBuilder table = TableBuilder.Of(
            null,
            effects.Effects,
            ("number", false, row => Name(row.Group)),
            ("part of the variance", true, row => Part(row.Effect)),
            ("error", true, row => Error(row.Effect))
        );

        page.Add(table);
        page.Line(
            $"Shapley effects: the variance (standard deviation {effects.Figure.Shown(Math.Sqrt(effects.Variance.Value))}) shared out fairly, also where numbers move together; they sum to 100 %."
        );
        page.Line("Errors are standard errors in percentage points.", Tone.Faint);
        Screened(page, effects.Screened);
        AnalysisText.Again(page, string.Create(CultureInfo.InvariantCulture, $"--method shapley --points {effects.Samples} --seed {effects.Seed}"));
    }

    /// <summary>Elementary effects.</summary>
    public static Page Of(Screening screening) => Page.Of(page => Write(page, screening));

    private static void Write(PageBuilder page, Screening screening)
    {
        TargetFigure figure = screening.Figure;
        AnalysisText.Heading(page, figure, $"which numbers may matter: {figure.Label}");
        TableBuilder table = TableBuilder.Of(
            null,
            screening.Effects,
            ("number", false, row => Name(row.Group)),
            ("mean size of effect", true, row => figure.Shown(row.MeanSize)),
            ("mean effect", true, row => figure.Shown(row.Mean)),
            ("spread of effect", true, row => figure.Shown(row.StandardDeviation))
        );

        page.Add(table);
        page.Line(
            "The effect of moving a number by half of its range of probability, from many starting points (Morris). A spread as large as the effect: it depends on where the others stand."
        );
        AnalysisText.Again(
            page,
            string.Create(CultureInfo.InvariantCulture, $"--method morris --points {screening.Trajectories} --seed {screening.Seed}")
        );
    }

    private static void Screened(PageBuilder page, Screening? screening)
    {
        if (screening is not null)
        {
            page.Line(
                $"Of {screening.Effects.Length} numbers those that a screening of {screening.Trajectories} trajectories found not to matter were put together; --every-param looks at each.",
                Tone.Faint
            );
        }
    }

    private static string Name(ParameterGroup group) =>
        AnalysisText.Name(group)
        + (group.Parameters.Length == 1 || group.Name.Contains(' ') || AnalysisText.IsOfShares(group) ? "" : $" ({group.Parameters.Length})");

    private static string Part(Estimate part) => AnalysisText.Percent(part.Value, Math.Max(part.StandardError, 1e-4));

    private static string Error(Estimate part) => $"{Figures.Error(part.StandardError * 100)} %";
}
