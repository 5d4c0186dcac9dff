using System.Collections.Immutable;
using Spectre.Console;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Uncertainty;

namespace Sroi.Cli.Tables;

/// <summary>What information is worth, as a person reads it.</summary>
internal static class InformationTables
{
    public static void Write(
        IAnsiConsole console,
        Decision decision,
        Evpi evpi,
        ImmutableArray<Evppi> inputs,
        DecisionReach reach,
        ImmutableArray<ResearchPriority> research
    )
    {
        Layout.Line(console, "What it would be worth to know more before deciding", "bold");
        foreach (DecisionOption option in decision.Options)
        {
            Layout.Line(
                console,
                $"{option.Name}: {option.SocialReturn.Scenario.Title}, {ComparedFigures.FrameOf(option.SocialReturn.Scenario.Appraisal)}.",
                "dim"
            );
        }

        AnalysisText.Comparability(console, decision);
        console.WriteLine();
        Alternatives(console, decision, evpi);
        Perfect(console, evpi, reach);
        if (evpi.Value.Value > 0)
        {
            Partial(console, inputs, reach);
            Research(console, research);
        }

        AnalysisText.Again(console, AnalysisText.DrawsAndSeed(decision));
    }

    private static void Alternatives(IAnsiConsole console, Decision decision, Evpi evpi)
    {
        Table table = Layout.Table(null, ("alternative", false), ("mean NPV", true), ("chance to be best", true), ("expected loss", true));
        foreach (ExpectedAlternative alternative in evpi.Alternatives)
        {
            table.Row(
                [
                    decision.Short(alternative.Name),
                    AnalysisText.Pounds(alternative.NetPresentValue),
                    AnalysisText.Chance(alternative.ProbabilityBest),
                    AnalysisText.Pounds(alternative.ExpectedLoss),
                ],
                alternative.Name == evpi.BestNow ? "bold" : null
            );
        }

        console.Write(table);
    }

    private static void Perfect(IAnsiConsole console, Evpi evpi, DecisionReach reach)
    {
        Layout.Line(
            console,
            $"On what is known now the best choice is: {evpi.BestNow}. The chance that another would be better is {AnalysisText.Chance(evpi.ProbabilityBestNowIsWrong)}."
        );
        if (evpi.Value.Value <= 0)
        {
            Layout.Line(
                console,
                "In no draw would another choice have been better: nothing that could be learned about these numbers would change the decision, and no study of them is worth its price. What could change it is what is not in them: see what is not valued ('sroi run')."
            );
            return;
        }

        Layout.Line(
            console,
            $"To know every number for certain would be worth at most {AnalysisText.Pounds(evpi.Value)} for this decision (standard error {AnalysisText.Error(evpi.Value)}){(evpi.PerPerson is { } person ? $", {Figures.Pounds(person, evpi.Value.StandardError * person / evpi.Value.Value)} a person served" : "")}.",
            "bold"
        );
        if (reach != DecisionReach.One)
        {
            Layout.Line(
                console,
                $"Over {Figures.Number(reach.CasesPerYear)} such cases a year for {reach.Years} year{(reach.Years == 1 ? "" : "s")}, discounted: {AnalysisText.Pounds(Scaled(evpi.Value, reach))}."
            );
        }

        if (evpi.DrawsNeeded is { } needed)
        {
            Layout.Line(
                console,
                $"The error is large beside the value; about {AnalysisText.About(needed)} draws bring it below a twentieth.",
                "yellow"
            );
        }

        console.WriteLine();
    }

    private static void Partial(IAnsiConsole console, ImmutableArray<Evppi> inputs, DecisionReach reach)
    {
        Evppi[] shown = [.. inputs.Where(row => row.Value.Value > 0 || row.Nested is { Value.Value: > 0 })];
        bool isChecked = shown.Any(row => row.Nested is not null);
        Table table = Layout.Table(
            "To know one number for certain would be worth at most",
            [
                ("number", false),
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
                AnalysisText.Last(row.Group.Name),
                AnalysisText.Pounds(row.Value),
                AnalysisText.Error(row.Value),
                Figures.Percent(row.ShareOfEvpi, 0.001),
                .. reach == DecisionReach.One ? [] : new[] { AnalysisText.Pounds(Scaled(row.Value, reach)) },
                .. isChecked ? new[] { Nested(row) } : [],
            ]);
        }

        if (shown.Length > 0)
        {
            console.Write(table);
        }

        Idle(console, shown.Length, inputs.Length - shown.Length);
    }

    private static void Idle(IAnsiConsole console, int shown, int idle)
    {
        if (idle > 0)
        {
            Layout.Line(
                console,
                shown == 0
                    ? "No number by itself would change the decision, however well it were known; several together would."
                    : $"{idle} more: to know {(idle == 1 ? "it alone" : "one of them alone")} would not change the decision, as far as these draws tell.",
                "dim"
            );
        }

        Layout.Line(
            console,
            "By regression on the draws. They do not add up: numbers are worth more, or less, together. A real study gives less than perfect knowledge.",
            "dim"
        );
        console.WriteLine();
    }

    private static string Nested(Evppi row) =>
        row.Nested is { } nested ? $"{AnalysisText.Pounds(nested.Value)} ± {AnalysisText.Error(nested.Value)}" : "–";

    private static void Research(IAnsiConsole console, ImmutableArray<ResearchPriority> research)
    {
        if (research.IsEmpty)
        {
            return;
        }

        Table table = Layout.Table(
            "Which study would be worth its price",
            ("to find out", false),
            ("worth at most", true),
            ("costs", true),
            ("", false)
        );
        foreach (ResearchPriority row in research.Where(row => row.Worth.Value > 0))
        {
            table.Row([AnalysisText.Last(row.Group.Name), AnalysisText.Pounds(row.Worth), Figures.Pounds(row.Cost), Verdict(row)]);
        }

        if (research.Any(row => row.Worth.Value > 0))
        {
            console.Write(table);
        }

        int idle = research.Count(row => row.Worth.Value <= 0);
        if (idle > 0)
        {
            Layout.Line(
                console,
                $"No study of {(idle == research.Length ? "any of these numbers" : $"the other {idle}")} by itself would be worth its price: the decision would stay."
            );
        }

        console.WriteLine();
    }

    private static string Verdict(ResearchPriority row) =>
        row.Verdict switch
        {
            ResearchVerdict.MayBeWorthIt => "may be worth it",
            ResearchVerdict.NotWorthIt => "not worth it",
            _ => "too close to tell",
        };

    private static Estimate Scaled(Estimate value, DecisionReach reach) => new(value.Value * reach.Factor, value.StandardError * reach.Factor);
}
