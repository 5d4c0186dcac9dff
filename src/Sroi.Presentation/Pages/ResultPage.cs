using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;

namespace Sroi.Presentation.Pages;

/// <summary>A result: the question, the answer, the value map, who pays and gains, the limitations.</summary>
public static class ResultPage
{
    /// <summary>The figures of a case: the question, the answer, the value map, who pays and gains, the limitations.</summary>
    public static Page Of(SroiResult result, SimulationResult? simulation, IReadOnlyList<Warning> warnings) =>
        Page.Of(page => Write(page, result, simulation, warnings));

    private static void Write(PageBuilder page, SroiResult result, SimulationResult? simulation, IReadOnlyList<Warning> warnings)
    {
        Heading(page, result.Scenario);
        page.Add(CaseNotesPage.Before(result.Scenario));
        page.Space();
        if (ResultCaveat.BaseOffExpected(warnings) is { } differs)
        {
            page.Line(differs, Tone.Caution);
        }

        Headline(page, result);
        page.Line(ResultCaveat.Of(result, simulation, warnings), Tone.Caution);
        page.Space();
        if (simulation is not null)
        {
            SimulationPage.Write(page, simulation);
        }

        if (result.ValuesAnything)
        {
            ValueMap(page, result);
            page.Add(CaseNotesPage.OfOutcomes(result));
        }

        page.Add(CaseNotesPage.Enough(result));
        if (Cells.HasFigures(result))
        {
            PayersPage.Inputs(page, result);
            Years(page, result);
            PayersPage.Ledger(page, result);
        }

        NotValued(page, result.Scenario);
        Changes(page, result.Scenario);
        WeakSpotPage.Write(page, warnings);
        page.Line("How a figure was calculated, and all parameters with their sources:", Tone.Faint);
        page.Line("  " + AnalysisText.Command("explain", result.Scenario, result.SroiRatio is null ? "inputs" : "ratio"), Tone.Faint);
        page.Line("  " + AnalysisText.Command("explain", result.Scenario, "parameters"), Tone.Faint);
    }

    private static void Heading(PageBuilder page, Scenario scenario)
    {
        page.Line(scenario.Title, Tone.Strong);
        if (scenario.Variant is { } variant)
        {
            page.Line($"Variant {variant.Id}: {variant.Title}", Tone.Caution);
        }

        foreach (OverlayTitle overlay in scenario.Overlays)
        {
            page.Line($"Overlay {overlay.Id}: {overlay.Title}{(overlay.Author is { } author ? $" ({author})" : "")}", Tone.Caution);
        }

        if (scenario.Question is { } question)
        {
            page.Line(question);
        }

        string with = scenario.PowerSharedWith.IsEmpty ? "" : $", power shared with {string.Join(", ", scenario.PowerSharedWith)}";
        page.Line($"Delivery: {DeliveryModels.Name(scenario.DeliveryModel)}{with}.", Tone.Faint);
        foreach (ServiceComponent component in scenario.Components)
        {
            page.Line($"  {component.Label}: {DeliveryModels.Name(component.DeliveryModel)}", Tone.Faint);
        }

        page.Line($"{ComparedFigures.FrameOf(scenario.Appraisal)}.{(scenario.Map.HasBaseline ? " Incremental to usual care." : "")}", Tone.Faint);
        page.Space();
    }

    private static void Headline(PageBuilder page, SroiResult result)
    {
        TableBuilder table = TableBuilder.Of(null, ("", false), ("base case", true));
        foreach (HeadlineFigure figure in result.SocialReturn.Catalogue.ForReaders)
        {
            bool isDecisive = figure == FigureCatalogue.SroiRatio || figure == FigureCatalogue.NetPresentValue;
            table.Row(Label(figure), Shown(result, figure), isDecisive ? Tone.Strong : Tone.Plain);
        }

        Alternatives(table, result);
        page.Add(table);
    }

    private static void Alternatives(TableBuilder table, SroiResult result)
    {
        if (result.WithoutOptimismCorrection is { } plain)
        {
            table.Row("Without the optimism correction: ratio, NPV", $"{Ratio(plain.SroiRatio)}, {Cells.Money(plain.NetPresentValue)}");
        }

        if (result.Weighted is { } weighted)
        {
            table.Row(
                "With distributional weights: ratio, NPV",
                $"{Ratio(weighted[FigureCatalogue.SroiRatio])}, {Cells.Money(weighted[FigureCatalogue.NetPresentValue])}"
            );
        }
    }

