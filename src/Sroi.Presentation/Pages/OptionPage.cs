using Sroi.Model;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Presentation.Pages;

/// <summary>Options side by side as a person reads them.</summary>
public static class OptionPage
{
    /// <summary>Options side by side, and what each adds.</summary>
    public static Page Of(OptionComparison comparison) => Page.Of(page => Write(page, comparison));

    private static void Write(PageBuilder page, OptionComparison comparison)
    {
        page.Line("Options compared, on common random numbers", Tone.Strong);
        foreach (DecisionOption option in comparison.Decision.Options)
        {
            Scenario scenario = option.SocialReturn.Scenario;
            page.Line(
                $"{option.Name}: {scenario.Title}{(scenario.Variant is { } variant ? $", {variant.Title}" : "")}; {DeliveryModels.Name(scenario.DeliveryModel)}.",
                Tone.Faint
            );
        }

        AnalysisText.Comparability(page, comparison.Decision);
        page.Space();
        Figures(page, comparison);
        Increments(page, comparison);
        Frontier(page, comparison);
        AnalysisText.Again(page, AnalysisText.DrawsAndSeed(comparison.Decision));
    }

    private static void Figures(PageBuilder page, OptionComparison comparison)
    {
        TableBuilder table = TableBuilder.Of("Each option", ("", false), ("base", true), ("mean", true), ("2.5 %", true), ("97.5 %", true));
        foreach (ComparedOption option in comparison.Options)
        {
            Rows(
                table,
                comparison.Decision.Short(option.Name),
                [("benefits", option.Benefits), ("inputs", option.Inputs), ("net", option.NetPresentValue)],
                ("ratio", option.Ratio)
            );
        }

        page.Add(table);
        TableBuilder chances = TableBuilder.Of(
            null,
            comparison.Alternatives,
            ("", false, one => comparison.Decision.Short(one.Name)),
            ("net above zero", true, one => Positive(comparison.Options.FirstOrDefault(option => option.Name == one.Name))),
            ("best of all", true, one => AnalysisText.Chance(one.ProbabilityBest)),
            ("expected loss", true, one => AnalysisText.Pounds(one.ExpectedLoss))
        );

        page.Add(chances);
        page.Space();
    }

    private static void Increments(PageBuilder page, OptionComparison comparison)
    {
        if (comparison.Increments.IsEmpty)
        {
            return;
        }

        TableBuilder table = TableBuilder.Of(
            $"What each adds to {comparison.Against}",
            ("more", false),
            ("base", true),
            ("mean", true),
            ("2.5 %", true),
            ("97.5 %", true)
        );
        foreach (OptionIncrement increment in comparison.Increments)
        {
            Rows(
                table,
                comparison.Decision.Short(increment.Name) + Mark(increment.Dominance),
                [("benefits", increment.Benefits), ("inputs", increment.Inputs), ("net", increment.NetPresentValue)],
                ("for each £", increment.Ratio)
            );
        }

        page.Add(table);
        foreach (OptionIncrement increment in comparison.Increments)
        {
            page.Line(
                increment is { Benefits: { Low: 0, High: 0 }, Inputs: { Low: 0, High: 0 }, NetPresentValue.Mean.Value: 0 }
                    ? $"{increment.Name} is the same as {comparison.Against} in every draw: its changes are not used here."
                    : $"Probability that {increment.Name} is better than {comparison.Against}: {AnalysisText.Chance(increment.ProbabilityBetter)}."
            );
        }

        if (comparison.Increments.Any(increment => increment.Dominance != Dominance.None))
        {
            page.Line("▲ at least the benefits for at most the inputs, on average; ▼ the reverse.", Tone.Faint);
        }

        page.Space();
    }

    private static void Frontier(PageBuilder page, OptionComparison comparison)
    {
        TableBuilder table = TableBuilder.Of(
            "By mean inputs: the increment of each step",
            comparison.Frontier,
            [
                ("", false, step => comparison.Decision.Short(step.Name)),
                .. DecisionColumns.Frontier.Where(column => column.IsNumber).Shown(),
                ("", false, step => Standing(comparison.Decision, step)),
            ]
        );

        page.Add(table);
    }

    private static string Standing(Decision decision, FrontierStep step) =>
        step.Standing switch
        {
            FrontierStanding.Dominated => $"dominated by {decision.Short(step.Against!)}",
            FrontierStanding.NotToldApart => $"not distinguishable from {decision.Short(step.Against!)}",
            FrontierStanding.ExtendedlyDominated => $"a mixture with {decision.Short(step.Against!)} yields more",
            _ => "",
        };

    private static string Positive(ComparedOption? option) => option is null ? "–" : AnalysisText.Chance(option.ProbabilityNpvPositive);

    private static string Mark(Dominance dominance) =>
        dominance switch
        {
            Dominance.Dominates => " ▲",
            Dominance.IsDominated => " ▼",
            _ => "",
        };

    private static void Rows(TableBuilder table, string name, (string What, DrawnFigure Figure)[] amounts, (string What, DrawnFigure Figure) ratio)
    {
        table.Row([name, "", "", "", ""], Tone.Strong);
        foreach ((string what, DrawnFigure figure) in amounts)
        {
            table.Row([
                $"  {what}",
                Cells.Money(figure.Base),
                AnalysisText.Mean(figure),
                AnalysisText.End(figure.Low, figure),
                AnalysisText.End(figure.High, figure),
            ]);
        }

        DrawnFigure own = ratio.Figure;
        table.Row([
            $"  {ratio.What}",
            own.Base is { } atBase ? Quantities.Figures.Ratio(atBase) : "–",
            own.Mean is { } mean ? Quantities.Figures.Ratio(mean.Value, mean.StandardError) : "–",
            RatioEnd(own.Low, own),
            RatioEnd(own.High, own),
        ]);
    }

    private static string RatioEnd(double? end, DrawnFigure figure) =>
        end is { } known ? Quantities.Figures.Ratio(known, 5 * (figure.Mean?.StandardError ?? 0)) : "–";
}
