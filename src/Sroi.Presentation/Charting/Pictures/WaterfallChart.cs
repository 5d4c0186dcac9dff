using System.Globalization;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>From gross to present value.</summary>
internal static class WaterfallChart
{
    public static Chart Of(SroiResult result)
    {
        ValueSteps steps = ValueSteps.Of(result.SocialReturn);
        List<(string Label, double From, double To, Ink Ink)> bars = [("gross value", 0, steps.Gross, Ink.Neutral)];
        double left = steps.Gross;
        foreach (ValueStep step in steps.Steps)
        {
            bars.Add((step.Label, left, left + step.Amount, step.Amount > 0 ? Ink.Gain : Ink.Loss));
            left += step.Amount;
        }

        bars.Add(("present value", 0, steps.PresentValue, Ink.Result));
        string inputs = Figures.Pounds(result.PresentValueInputs);
        return new()
        {
            Name = "waterfall",
            Title = "How much of the gross value can the service claim?",
            Alternative =
                $"{(result.ValuesAnything ? Left(steps, result.Scenario.Appraisal.Years) : "No outcome is valued.")} The inputs cost {inputs}.",
            Source = ChartSource.Of(result.SocialReturn),
            Positions = Axis.Of("step of the value map", bars.Select(bar => bar.Label)),
            Values = new(ChartSource.Pounds(result.Scenario.Appraisal, "value over the appraisal"), AxisFormat.Pounds),
            IsSideways = true,
            Series =
            [
                new Series.Bars(
                    "",
                    Ink.Neutral,
                    [
                        .. bars.Select(
                            (bar, at) => new Bar(at, bar.From, bar.To) { Ink = bar.Ink, Label = Written(bar.From == 0 ? bar.To : bar.To - bar.From) }
                        ),
                    ]
                ),
            ],
            Marks = [new(result.PresentValueInputs, $"inputs {inputs}", Dash.Dashed)],
            Figures = ValueStepsPage.Table(steps).Done(),
        };
    }

    private static string Left(ValueSteps steps, int years)
    {
        string[] taken = [.. steps.Steps.Where(step => step.Amount != 0).Select(step => $"{step.Label} ({Figures.Pounds(step.Amount)})")];
        string over = string.Create(CultureInfo.InvariantCulture, $"{years} {(years == 1 ? "year" : "years")}");
        return $"Of a gross value of {Figures.Pounds(steps.Gross)} over {over}, {Figures.Pounds(steps.PresentValue)} is left as present value{(taken.Length == 0 ? "" : $" after {string.Join(", ", taken)}")}.";
    }

    private static string Written(double amount) => amount == 0 ? "£0" : Figures.Pounds(amount);
}
