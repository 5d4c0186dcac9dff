using System.Collections.Immutable;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Reports;

/// <summary>The first two pages of a report, for trustees and funders: the answer, what it rests on, its limitations, the value map.</summary>
internal static class ReportFront
{
    private const int MostLimitations = 3;

    public static Page Of(CaseReport report) =>
        Page.Of(page =>
        {
            page.Add(Masthead(report.Scenario));
            if (AnalysisText.Overlaid(report.Result.SocialReturn) is { Length: > 0 } overlaid)
            {
                page.Line($"Changed from the base case{overlaid}. The annex shows the effect of each change.", Tone.Strong);
            }

            page.Add(Answer(report));
            page.Add(CaseNotesPage.Qualifications(report.Scenario));
            if (ResultCaveat.BaseOffExpected(report.Limitations) is { } differs)
            {
                page.Line(differs, Tone.Caution);
            }

            RestsOn(page, report);
            Limitations(page, report);
            ValueMap(page, report);
            Enough(page, report);
        });

    private static PageBlock.Masthead Masthead(Scenario scenario)
    {
        string power = scenario.PowerSharedWith.IsEmpty ? "" : $", power shared with {string.Join(", ", scenario.PowerSharedWith)}";
        Prepared? prepared = scenario.Prepared;
        (string Label, string? Value)[] facts =
        [
            ("Prepared by", prepared?.By ?? (prepared?.Organisation is null ? "not stated" : null)),
            ("Organisation", prepared?.Organisation),
            ("For", prepared?.For),
            ("Date", prepared?.Date),
            ("Delivery", DeliveryModels.Name(scenario.DeliveryModel) + power),
        ];
        return new(
            "Social return on investment",
            scenario.Title,
            scenario.Description ?? "",
            [.. facts.Where(fact => fact.Value is not null).Select(fact => new Fact(fact.Label, fact.Value!))]
        )
        {
            Logo = prepared?.Logo is { } logo ? $"data:{logo.MediaType};base64,{Convert.ToBase64String(logo.Content.AsSpan())}" : null,
        };
    }

    private static PageBlock.Answer Answer(CaseReport report)
    {
        SroiResult result = report.Result;
        (string Label, string? Value)[] facts =
        [
            ($"Cost over {AnswerText.Years(report)}", Cells.HasFigures(result) ? Figures.Pounds(result.PresentValueInputs) : "not stated"),
            ("Value that could be counted", result.ValuesAnything ? Figures.Pounds(result.PresentValueBenefits) : "none"),
            ("Net present value", result.NetPresentValue is { } net ? Figures.Pounds(net) : null),
            (
                $"Cost for each of {(result.PeopleServed is { } people ? Figures.Short(people) : "")} people",
                result.CostPerPerson is { } cost ? Figures.Pounds(cost) : null
            ),
        ];
        return new(
            report.Scenario.Question ?? "What does each pound invested bring back?",
            result.SroiRatio is { } ratio ? $"{Figures.Ratio(ratio)} : 1" : null,
            AnswerText.Answer(report),
            [.. facts.Where(fact => fact.Value is not null).Select(fact => new Fact(fact.Label, fact.Value!))]
        )
        {
            Interval = AnswerInterval.Of(report),
        };
    }

    // What would be enough for the service to pay for itself, and its cost for each unit that people count.
    private static void Enough(PageBuilder page, CaseReport report)
    {
        string[] sentences =
        [
            .. BreakEvenAnswer.Of(report.Scenario).Select(answer => answer.ToString()),
            .. CostResult
                .Of(report.Result.SocialReturn)
                .Where(cost => cost.Pounds is not null)
                .Select(cost => $"Cost for {cost.Unit.Label}, as paid: {Figures.Pounds(cost.Pounds!.Value)}."),
        ];
        if (sentences.Length > 0)
        {
            page.Section("enough", "What would be enough", "Each by itself, everything else as in the base case.");
            page.List(sentences);
        }
    }

