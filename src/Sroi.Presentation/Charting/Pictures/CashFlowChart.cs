using System.Collections.Immutable;
using System.Globalization;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>Benefits and inputs by year, and their running balance.</summary>
internal static class CashFlowChart
{
    private const string Start = "start";

    public static Chart Of(SroiResult result)
    {
        int[] years = [.. Enumerable.Range(0, result.BenefitsByYear.Length).Where(year => year > 0 || result.InputsByYear[0] != 0)];
        ImmutableArray<Place> balance = Balance(result, years);
        return new()
        {
            Name = "cash_flow",
            Title = result.ValuesAnything ? "When has the service paid back?" : "When are the inputs paid?",
            Alternative = result.ValuesAnything
                ? $"Benefits and inputs by year, undiscounted, and their running balance, which ends at {Figures.Pounds(balance[^1].Value)}. {Payback(result)}"
                : $"Inputs by year, undiscounted, {Figures.Pounds(years.Sum(year => result.InputsByYear[year]))} in all. No outcome is valued, so they are not paid back.",
            Source = ChartSource.Of(result.SocialReturn),
            Positions = Axis.Of("year of the appraisal", years.Select(year => YearName(result, year))),
            Values = new(ChartSource.Pounds(result.Scenario.Appraisal, "undiscounted"), AxisFormat.Pounds),
            Series =
            [
                .. result.ValuesAnything ? [Bars(years, "benefits", Ink.Gain, year => result.BenefitsByYear[year], -0.19)] : Array.Empty<Series>(),
                Bars(years, "inputs", Ink.Loss, year => -result.InputsByYear[year], 0.19),
                .. result.ValuesAnything
                    ? [new Series.Curve("running balance", Ink.Result, balance) { HasDots = years.Length <= YearSpan.Most }]
                    : Array.Empty<Series>(),
            ],
            Marks = [new(0, "", Dash.Solid)],
            Figures = Table(result),
        };
    }

    private static Series.Bars Bars(int[] years, string name, Ink ink, Func<int, double> amount, double beside) =>
        new(name, ink, [.. years.Select((year, at) => new Bar(at + beside, 0, amount(year)) { Width = 0.36 })]);

    private static ImmutableArray<Place> Balance(SroiResult result, int[] years)
    {
        double balance = 0;
        return [.. years.Select((year, at) => new Place(at, balance += result.BenefitsByYear[year] - result.InputsByYear[year]))];
    }

    private static string Payback(SroiResult result) =>
        result.PaybackYears is { } years
            ? string.Create(CultureInfo.InvariantCulture, $"It has paid back after {years:0.0} years.")
            : "It does not pay back within the appraisal.";

    private static string YearName(SroiResult result, int year) => year == 0 ? Start : YearSpan.NameOf(result, year);

    private static PageTable Table(SroiResult result)
    {
        TableBuilder table = TableBuilder.Of(
            "Year by year (GBP, undiscounted)",
            ("year", false),
            ("benefits", true),
            ("inputs", true),
            ("running balance", true)
        );
        double balance = 0;
        foreach (YearSpan years in YearSpan.Of(result, Start))
        {
            double benefits = years.Sum(result.BenefitsByYear),
                inputs = years.Sum(result.InputsByYear);
            balance += benefits - inputs;
            table.Row([years.Name, Cells.Valued(result, benefits), Cells.Whole(inputs), Cells.Valued(result, balance)]);
        }

        return table.Done();
    }
}
