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

/// <summary>The report of a case as a document.</summary>
internal static class CaseReportHtml
{
    private const int MostValued = 100;

    public static string Write(CaseReport report)
    {
        ReportBuilder html = new();
        WeakSpots(html, report);
        ValueMap(html, report);
        WhoPays(html, report);
        HowSure(html, report);
        WhatMatters(html, report);
        Changes(html, report);
        Assumptions(html, report);
        NotValued(html, report);
        Again(html, report);
        return html.Document(report.Scenario.Title, Opening(report));
    }

    private static string Opening(CaseReport report)
    {
        Scenario scenario = report.Scenario;
        string question = scenario.Question is { } asked ? $"<p><strong>The question:</strong> {PageHtml.Text(asked)}</p>\n" : "";
        string changed = AnalysisText.Overlaid(report.Result.SocialReturn) is { Length: > 0 } overlaid
            ? $"<p><strong>Changed from the base case</strong>{PageHtml.Text(overlaid)}; what that did is told below.</p>\n"
            : "";
        string frame = $"{ComparedFigures.FrameOf(scenario.Appraisal)}.{(scenario.Map.HasBaseline ? " Incremental to usual care." : "")}";
        string power = scenario.PowerSharedWith.IsEmpty ? "" : $", power shared with {string.Join(", ", scenario.PowerSharedWith)}";
        return $"""
            {question}{changed}<div class="answer" role="region" aria-label="The answer"><p>{PageHtml.Text(AnswerText.Answer(report))}</p></div>
            <div class="caveat" role="region" aria-label="The main caveat"><p>{PageHtml.Text(AnswerText.Caveat(report))}</p></div>
            <p>Delivery: {PageHtml.Text(DeliveryModels.Name(scenario.DeliveryModel) + power)}. Measured in {PageHtml.Text(frame)}</p>

            """;
    }

    private static void WeakSpots(ReportBuilder html, CaseReport report)
    {
        html.Section("weak-spots", "Where it is weak");
        if (report.WeakSpots.IsEmpty)
        {
            html.Paragraph(AnswerText.Caveat(report));
            return;
        }

        html.Paragraph("Said here before others find it, gravest first, each with what to do about it.");
        html.List(
            report.WeakSpots.Select(spot => $"{AnswerText.Name(spot.Severity)}: {spot.Message} {spot.WhatToDo} (Principle: {spot.Principle}.)")
        );
    }

    private static void ValueMap(ReportBuilder html, CaseReport report)
    {
        html.Section("value-map", "What changes, and what it is worth");
        if (report.Result.ValuesAnything)
        {
            html.Add(ValueMapTable.Of(report.Result));
            html.Paragraph(
                "Gross is quantity × financial proxy of one full year. Deadweight would have happened anyway, displacement was moved from elsewhere, attribution was caused by others; drop-off is lost each year after the first."
                    + (
                        report.Scenario.Appraisal.OptimismBias is null
                            ? ""
                            : " Gross is before the correction for optimism; the present value is after it."
                    )
            );
            html.Add(Charts.Waterfall(report.Result));
        }
        else
        {
            html.Paragraph("Nothing is valued; see what is not valued, and why.");
        }

        Involved(html, report.Scenario);
    }

    private static void Involved(ReportBuilder html, Scenario scenario)
    {
        html.Heading("Who was asked");
        html.List(
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

    private static void WhoPays(ReportBuilder html, CaseReport report)
    {
        html.Section("who-pays", "Who pays, and who gains");
        html.Add(ResultPage.Payers(report.Result));
        html.Add(Charts.WhoPaysWhoGains(report.Result));
        if (report.Result.ValuesAnything)
        {
            html.Add(Charts.CashFlow(report.Result));
        }
    }

    private static void HowSure(ReportBuilder html, CaseReport report)
    {
        html.Section("how-sure", "How sure the answer is");
        if (report.Draws.Inputs.IsEmpty)
        {
            html.Paragraph("No number of this case has a spread, so nothing here says how sure the figures are. That is a weakness, not a strength.");
            return;
        }

        html.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Each of the {report.Draws.Inputs.Length} uncertain numbers was drawn {report.Draws.Draws:N0} times from its evidence, all of them at once, and the same formula computed for each draw. The spread is only as good as that evidence."
            )
        );
        if (report.HasInterval)
        {
            html.Add(Charts.RatioDistribution(report.Draws));
        }

        html.Add(SimulationPage.Of(report.Draws));
        if (report.Decision is { } decision)
        {
            html.Add(Charts.Acceptability(AcceptabilityCurve.Of(decision)));
        }

        if (report.HasInterval)
        {
            html.Add(Charts.Convergence(report.Draws));
        }
    }

