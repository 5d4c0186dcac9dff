using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>The content of a case: its question, inputs, outcomes, and every parameter with its source.</summary>
public static class AssumptionsPage
{
    /// <summary>A scenario with every parameter that it uses.</summary>
    public static Page Of(Scenario scenario) =>
        Page.Of(page =>
        {
            page.Line(scenario.Title, Tone.Strong);
            page.Line($"{scenario.Question} {ComparedFigures.FrameOf(scenario.Appraisal)}.", Tone.Faint);
            page.Add(Map(scenario));
            page.Add(Numbers(scenario));
        });

    /// <summary>The parameters, each with its spread, source and reliability.</summary>
    internal static TableBuilder Numbers(Scenario scenario)
    {
        TableBuilder table = TableBuilder.Of(
            $"Parameters (money at {scenario.Appraisal.PriceYear} prices)",
            ("parameter", false),
            ("value", true),
            ("spread", false),
            ("reliability", false),
            ("source", false)
        );
        table.Rows(
            scenario.Parameters.Values.OrderBy(number => number.Id, StringComparer.Ordinal),
            number =>
                [
                    number.Label,
                    number.IsShare ? Figures.Percent(number.Value) : Figures.WithUnit(number.Value, number.Unit),
                    number.Distribution.Describe(),
                    Trust(number),
                    Source(number),
                ],
            tone: number => number.Changes.IsEmpty ? Tone.Plain : Tone.Caution
        );
        return table;
    }

    private static TableBuilder Map(Scenario scenario)
    {
        TableBuilder table = TableBuilder.Of("Inputs and outcomes", ("", false), ("what", false), ("who", false), ("how much", false));
        foreach (Input input in scenario.Map.Inputs)
        {
            table.Row(["input", input.Label, $"paid by {input.PaidBy.Label}", $"{input.Amount} in years {YearSpan.Listed(input.Years)}"]);
        }

        table.Rows(
            scenario.Map.Outcomes,
            outcome => ["outcome", outcome.Change, outcome.Stakeholder.Label, $"{outcome.Quantity} × {outcome.Proxy.Value}"]
        );

        return table;
    }

    private static string Trust(Parameter number) =>
        string.Join(
            ", ",
            new[]
            {
                number.Confidence == Confidence.Unstated ? null : number.Confidence.ToString().ToLowerInvariant(),
                number.Grade is { } grade ? $"grade {grade} of 6" : null,
            }.OfType<string>()
        )
            is { Length: > 0 } stated
            ? stated
            : "not stated";

    private static string Source(Parameter number) =>
        string.Join(
            "\n",
            new[] { number.Source?.ToString() ?? "no source", number.Weakness }.OfType<string>().Concat(ExplanationText.ChangesOf(number))
        );
}
