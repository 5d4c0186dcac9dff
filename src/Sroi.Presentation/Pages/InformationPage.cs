using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Presentation.Pages;

/// <summary>What information is worth, as a person reads it.</summary>
public static class InformationPage
{
    /// <summary>What it would be worth to know before deciding.</summary>
    public static Page Of(
        Decision decision,
        Evpi evpi,
        ImmutableArray<Evppi> inputs,
        DecisionReach reach,
        ImmutableArray<ResearchPriority> research
    ) => Page.Of(page => Write(page, decision, evpi, inputs, reach, research));

    /// <summary>What it would be worth to know everything before deciding.</summary>
    public static Page Of(Evpi evpi) =>
        Page.Of(page =>
        {
            Alternatives(page, evpi, name => name);
            Perfect(page, evpi, DecisionReach.One);
        });

    private static void Write(
        PageBuilder page,
        Decision decision,
        Evpi evpi,
        ImmutableArray<Evppi> inputs,
        DecisionReach reach,
        ImmutableArray<ResearchPriority> research
    )
    {
        page.Line("Value of information before deciding", Tone.Strong);
        foreach (DecisionOption option in decision.Options)
        {
            page.Line(
                $"{option.Name}: {option.SocialReturn.Scenario.Title}, {ComparedFigures.FrameOf(option.SocialReturn.Scenario.Appraisal)}.",
                Tone.Faint
            );
        }

        AnalysisText.Comparability(page, decision);
        page.Space();
        Alternatives(page, evpi, decision.Short);
        Perfect(page, evpi, reach);
        if (evpi.Value.Value > 0)
        {
            Partial(page, inputs, reach);
            Research(page, research);
        }

        AnalysisText.Again(page, AnalysisText.DrawsAndSeed(decision));
    }

    private static void Alternatives(PageBuilder page, Evpi evpi, Func<string, string> name)
    {
        TableBuilder table = TableBuilder.Of(
            null,
            evpi.Alternatives,
            alternative => alternative.Name == evpi.BestNow ? Tone.Strong : Tone.Plain,
            [("alternative", false, alternative => name(alternative.Name)), .. DecisionColumns.Alternatives.Where(column => column.IsNumber).Shown()]
        );

        page.Add(table);
    }

    private static void Perfect(PageBuilder page, Evpi evpi, DecisionReach reach)
    {
        page.Line(
            $"Best choice on current evidence: {evpi.BestNow}. The probability that another would be better is {AnalysisText.Chance(evpi.ProbabilityBestNowIsWrong)}."
        );
        if (evpi.Value.Value <= 0)
        {
            page.Line(
                "In no draw would another choice have been better: better evidence on these parameters would not change the decision, so no study of them is worth its cost. Outcomes that are not valued could still change it (see 'sroi run')."
            );
            return;
        }

        page.Line(
            $"Perfect information on all parameters is worth at most {AnalysisText.Pounds(evpi.Value)} for this decision (standard error {AnalysisText.Error(evpi.Value)}){(evpi.PerPerson is { } person ? $", {Figures.Pounds(person, evpi.Value.StandardError * person / evpi.Value.Value)} per person served" : "")}.",
            Tone.Strong
        );
        if (reach != DecisionReach.One)
        {
            page.Line(
                $"Over {Figures.Number(reach.CasesPerYear)} such cases a year for {reach.Years} year{(reach.Years == 1 ? "" : "s")}, discounted: {AnalysisText.Pounds(reach.Over(evpi.Value))}."
            );
        }

        if (evpi.DrawsNeeded is { } needed)
        {
            page.Line(
                $"The standard error is large relative to the value; about {AnalysisText.About(needed)} draws bring it below a twentieth.",
                Tone.Caution
            );
        }

        page.Space();
    }

    private static void Partial(PageBuilder page, ImmutableArray<Evppi> inputs, DecisionReach reach)
    {
        Evppi[] shown = [.. inputs.Where(row => row.Value.Value > 0 || row.Nested is { Value.Value: > 0 })];
        bool isChecked = shown.Any(row => row.Nested is not null);
        TableBuilder table = TableBuilder.Of(
            "Perfect information on one parameter is worth at most",
            [
                ("parameter", false),
                ("worth", true),
                ("error", true),
                ("of all", true),
                .. reach == DecisionReach.One ? [] : new[] { ("over all cases", true) },
                .. isChecked ? new[] { ("nested run", true) } : [],
            ]
        );
        foreach (Evppi row in shown)
        {
            table.Row([
                AnalysisText.Name(row.Group),
                AnalysisText.Pounds(row.Value),
                AnalysisText.Error(row.Value),
                Figures.Percent(row.ShareOfEvpi, 0.001),
                .. reach == DecisionReach.One ? [] : new[] { AnalysisText.Pounds(reach.Over(row.Value)) },
                .. isChecked ? new[] { Nested(row) } : [],
            ]);
        }

        if (shown.Length > 0)
        {
            page.Add(table);
        }

        Idle(page, shown.Length, inputs.Length - shown.Length);
    }

    private static void Idle(PageBuilder page, int shown, int idle)
    {
        if (idle > 0)
        {
            page.Line(
                shown == 0
                    ? "Perfect information on one parameter alone would not change the decision; on several together it would."
                    : $"{idle} more: perfect information on {(idle == 1 ? "it" : "one of them")} alone would not change the decision in these draws.",
                Tone.Faint
            );
        }

        page.Line(
            "Estimated by regression on the draws. The values do not add up: parameters are worth more, or less, together. A real study gives less than perfect information.",
            Tone.Faint
        );
        page.Space();
    }

    private static string Nested(Evppi row) =>
        row.Nested is { } nested ? $"{AnalysisText.Pounds(nested.Value)} ± {AnalysisText.Error(nested.Value)}" : "–";

    private static void Research(PageBuilder page, ImmutableArray<ResearchPriority> research)
    {
        if (research.IsEmpty)
        {
            return;
        }

        TableBuilder table = TableBuilder.Of(
            "Which study would be worth its cost",
            research.Where(row => row.Worth.Value > 0),
            ("to find out", false, row => AnalysisText.Name(row.Group)),
            ("worth at most", true, row => AnalysisText.Pounds(row.Worth)),
            ("costs", true, row => Figures.Pounds(row.Cost)),
            ("", false, row => Verdict(row))
        );

        if (research.Any(row => row.Worth.Value > 0))
        {
            page.Add(table);
        }

        int idle = research.Count(row => row.Worth.Value <= 0);
        if (idle > 0)
        {
            page.Line(
                $"No study of {(idle == research.Length ? "any of these parameters" : $"the other {idle}")} alone would be worth its cost: the decision would not change."
            );
        }

        page.Space();
    }

    private static string Verdict(ResearchPriority row) =>
        row.Verdict switch
        {
            ResearchVerdict.MayBeWorthIt => "may be worth it",
            ResearchVerdict.NotWorthIt => "not worth it",
            _ => "not clear",
        };
}
