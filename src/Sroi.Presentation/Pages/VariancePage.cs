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
        AnalysisText.Heading(page, indices.Figure, $"variance of the {indices.Figure.Label}");
        TableBuilder table = TableBuilder.Of(
            null,
            indices.Indices,
            ("parameter", false, row => Name(row.Group)),
            ("first-order", true, row => Part(row.First)),
            ("error", true, row => Error(row.First)),
            ("total", true, row => Part(row.Total)),
            ("error", true, row => Error(row.Total))
        );

        page.Add(table);
        page.Line(
            $"Shares of the variance (standard deviation {indices.Figure.Shown(Math.Sqrt(indices.Variance.Value))}): first-order is what would go if this parameter alone were known, total is what would stay if all others were. First-order indices sum to {Figures.Percent(indices.SumOfFirst, 0.001)}; the rest is interaction."
        );
        page.Line("Errors are standard errors in percentage points; an index can be negative within its error.", Tone.Faint);
        Screened(page, indices.Screened);
        AnalysisText.Again(page, string.Create(CultureInfo.InvariantCulture, $"--method sobol --points {indices.Points} --seed {indices.Seed}"));
    }

    /// <summary>Shapley effects.</summary>
    public static Page Of(ShapleyEffects effects) => Page.Of(page => Write(page, effects));

    private static void Write(PageBuilder page, ShapleyEffects effects)
    {
        AnalysisText.Heading(page, effects.Figure, $"variance of the {effects.Figure.Label}");
        TableBuilder table = TableBuilder.Of(
            null,
            effects.Effects,
            ("parameter", false, row => Name(row.Group)),
            ("share of the variance", true, row => Part(row.Effect)),
            ("error", true, row => Error(row.Effect))
        );

        page.Add(table);
        page.Line(
            $"Shapley effects: the variance (standard deviation {effects.Figure.Shown(Math.Sqrt(effects.Variance.Value))}) shared among the parameters, correlated ones included; they sum to 100 %."
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
        AnalysisText.Heading(page, figure, $"screening of the parameters of the {figure.Label}");
        TableBuilder table = TableBuilder.Of(
            null,
            screening.Effects,
            ("parameter", false, row => Name(row.Group)),
            ("mean size of effect", true, row => figure.Shown(row.MeanSize)),
            ("mean effect", true, row => figure.Shown(row.Mean)),
            ("spread of effect", true, row => figure.Shown(row.StandardDeviation))
        );

        page.Add(table);
        page.Line(
            "The effect of moving a parameter by half of its range of probability, from many starting points (Morris). If the spread is as large as the effect, the effect depends on the other parameters."
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
                $"Of {screening.Effects.Length} parameters, those without effect in a screening of {screening.Trajectories} trajectories were grouped; use --every-param to see each.",
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
