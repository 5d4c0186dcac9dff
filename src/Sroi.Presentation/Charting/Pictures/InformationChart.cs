using System.Collections.Immutable;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>What it would be worth to know each number.</summary>
internal static class InformationChart
{
    private const int MostBars = 12;

    public static Chart Of(Decision decision, Evpi everything, ImmutableArray<Evppi> inputs, bool isEach)
    {
        Evppi[] shown = [.. inputs.Where(input => input.Value.Value > 0).OrderByDescending(input => input.Value.Value).Take(MostBars)];
        string[] names = ["everything", .. shown.Select(Name)];
        double[] values = [everything.Value.Value, .. shown.Select(input => input.Value.Value)];
        double[] errors = [everything.Value.StandardError, .. shown.Select(input => input.Value.StandardError)];
        return new()
        {
            Name = "information",
            Title = "What is perfect information on a parameter worth before deciding?",
            Alternative =
                $"The most that perfect information can be worth, for one decision of this size: on everything {AnalysisText.Pounds(everything.Value)}{string.Concat(shown.Select(input => $"; {Name(input)} {AnalysisText.Pounds(input.Value)}"))}. A study that costs more is not worth its cost for this decision alone.",
            Source =
                ChartSource.Of(decision)
                + $" Perfect information; a real study gives less. Parameters that are not shown are {(isEach && shown.Length == inputs.Count(input => input.Value.Value > 0) ? "worth nothing alone" : "worth less alone, or were not valued")}.",
            Positions = Axis.Of("parameter", names),
            Values = new(ChartSource.Pounds(decision.Options[0].SocialReturn.Scenario.Appraisal, "value of perfect information"), AxisFormat.Pounds),
            IsSideways = true,
            Series =
            [
                new Series.Bars(
                    "",
                    Ink.Gain,
                    [
                        .. values.Select(
                            (value, at) => new Bar(at, 0, value) { Ink = at == 0 ? Ink.Neutral : Ink.Gain, Label = Figures.Pounds(value, errors[at]) }
                        ),
                    ]
                ),
            ],
            Figures = Table(everything, shown),
        };
    }

    private static string Name(Evppi input) => AnalysisText.Name(input.Group).Replace('_', ' ');

    private static PageTable Table(Evpi everything, Evppi[] inputs)
    {
        TableBuilder table = TableBuilder.Of(
            "Value of perfect information (GBP)",
            ("parameter", false),
            ("value", true),
            ("standard error", true),
            ("share of everything", true)
        );
        table.Row(["everything", AnalysisText.Pounds(everything.Value), AnalysisText.Error(everything.Value), ""], Tone.Strong);
        foreach (Evppi input in inputs)
        {
            table.Row([
                input.Group.Name,
                AnalysisText.Pounds(input.Value),
                AnalysisText.Error(input.Value),
                AnalysisText.Percent(input.ShareOfEvpi, 0.01),
            ]);
        }

        return table.Done();
    }
}
