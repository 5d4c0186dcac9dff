using System.Globalization;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Reports;

/// <summary>The tables of a simulation: the figures with their errors, histograms, and the draws themselves.</summary>
public static class SimulationTables
{
    private const int Bars = 60;

    /// <summary>A row for each figure: mean, standard deviation, percentiles, probability, each with its standard error.</summary>
    public static ResultTable Figures(SimulationResult result) => FigureColumns.Told.Table(result.Figures);

    /// <summary>The bars of the headline figures' histograms: a row for each.</summary>
    public static ResultTable Histograms(SimulationResult result) =>
        new Column<(FigureSummary Figure, HistogramBar Bar)>[]
        {
            new("figure", "figure", ColumnFormat.Text, row => row.Figure.Id),
            new("from", "from", ColumnFormat.Number, row => row.Bar.From),
            new("to", "to", ColumnFormat.Number, row => row.Bar.To),
            new("share", "share of the draws", ColumnFormat.Percent, row => row.Bar.Share),
        }.Table(result.Of(FigureGroup.Headline).SelectMany(figure => figure.Histogram(Bars).Select(bar => (figure, bar))));

    /// <summary>Writes the draws that were kept, a row each: headline figures, outcomes, and the inputs where they were kept too.</summary>
    public static void WriteDraws(SimulationResult result, TextWriter to)
    {
        FigureSummary[] figures = [.. result.Figures.Where(figure => figure.Group is FigureGroup.Headline or FigureGroup.Outcome)];
        to.Write(ResultTable.CsvRow(figures.Select(ColumnOf).Prepend("draw").Concat(result.ParameterDraws.IsEmpty ? [] : result.Parameters)));
        for (int draw = 0; draw < result.Draws; draw++)
        {
            to.Write(draw.ToString(CultureInfo.InvariantCulture));
            foreach (FigureSummary figure in figures)
            {
                Write(to, figure.Draws.IsEmpty ? figure.Mean?.Value ?? double.NaN : figure.Draws[draw]);
            }

            foreach (var input in result.ParameterDraws)
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

    private static string ColumnOf(FigureSummary figure) => figure.Group == FigureGroup.Headline ? figure.Id : $"outcomes.{figure.Id}";
}
