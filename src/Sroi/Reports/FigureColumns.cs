using System.Collections.Immutable;
using System.Globalization;
using Sroi.Uncertainty.Summaries;
using static Sroi.Reports.ColumnFormat;

namespace Sroi.Reports;

/// <summary>The columns of the distribution of a figure.</summary>
public static class FigureColumns
{
    /// <summary>Mean, standard deviation and percentiles, each with its standard error.</summary>
    public static ImmutableArray<Column<FigureSummary>> Distribution { get; } =
    [
        new("mean", "mean", Number, figure => figure.Mean),
        new("sd", "standard deviation", Number, figure => figure.StandardDeviation),
        .. FigureSummary.ReportedPercentiles.Select(Percentile),
    ];

    /// <summary>All that tables say of a figure.</summary>
    public static ImmutableArray<Column<FigureSummary>> Told { get; } =
    [
        new("group", "group", Text, figure => Names.Snake(figure.Group.ToString())),
        new("id", "figure", Text, figure => figure.Id),
        new("base", "base case", Number, figure => figure.Base),
        .. Distribution,
        new("threshold", "threshold", Number, figure => figure.Threshold),
        new("probability_above_threshold", "chance to be above the threshold", Chance, figure => figure.ProbabilityAboveThreshold),
        new("draws", "draws", Count, figure => figure.Count),
    ];

    /// <summary>The name of a percentile, such as <c>p2_5</c>.</summary>
    internal static string Name(double p) => "p" + Percent(p).Replace('.', '_');

    private static Column<FigureSummary> Percentile(double p) =>
        new(
            Name(p),
            $"{Percent(p)} %",
            Number,
            figure =>
                figure.Percentiles.FirstOrDefault(known => known.P.Equals(p)) is { } found
                    ? new Estimate(found.Value, found.StandardError)
                    : (Estimate?)null
        )
        {
            Meaning = $"{Percent(p)} % of the draws are below it",
        };

    private static string Percent(double p) => (p * 100).ToString("0.#", CultureInfo.InvariantCulture);
}
