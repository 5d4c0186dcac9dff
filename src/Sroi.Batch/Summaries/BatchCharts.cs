using System.Collections.Immutable;
using System.Globalization;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Batch.Summaries;

/// <summary>The pictures of a batch.</summary>
public static class BatchCharts
{
    private const int Parts = 12;

    /// <summary>What drives the differences between the runs of a service.</summary>
    public static Chart Drivers(BatchSummary summary)
    {
        Driver[] drivers = [.. summary.Drivers.Where(driver => driver.Name != "scenario")];
        TableBuilder table = TableBuilder.Of("Share of the differences between runs", ("", false), ("share", true));
        foreach (Driver driver in drivers)
        {
            table.Row(driver.Name, Percent(driver.Share));
        }

        return new()
        {
            Name = "drivers",
            Title = "What drives the ratio from run to run?",
            Alternative =
                $"Shares of the differences between the runs of a service (sums of squares, one thing at a time): {string.Join(", ", drivers.Select(driver => $"{driver.Name} {Percent(driver.Share)}"))}.",
            Source = SourceOf(summary.Plan, summary.Runs, summary.Draws),
            Positions = new("", AxisFormat.Number) { Categories = [.. drivers.Select(driver => driver.Name)] },
            Values = new("share of the differences within a service", AxisFormat.Percent),
            IsSideways = true,
            Series =
            [
                new Series.Bars("", Ink.Gain, [.. drivers.Select((driver, at) => new Bar(at, 0, driver.Share) { Label = Percent(driver.Share) })]),
            ],
            Figures = table.Done(),
        };
    }

    /// <summary>The ratio over a number that was varied: the middle run and nine of ten of them, part by part of its range.</summary>
    /// <param name="results">The results of a batch.</param>
    /// <param name="number">The number's column.</param>
    /// <exception cref="UnknownNameException">Nothing of this name was varied; the nearest is named.</exception>
    /// <exception cref="ArgumentException">No run has a ratio and a value of the number.</exception>
    public static Chart RatioOver(DataSet results, string number)
    {
        ManifestAxis axis =
            results.Manifest.Axes.FirstOrDefault(known => known.Name == number)
            ?? throw new UnknownNameException(
                $"Nothing named '{number}' was varied.{Nearest.HintOrAll(number, [.. results.Manifest.Axes.Select(known => known.Name)])}"
            );
        string ratio = FigureCatalogue.SroiRatio.Id;
        ResultTable parts = results.Query(
            $"""
            select avg("{number}"), quantile_cont({ratio}, 0.5), quantile_cont({ratio}, 0.05), quantile_cont({ratio}, 0.95), count(*)
            from (select "{number}", {ratio}, ntile({Parts}) over (order by "{number}") as part, dense_rank() over (order by "{number}") as rung from runs
                  where "{number}" is not null and {ratio} is not null)
            group by case when (select count(distinct "{number}") from runs) <= {Parts} then rung else part end order by 1
            """
        );
        ImmutableArray<Interval> dots =
        [
            .. parts.Rows.Select(row => new Interval((double)row[0]!, (double)row[1]!, (double)row[2]!, (double)row[3]!)),
        ];
        return dots.IsEmpty
            ? throw new ArgumentException($"No run has a ratio and a value of '{number}'.", nameof(number))
            : Over(results, axis, dots);
    }

    private static Chart Over(DataSet results, ManifestAxis axis, ImmutableArray<Interval> dots)
    {
        TableBuilder table = TableBuilder.Of(
            "SROI ratio, part by part",
            dots,
            (axis.Name, true, dot => Figures.Short(dot.At)),
            ("middle run", true, dot => Figures.Ratio(dot.Value)),
            ("5 %", true, dot => Figures.Ratio(dot.Low)),
            ("95 %", true, dot => Figures.Ratio(dot.High))
        );

        return new()
        {
            Name = "ratio_over",
            Title = $"What does {axis.Name} do to the ratio?",
            Alternative =
                $"From {Figures.Short(dots[0].At)} to {Figures.Short(dots[^1].At)} {axis.Unit} the ratio of the middle run goes from {Figures.Ratio(dots[0].Value)} to {Figures.Ratio(dots[^1].Value)}. The bars hold nine of ten runs.",
            Source = SourceOf(results.Manifest.Plan.Id, results.Manifest.Runs, results.Manifest.Draws),
            Positions = new($"{axis.Name} ({axis.Unit})", AxisFormat.Number),
            Values = new("SROI ratio (£ of benefits for each £ of inputs, at base values)", AxisFormat.Number),
            Series = [new Series.Dots("middle run, and nine of ten", Ink.Gain, dots)],
            Marks = [new(1, "£1 for £1", Dash.Dashed)],
            Figures = table.Done(),
        };
    }

    private static string SourceOf(string plan, long runs, long draws) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Source: batch plan {plan}, {runs:N0} runs of {draws:N0} draws. Shares of the runs in the plan, not probabilities."
        );

    private static string Percent(double share) => Figures.Percent(Math.Round(share, 3));
}
