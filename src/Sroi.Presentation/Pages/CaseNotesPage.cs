using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Pages;

/// <summary>What the file of a case says in words, beside the figures that it qualifies.</summary>
internal static class CaseNotesPage
{
    /// <summary>What the service is, and what the reader of its figures has to know first.</summary>
    public static Page Before(Scenario scenario) =>
        Page.Of(page =>
        {
            if (scenario.Description is { } description)
            {
                page.Line(description);
            }

            page.Add(Qualifications(scenario));
        });

    /// <summary>The same without the description.</summary>
    public static Page Qualifications(Scenario scenario) =>
        Page.Of(page =>
        {
            if (scenario.Note is { } note)
            {
                page.Note("Read this first", note, Tone.Caution);
            }

            foreach (ServiceComponent component in scenario.Components.Where(component => component.Note is not null))
            {
                page.Line($"{component.Label}: {component.Note}", Tone.Faint);
            }
        });

    /// <summary>What the figures of the outcomes rest on.</summary>
    public static Page OfOutcomes(SroiResult result) =>
        Page.Of(page =>
        {
            foreach (Outcome outcome in result.Outcomes.Select(row => row.Value.Outcome))
            {
                if (outcome.Note is { } note)
                {
                    page.Line($"{outcome.Change}: {note}");
                }

                foreach (Parameter number in outcome.Quantity.Parameters().Where(number => number.Disclosure is not null))
                {
                    page.Line($"{number.Label}: {number.Disclosure}");
                }
            }
        });

    /// <summary>What would be enough, and what it costs for each of something.</summary>
    public static Page Enough(SroiResult result) =>
        Page.Of(page =>
        {
            foreach (CostResult cost in CostResult.Of(result.SocialReturn))
            {
                page.Line($"Cost for {cost.Unit.Label}, as paid: {(cost.Pounds is { } pounds ? Figures.Pounds(pounds) : "undefined")}.");
            }

            if (!result.Scenario.BreakEvens.IsEmpty)
            {
                page.Line("What would be enough", Tone.Strong);
                foreach (BreakEvenAnswer answer in BreakEvenAnswer.Of(result.Scenario))
                {
                    page.Line($"- {answer}");
                }

                page.Space();
            }
        });
}