    private static void WhatMatters(ReportBuilder html, CaseReport report)
    {
        html.Section("what-matters", "What matters most");
        if (report.Tornado is { } tornado)
        {
            html.Add(Charts.Tornado(tornado));
        }

        if (report.Switching is { } switching)
        {
            html.Heading("What each number would have to be for the decision to turn");
            html.Add(SwitchingPage.Of(switching));
        }
        else
        {
            html.Paragraph("Nothing is valued, so that no number can turn a decision about value.");
        }

        if (report.Decision is { } decision)
        {
            Information(html, decision, report.Tornado!);
        }
    }

    private static void Information(ReportBuilder html, Decision decision, Tornado tornado)
    {
        html.Heading("What evidence to buy next");
        Evpi everything = Evpi.Of(decision);
        html.Add(InformationPage.Of(everything));
        if (everything.Value.Value > 0)
        {
            ImmutableArray<InputGroup> groups = [.. tornado.Bars.Take(MostValued).Select(bar => Together(tornado.Figure, bar))];
            bool isEach = tornado.Bars.Length <= MostValued;
            html.Add(Charts.Information(decision, everything, isEach ? Evppi.Of(decision) : Evppi.Of(decision, groups), isEach));
            if (!isEach)
            {
                html.Paragraph(
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

    private static void Changes(ReportBuilder html, CaseReport report)
    {
        if (report.Changes is { } changes)
        {
            html.Section("changes", "What was changed, and what it did");
            html.Add(ComparisonPage.Of(changes));
            if (changes.Changes.Any(change => change.EffectOnNetPresentValue is { } effect && effect != 0))
            {
                html.Add(Charts.Changes(changes));
            }
        }
    }

    private static void Assumptions(ReportBuilder html, CaseReport report)
    {
        html.Section("assumptions", "Every number and its source");
        html.Add(AssumptionsPage.Numbers(report.Scenario));
    }

    private static void NotValued(ReportBuilder html, CaseReport report)
    {
        html.Section("not-valued", "Real, but not valued");
        if (report.Scenario.Map.NotValued.IsEmpty)
        {
            html.Paragraph("Nothing is recorded here. A case in which everything could be valued is rare; ask what was left out.");
            return;
        }

        html.List(
            report.Scenario.Map.NotValued.Select(change =>
                $"{change.Change}{(change.Stakeholder is { } party ? $" ({party.Label})" : "")}: {change.Why}"
            )
        );
    }

    private static void Again(ReportBuilder html, CaseReport report)
    {
        Scenario scenario = report.Scenario;
        RunManifest manifest = RunManifest.Of(report.Draws);
        string figure = report.Result.SroiRatio is null ? "parameters" : "ratio";
        html.Section("again", "How to make it again");
        html.Paragraph(
            $"Version {manifest.Version} of the library, with these files, draws and seed, gives the same report to the last digit. Why a number is what it is, down to its source: 'sroi explain {scenario.Id} {figure}{AnalysisText.Options(scenario)}'."
        );
        html.Code(
            string.Create(
                CultureInfo.InvariantCulture,
                $"sroi report {scenario.Id}{AnalysisText.Options(scenario)} --draws {report.Draws.Draws} --seed {report.Draws.Simulation.Seed} --out case.html"
            )
        );
        TableBuilder files = TableBuilder.Of("The files that its numbers came from", ("file", false), ("SHA-256, first 16 digits", false));
        foreach ((string file, string hash) in manifest.Files)
        {
            files.Row([file, hash[..16]]);
        }

        html.Add(files);
    }
}
