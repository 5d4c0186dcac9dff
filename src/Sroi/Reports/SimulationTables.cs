using System.Globalization;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;
using static Sroi.Reports.TableColumn;

namespace Sroi.Reports;

/// <summary>The tables of a simulation: the figures with their errors, histograms, and the draws themselves.</summary>
public static class SimulationTables
{
    private const int Bars = 60;

    /// <summary>A row for each figure: mean, standard deviation, percentiles, probability, each with its standard error.</summary>
    public static ResultTable Figures(SimulationResult result) =>
        ResultTable.Of(
            [
                Text("group"),
                Text("id"),
                "base",
                "mean",
                "mean_se",
                "sd",
                "sd_se",
                .. FigureSummary.ToldPercentiles.SelectMany(p => new TableColumn[] { Name(p), Name(p) + "_se" }),
                "threshold",
                "probability_above_threshold",
                "probability_above_threshold_se",
                Count("draws"),
            ],
            result.Figures.Select(figure =>
                (object?[])
                    [
                        GroupOf(figure),
                        figure.Id,
                        figure.Base,
                        figure.Mean?.Value,
                        figure.Mean?.StandardError,
                        figure.StandardDeviation?.Value,
                        figure.StandardDeviation?.StandardError,
                        .. FigureSummary.ToldPercentiles.SelectMany(p => Percentile(figure, p)),
                        figure.Threshold,
                        figure.ProbabilityAboveThreshold?.Value,
                        figure.ProbabilityAboveThreshold?.StandardError,
                        figure.Count,
                    ]
            )
        );

    /// <summary>The bars of the headline figures' histograms: a row for each.</summary>
    public static ResultTable Histograms(SimulationResult result) =>
        ResultTable.Of(
            [Text("figure"), "from", "to", "share"],
            result
                .Of(FigureGroup.Headline)
                .SelectMany(figure => figure.Histogram(Bars).Select(bar => (object?[])[figure.Id, bar.From, bar.To, bar.Share]))
        );

    /// <summary>Writes the draws that were kept, a row each: headline figures, outcomes, and the inputs where they were kept too.</summary>
    public static void WriteDraws(SimulationResult result, TextWriter to)
    {
        FigureSummary[] figures = [.. result.Figures.Where(figure => figure.Group is FigureGroup.Headline or FigureGroup.Outcome)];
        to.Write(ResultTable.CsvRow(figures.Select(ColumnOf).Prepend("draw").Concat(result.InputDraws.IsEmpty ? [] : result.Inputs)));
        for (int draw = 0; draw < result.Draws; draw++)
        {
            to.Write(draw.ToString(CultureInfo.InvariantCulture));
            foreach (FigureSummary figure in figures)
            {
                Write(to, figure.Draws.IsEmpty ? figure.Mean?.Value ?? double.NaN : figure.Draws[draw]);
            }

            foreach (var input in result.InputDraws)
            {
                Write(to, input[draw]);
            }

            to.Write("\r\n");
        }
    }

    // A draw without a value is an empty cell.
    private static void Write(TextWriter to, double value)
    {
        to.Write(',');
        if (!double.IsNaN(value))
        {
            to.Write(value.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static object?[] Percentile(FigureSummary figure, double p) =>
        figure.Percentiles.FirstOrDefault(told => told.P.Equals(p)) is { } told ? [told.Value, told.StandardError] : [null, null];

    private static string Name(double p) => "p" + (p * 100).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', '_');

    private static string ColumnOf(FigureSummary figure) => figure.Group == FigureGroup.Headline ? figure.Id : $"outcomes.{figure.Id}";

    private static string GroupOf(FigureSummary figure) =>
        figure.Group switch
        {
            FigureGroup.Headline => "headline",
            FigureGroup.Other => "other",
            FigureGroup.Outcome => "outcome",
            FigureGroup.BenefitsOfYear => "benefits_of_year",
            FigureGroup.InputsOfYear => "inputs_of_year",
            FigureGroup.PaysOfParty => "pays_of_party",
            FigureGroup.GainsOfParty => "gains_of_party",
            _ => "net_of_party",
        };
}
