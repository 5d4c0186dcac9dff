using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Pages;

/// <summary>The columns of files as columns of a page: under their labels, values in the digits that a reader needs.</summary>
internal static class ShownColumns
{
    public static IEnumerable<(string Heading, bool IsNumber, Func<T, string> Cell)> Shown<T>(this IEnumerable<Column<T>> columns) =>
        columns.Select(column => (column.Label, column.IsNumber, (Func<T, string>)(row => Cell(column.Format, column.Of(row)))));

    private static string Cell(ColumnFormat format, object? value) =>
        (format, value) switch
        {
            (_, null) => "–",
            (ColumnFormat.Pounds, Estimate amount) => AnalysisText.Pounds(amount),
            (ColumnFormat.Pounds, double amount) => Figures.Pounds(amount),
            (ColumnFormat.Ratio, Estimate ratio) => Figures.Ratio(ratio.Value, ratio.StandardError),
            (ColumnFormat.Ratio, double ratio) => Figures.Ratio(ratio),
            (ColumnFormat.Chance, Estimate chance) => AnalysisText.Chance(chance),
            (ColumnFormat.Chance, double chance) => AnalysisText.Chance(chance),
            (ColumnFormat.Percent, double share) => AnalysisText.Percent(share, 0.001),
            (_, double number) => Figures.Number(number),
            _ => value.ToString()!,
        };
}
