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

/// <summary>The annex of a report, for analysts: everything that the first two pages rest on.</summary>
internal static class ReportAnnex
{
    private const int MostValued = 100;

    /// <summary>The annex, with its contents first.</summary>
    public static Page Of(CaseReport report)
    {
        Page sections = Sections(report);
        return new([
            new PageBlock.Annex(
                "Annex for analysts",
                "Every figure, its uncertainty and its sources. Money is in present values unless stated otherwise.",
                [.. sections.Blocks.OfType<PageBlock.Heading>().Where(heading => heading.Section is not null)]
            ),
            .. sections.Blocks,
        ]);
    }

    private static Page Sections(CaseReport report) =>
        Page.Of(page =>
        {
            Method(page, report);
            Claim(page, report);
            WhoPays(page, report);
            HowSure(page, report);
            WhatMatters(page, report);
            Limitations(page, report);
            Changes(page, report);
            Parameters(page, report);
            Again(page, report);
        });

    private static void Method(PageBuilder page, CaseReport report)
    {
        Scenario scenario = report.Scenario;
        page.Section("method", "Method, and who was involved");
        page.Line($"{ComparedFigures.FrameOf(scenario.Appraisal)}.{(scenario.Map.HasBaseline ? " Results are incremental to usual care." : "")}");
        if (scenario.Note is { } note)
        {
            page.Line(note);
        }

        page.Heading("Stakeholders, and how they were involved");
        page.List(
            scenario.Map.Stakeholders.Select(one =>
                one.Involvement is { } involved
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Party.Label}: {involved.How}{(involved.Number is { } number ? $", {number}" : "")}{(involved.Date is { } date ? $", {date}" : "")}"
                    )
                    : $"{one.Party.Label}: no involvement is recorded"
            )
        );
    }

    private static void Claim(PageBuilder page, CaseReport report)
    {
        page.Section("claim", "How much the service can claim");
        if (!report.Result.ValuesAnything)
        {
            page.Line("No outcome is valued.");
            return;
        }

        page.AddPart(ValueMapTable.Of(report.Result));
        page.Line(
            "Gross is quantity × financial proxy of one full year. Deadweight would have happened anyway, displacement is moved from elsewhere, attribution is due to others, and drop-off is lost in each year after the first."
                + (
                    report.Scenario.Appraisal.OptimismBias is null
                        ? ""
                        : " Gross is before the correction for optimism bias; the present value is after it."
                ),
            Tone.Faint
        );
        page.Add(CaseNotesPage.OfOutcomes(report.Result));
        page.Add(Charts.Waterfall(report.Result));
    }

    private static void WhoPays(PageBuilder page, CaseReport report)
    {
        page.Section("who-pays", "Who pays, and who gains");
        if (!Cells.HasFigures(report.Result))
        {
            page.Line("No cost is stated and no outcome is valued, so it is not known in pounds who pays and who gains.");
            return;
        }

        page.Add(PayersPage.Of(report.Result));
        if (report.Result.ValuesAnything)
        {
            page.Line(
                "Pays and gains are inputs and outcomes only. Transfers pass between parties and cancel out for society, so they have a column of their own. Cashable is the part of a gain that can be released as cash, with transfers.",
                Tone.Faint
            );
            page.Line(
                "Fiscal ratio: fiscal benefits and net transfers to public bodies ÷ what they pay in cash. It cannot be computed from the columns above, which do not separate fiscal benefits.",
                Tone.Faint
            );
        }

        page.Add(Charts.WhoPaysWhoGains(report.Result));
        if (report.Result.ValuesAnything)
        {
            page.Add(Charts.CashFlow(report.Result));
        }
    }

    private static void HowSure(PageBuilder page, CaseReport report)
    {
        page.Section("how-sure", "Uncertainty");
        if (!Cells.HasFigures(report.Result))
        {
            page.Line("There is no figure whose uncertainty could be stated.");
            return;
        }

        if (report.Draws.Parameters.IsEmpty)
        {
            page.Line(
                "No parameter of this case has a spread, so the uncertainty of its figures is not known. That is a limitation, not a strength."
            );
            return;
        }

        page.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Each of the {report.Draws.Parameters.Length} uncertain parameters was drawn {report.Draws.Draws:N0} times from its distribution, all of them at once, and every figure calculated for each draw. The intervals are only as good as those distributions."
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
        page.Section("what-matters", "Sensitivity");
        if (report.Tornado is { } tornado)
        {
            page.Add(Charts.Tornado(tornado));
        }

        if (report.Switching is { } switching)
        {
            page.Heading("Switching values");
            page.Add(SwitchingPage.Feasible(switching));
        }
        else
        {
            page.Line("No outcome is valued, so no parameter can change a decision about value.");
        }

        if (report.Decision is { } decision)
        {
            Information(page, decision, report.Tornado!);
        }
    }

    private static void Information(PageBuilder page, Decision decision, Tornado tornado)
    {
        page.Heading("Value of further evidence");
        Evpi everything = Evpi.Of(decision);
        page.Add(InformationPage.Of(everything));
        if (everything.Value.Value > 0)
        {
            ImmutableArray<ParameterGroup> groups = [.. tornado.Bars.Take(MostValued).Select(bar => Together(tornado.Figure, bar))];
            bool isEach = tornado.Bars.Length <= MostValued;
            page.Add(Charts.Information(decision, everything, isEach ? Evppi.Of(decision) : Evppi.Of(decision, groups), isEach));
            if (!isEach)
            {
                page.Line(
                    $"Of {tornado.Bars.Length:N0} parameters, the {MostValued} that affect the net present value most were valued one by one, the other {tornado.Bars.Length - MostValued:N0} were not. 'sroi value-of-information' values them all."
                );
            }
        }
    }

    // Shares that sum to one are known together.
    private static ParameterGroup Together(TargetFigure figure, TornadoBar bar) =>
        bar.Parameter.ShareOf is { } whole
            ? new(whole, [.. figure.Parameters().Where(input => input.ShareOf == whole).Select(input => input.Id)])
            : new(bar.Parameter.Id, [bar.Parameter.Id]);

    private static void Limitations(PageBuilder page, CaseReport report)
    {
        page.Section("limitations", "All limitations");
        if (report.Limitations.IsEmpty)
        {
            page.Line("The checks found no limitation. That does not make the evidence strong.");
            return;
        }

        page.Line("The most serious first, each with what to do about it.");
        page.List(
            report.Limitations.Select(one =>
                $"{LimitationText.Name(one.Severity)}: {LimitationText.Message(report.Scenario, one)} {one.WhatToDo} (Principle: {one.Principle}.)"
            )
        );
    }

    private static void Changes(PageBuilder page, CaseReport report)
    {
        if (report.Changes is { } changes)
        {
            page.Section("changes", "Changes, and their effect");
            page.Add(ComparisonPage.Of(changes));
            if (changes.Changes.Any(change => change.EffectOnNetPresentValue is { } effect && effect != 0))
            {
                page.Add(Charts.Changes(changes));
            }
        }
    }

    private static void Parameters(PageBuilder page, CaseReport report)
    {
        page.Section("parameters", "Every parameter and its source");
        if (report.Scenario.Parameters.IsEmpty)
        {
            page.Line("The case uses no parameter.");
            return;
        }

        page.AddPart(AssumptionsPage.Numbers(report.Scenario));
    }

    private static void Again(PageBuilder page, CaseReport report)
    {
        Scenario scenario = report.Scenario;
        RunManifest manifest = RunManifest.Of(report.Draws);
        page.Section("again", "How to reproduce it");
        page.Line(
            $"Version {manifest.Version} of the library, with these files, draws and seed, gives the same report to the last digit. How a figure was calculated, down to its sources: '{AnalysisText.Command("explain", scenario, report.Result.SroiRatio is null ? "parameters" : "ratio")}'."
        );
        page.Code(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{AnalysisText.Command("report", scenario)} --draws {report.Draws.Draws} --seed {report.Draws.Simulation.Seed} --out case.html"
            )
        );
        TableBuilder files = TableBuilder.Of("Files that were read", ("file", false), ("SHA-256, first 16 digits", false));
        foreach ((string file, string hash) in manifest.Files)
        {
            files.Row([file, hash[..16]]);
        }

        page.AddPart(files);
    }
}
