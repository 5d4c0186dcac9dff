using System.Collections.Immutable;
using System.Globalization;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Presentation.Reports;

/// <summary>What is in the report of a case, block by block; each medium writes them in its own way.</summary>
internal static class CaseReportBlocks
{
    private const int MostValued = 100;

    /// <summary>What comes before the contents: the question, the answer, its main limitation.</summary>
    public static Page Opening(CaseReport report) =>
        Page.Of(page =>
        {
            Scenario scenario = report.Scenario;
            if (scenario.Question is { } question)
            {
                page.Line($"The question: {question}", Tone.Strong);
            }

            if (AnalysisText.Overlaid(report.Result.SocialReturn) is { Length: > 0 } overlaid)
            {
                page.Line($"Changed from the base case{overlaid}; what that did is told below.", Tone.Strong);
            }

            page.Note("The answer", AnswerText.Answer(report));
            page.Note("The main caveat", AnswerText.Caveat(report), Tone.Caution);
            string frame = $"{ComparedFigures.FrameOf(scenario.Appraisal)}.{(scenario.Map.HasBaseline ? " Incremental to usual care." : "")}";
            string power = scenario.PowerSharedWith.IsEmpty ? "" : $", power shared with {string.Join(", ", scenario.PowerSharedWith)}";
            page.Line($"Delivery: {DeliveryModels.Name(scenario.DeliveryModel)}{power}. Measured in {frame}");
        });

    /// <summary>Its sections.</summary>
    public static Page Sections(CaseReport report) =>
        Page.Of(page =>
        {
            WeakSpots(page, report);
            ValueMap(page, report);
            WhoPays(page, report);
            HowSure(page, report);
            WhatMatters(page, report);
            Changes(page, report);
            Assumptions(page, report);
            NotValued(page, report);
            Again(page, report);
        });

    private static void WeakSpots(PageBuilder page, CaseReport report)
    {
        page.Section("weak-spots", "Where it is weak");
        if (report.WeakSpots.IsEmpty)
        {
            page.Line(AnswerText.Caveat(report));
            return;
        }

        page.Line("Said here before others find it, gravest first, each with what to do about it.");
        page.List(
            report.WeakSpots.Select(spot => $"{AnswerText.Name(spot.Severity)}: {spot.Message} {spot.WhatToDo} (Principle: {spot.Principle}.)")
        );
    }

    private static void ValueMap(PageBuilder page, CaseReport report)
    {
        page.Section("value-map", "What changes, and what it is worth");
        if (report.Result.ValuesAnything)
        {
            page.AddPart(ValueMapTable.Of(report.Result));
            page.Line(
                "Gross is quantity × financial proxy of one full year. Deadweight would have happened anyway, displacement was moved from elsewhere, attribution was caused by others; drop-off is lost each year after the first."
                    + (
                        report.Scenario.Appraisal.OptimismBias is null
                            ? ""
                            : " Gross is before the correction for optimism; the present value is after it."
                    )
            );
            page.Add(Charts.Waterfall(report.Result));
        }
        else
        {
            page.Line("Nothing is valued; see what is not valued, and why.");
        }

        Involved(page, report.Scenario);
    }