    private static void RestsOn(PageBuilder page, CaseReport report)
    {
        page.Section("rests-on", "What the answer rests on most");
        if (report.Tornado is not { } tornado || tornado.Bars is not [{ Swing: > 0 } bar, ..])
        {
            page.Line(
                report.Result.ValuesAnything
                    ? "No parameter with a spread affects the result, so it is not known on which it rests most."
                    : "No outcome is valued, so there is no result that could rest on a parameter."
            );
            return;
        }

        TargetFigure figure = tornado.Figure;
        page.Line($"{bar.Label}: {bar.Parameter.Short(bar.Parameter.Base)}{UnitOf(bar.Parameter)}.", Tone.Strong);
        page.Line(
            $"Of all parameters this one moves the result most. Its evidence ranges from {bar.Parameter.Short(bar.Low)} to {bar.Parameter.Short(bar.High)}; all else equal, the {figure.Label} would be {figure.Shown(bar.FigureAtLow)} at the one end and {figure.Shown(bar.FigureAtHigh)} at the other. {Switching(figure, bar)}"
        );
        if (report.Scenario.Parameters.GetValueOrDefault(bar.Parameter.Id) is { } parameter)
        {
            page.Line($"Source: {parameter.Source?.ToString() ?? "none"}.{(parameter.Weakness is { } weakness ? $" {weakness}" : "")}", Tone.Faint);
        }
    }

    private static string UnitOf(VariedParameter input) =>
        input.IsShare || input.Unit.IsNone ? ""
        : input.Unit.MoneyPower == 1 ? LimitationText.Spaced(input.Unit.Text[3..].Replace("/", " per ", StringComparison.Ordinal))
        : $" {LimitationText.Spaced(input.Unit.Text)}";

    private static string Switching(TargetFigure figure, TornadoBar bar) =>
        bar.Switching is { Value: { } value, WithinSupport: true }
            ? $"It would be {TargetText(figure)} at {bar.Parameter.Short(value)}."
            : "No feasible value of it alone would change the decision.";

    private static string TargetText(TargetFigure figure) => figure.Threshold == 0 ? "zero" : figure.Shown(figure.Threshold);

    private static void Limitations(PageBuilder page, CaseReport report)
    {
        ImmutableArray<Warning> all = report.Limitations;
        page.Section(
            "main-limitations",
            "Main limitations",
            all.Length > MostLimitations ? $"The {MostLimitations} most serious. All {all.Length}, with what to do, are in the annex." : ""
        );
        if (all.IsEmpty)
        {
            page.Line("The checks found no limitation. That does not make the evidence strong.");
            return;
        }

        page.Add(
            new PageBlock.Points(
                [
                    .. all.Take(MostLimitations)
                        .Select(one => LimitationText.Point(LimitationText.Message(report.Scenario, one), $"What would help: {one.WhatToDo}")),
                ],
                IsRanked: true
            )
        );
    }

    private static void ValueMap(PageBuilder page, CaseReport report)
    {
        page.Section("value-map", "What changes, and what it is worth", "The value map in short. The annex has every column.");
        if (report.Result.ValuesAnything)
        {
            page.Add(ValueMapTable.InShort(report.Result));
        }
        else
        {
            page.Line("No outcome is valued.");
        }

        if (Cells.HasFigures(report.Result))
        {
            page.Add(ValueMapTable.Inputs(report.Result));
        }
        else
        {
            page.Line("No cost is stated.");
        }

        page.Heading("Identified but not valued");
        ImmutableArray<UnvaluedChange> others = report.Scenario.Map.NotValued;
        if (others.IsEmpty)
        {
            page.Line("None is recorded. A case in which every outcome could be valued is rare: ask what is missing.");
            return;
        }

        page.Add(
            new PageBlock.Points(
                [.. others.Select(one => new Point(one.Change + (one.Stakeholder is { } party ? $" ({party.Label})" : ""), "") { Remark = one.Why })],
                IsRanked: false
            )
        );
    }
}