    private static void ValueMap(PageBuilder page, SroiResult result)
    {
        TableBuilder table = TableBuilder.Of(
            "Value map (GBP)",
            ("outcome", false),
            ("whose gain", false),
            ("gross", true),
            ("kept", true),
            ("present value", true)
        );
        table.Rows(
            result.Outcomes,
            ValueMapRow,
            others => ["", Cells.Whole(others.Sum(one => one.Gross)), "", Cells.Whole(others.Sum(one => one.PresentValue))],
            outcome => Math.Abs(outcome.PresentValue)
        );
        table.Row(["total", "", "", "", Cells.Whole(result.PresentValueBenefits)], Tone.Strong);
        page.Add(table);
        page.Line(
            "Gross is quantity × proxy of one full outcome year; kept is the share left after deadweight, displacement and attribution."
                + (
                    result.Scenario.Appraisal.OptimismBias is null
                        ? ""
                        : " Both are before the correction for optimism; present values and the years are after it."
                ),
            Tone.Faint
        );
        page.Space();
    }

    private static string[] ValueMapRow(OutcomeResult outcome)
    {
        Outcome row = outcome.Value.Outcome;
        string gains = string.Join(", ", row.Proxy.GainsTo.Select(g => g.Party.Label));
        return
        [
            $"{row.Id}{(row.IsBaseline ? " (usual care)" : "")}",
            $"{gains} ({row.Proxy.Benefit.ToString().ToLowerInvariant()})",
            Cells.Whole(outcome.Gross),
            outcome.Gross == 0 ? "–" : Figures.Percent(Math.Round(outcome.Impact / outcome.Gross, 3)),
            Cells.Whole(outcome.PresentValue),
        ];
    }

    private static void Years(PageBuilder page, SroiResult result)
    {
        TableBuilder table = TableBuilder.Of(
            "Year by year (GBP, undiscounted)",
            ("year", false),
            ("benefits", true),
            ("inputs", true),
            ("net", true)
        );
        foreach (YearSpan years in YearSpan.Of(result, "0 (start)"))
        {
            double benefits = years.Sum(result.BenefitsByYear),
                inputs = years.Sum(result.InputsByYear);
            table.Row([years.Name, Cells.Valued(result, benefits), Cells.Whole(inputs), Cells.Valued(result, benefits - inputs)]);
        }

        page.Add(table);
        page.Space();
    }

    private static void NotValued(PageBuilder page, Scenario scenario)
    {
        if (scenario.Map.NotValued.IsEmpty)
        {
            return;
        }

        page.Line("Outcomes identified but not valued", Tone.Strong);
        foreach (UnvaluedChange change in scenario.Map.NotValued)
        {
            page.Line($"- {change.Change}{(change.Stakeholder is { } party ? $" ({party.Label})" : "")}: {change.Why}");
        }

        page.Space();
    }

    private static void Changes(PageBuilder page, Scenario scenario)
    {
        Parameter[] changed = [.. scenario.Parameters.Values.Where(p => !p.Changes.IsEmpty)];
        if (changed.Length == 0)
        {
            return;
        }

        page.Line("Changed parameters", Tone.Strong);
        foreach (Parameter parameter in changed)
        {
            foreach (string fact in ExplanationText.ChangesOf(parameter))
            {
                page.Line($"- {parameter.Id}: {fact}");
            }
        }

        page.Line("The effect of each change:", Tone.Faint);
        page.Line("  " + AnalysisText.Command("compare", scenario), Tone.Faint);
        page.Space();
    }

    // The name of a ratio does not say what is divided by what.
    private static string Label(HeadlineFigure figure) =>
        AnalysisText.Capital(figure.Label) + (figure.Kind == FigureKind.Ratio ? $" ({figure.Meaning})" : "");

    // What is not valued is not zero.
    private static string Shown(SroiResult result, HeadlineFigure figure) =>
        figure == FigureCatalogue.PresentValueBenefits && !result.ValuesAnything ? "nothing valued"
        : figure.Kind == FigureKind.Ratio ? Ratio(result[figure])
        : figure.Shown(result[figure]);

    private static string Ratio(double? ratio) => ratio is { } known ? $"{Figures.Ratio(known)} : 1" : "undefined";
}