    private static void Involved(PageBuilder page, Scenario scenario)
    {
        page.Heading("Who was asked");
        page.List(
            scenario.Map.Stakeholders.Select(one =>
                one.Involvement is { } involved
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Party.Label}: {involved.How}{(involved.Number is { } number ? $", {number}" : "")}{(involved.Date is { } date ? $", {date}" : "")}"
                    )
                    : $"{one.Party.Label}: not known to have been asked"
            )
        );
    }

    private static void WhoPays(PageBuilder page, CaseReport report)
    {
        page.Section("who-pays", "Who pays, and who gains");
        page.Add(ResultPage.Payers(report.Result));
        page.Add(Charts.WhoPaysWhoGains(report.Result));
        if (report.Result.ValuesAnything)
        {
            page.Add(Charts.CashFlow(report.Result));
        }
    }

    private static void HowSure(PageBuilder page, CaseReport report)
    {
        page.Section("how-sure", "How sure the answer is");
        if (report.Draws.Inputs.IsEmpty)
        {
            page.Line("No number of this case has a spread, so nothing here says how sure the figures are. That is a weakness, not a strength.");
            return;
        }

        page.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Each of the {report.Draws.Inputs.Length} uncertain numbers was drawn {report.Draws.Draws:N0} times from its evidence, all of them at once, and the same formula computed for each draw. The spread is only as good as that evidence."
            )
        );
        if (report.HasInterval)
        {
            page.Add(Charts.RatioDistribution(report.Draws));
        }

        page.Add(SimulationPage.Of(report.Draws));
        if (report.Decision is { } decision)
        {
            page.Add(Charts.Acceptability(AcceptabilityCurve.Of(decision)));
        }

        if (report.HasInterval)
        {
            page.Add(Charts.Convergence(report.Draws));
        }
    }

    private static void WhatMatters(PageBuilder page, CaseReport report)
    {
        page.Section("what-matters", "What matters most");
        if (report.Tornado is { } tornado)
        {
            page.Add(Charts.Tornado(tornado));
        }

        if (report.Switching is { } switching)
        {
            page.Heading("What each number would have to be for the decision to turn");
            page.Add(SwitchingPage.Of(switching));
        }
        else
        {
            page.Line("Nothing is valued, so that no number can turn a decision about value.");
        }

        if (report.Decision is { } decision)
        {
            Information(page, decision, report.Tornado!);
        }
    }

    private static void Information(PageBuilder page, Decision decision, Tornado tornado)
    {
        page.Heading("What evidence to buy next");
        Evpi everything = Evpi.Of(decision);
        page.Add(InformationPage.Of(everything));
        if (everything.Value.Value > 0)
        {
            ImmutableArray<InputGroup> groups = [.. tornado.Bars.Take(MostValued).Select(bar => Together(tornado.Figure, bar))];
            bool isEach = tornado.Bars.Length <= MostValued;
            page.Add(Charts.Information(decision, everything, isEach ? Evppi.Of(decision) : Evppi.Of(decision, groups), isEach));
            if (!isEach)
            {
                page.Line(
                    $"Of {tornado.Bars.Length:N0} numbers, the {MostValued} that move the net present value most by themselves were valued one by one; the other {tornado.Bars.Length - MostValued:N0} were not. 'sroi value-of-information' values them all."
                );
            }
        }
    }

    // Shares that sum to one are known together.
    private static InputGroup Together(TargetFigure figure, TornadoBar bar) =>
        bar.Input.ShareOf is { } whole
            ? new(whole, [.. figure.Inputs().Where(input => input.ShareOf == whole).Select(input => input.Id)])
            : new(bar.Input.Id, [bar.Input.Id]);

    private static void Changes(PageBuilder page, CaseReport report)
    {
        if (report.Changes is { } changes)
        {
            page.Section("changes", "What was changed, and what it did");
            page.Add(ComparisonPage.Of(changes));
            if (changes.Changes.Any(change => change.EffectOnNetPresentValue is { } effect && effect != 0))
            {
                page.Add(Charts.Changes(changes));
            }
        }
    }

    private static void Assumptions(PageBuilder page, CaseReport report)
    {
        page.Section("assumptions", "Every number and its source");
        page.AddPart(AssumptionsPage.Numbers(report.Scenario));
    }

    private static void NotValued(PageBuilder page, CaseReport report)
    {
        page.Section("not-valued", "Real, but not valued");
        if (report.Scenario.Map.NotValued.IsEmpty)
        {
            page.Line("Nothing is recorded here. A case in which everything could be valued is rare; ask what was left out.");
            return;
        }

        page.List(
            report.Scenario.Map.NotValued.Select(change =>
                $"{change.Change}{(change.Stakeholder is { } party ? $" ({party.Label})" : "")}: {change.Why}"
            )
        );
    }

    private static void Again(PageBuilder page, CaseReport report)
    {
        Scenario scenario = report.Scenario;
        RunManifest manifest = RunManifest.Of(report.Draws);
        string figure = report.Result.SroiRatio is null ? "parameters" : "ratio";
        page.Section("again", "How to make it again");
        page.Line(
            $"Version {manifest.Version} of the library, with these files, draws and seed, gives the same report to the last digit. Why a number is what it is, down to its source: '{AnalysisText.Command("explain", scenario, figure)}'."
        );
        page.Code(
            string.Create(
                CultureInfo.InvariantCulture,
                $"sroi report {AnalysisText.Word(scenario.Named)}{AnalysisText.Options(scenario)} --draws {report.Draws.Draws} --seed {report.Draws.Simulation.Seed} --out case.html"
            )
        );
        TableBuilder files = TableBuilder.Of("The files that its numbers came from", ("file", false), ("SHA-256, first 16 digits", false));
        foreach ((string file, string hash) in manifest.Files)
        {
            files.Row([file, hash[..16]]);
        }

        page.AddPart(files);
    }
}
