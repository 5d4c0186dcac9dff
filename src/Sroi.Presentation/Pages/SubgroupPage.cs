using System.Globalization;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Presentation.Pages;

/// <summary>The result by subgroup as a person reads it.</summary>
public static class SubgroupPage
{
    /// <summary>For whom it is.</summary>
    public static Page Of(Subgroups subgroups) => Page.Of(page => Write(page, subgroups));

    private static void Write(PageBuilder page, Subgroups subgroups)
    {
        page.Line($"{subgroups.SocialReturn.Scenario.Title}{AnalysisText.Overlaid(subgroups.SocialReturn)}: results by subgroup", Tone.Strong);
        page.Line(ComparedFigures.FrameOf(subgroups.SocialReturn.Scenario.Appraisal) + ".", Tone.Faint);
        page.Space();
        Benefits(page, subgroups, SubgroupDimension.Stakeholder, "By stakeholder");
        Parties(page, subgroups);
        Benefits(page, subgroups, SubgroupDimension.KindOfBenefit, "By kind of benefit");
        Weights(page, subgroups);
        AnalysisText.Again(page, string.Create(CultureInfo.InvariantCulture, $"--draws {subgroups.Draws} --seed {subgroups.Seed}"));
    }

    private static void Benefits(PageBuilder page, Subgroups subgroups, SubgroupDimension dimension, string title)
    {
        TableBuilder table = TableBuilder.Of(
            title,
            subgroups.Rows.Where(row => row.Dimension == dimension && row.Benefits is not { Base: 0, Low: 0, High: 0 }),
            ("", false, row => row.Label),
            ("base", true, row => Cells.Money(row.Benefits.Base)),
            ("share", true, row => row.ShareOfBenefits is { } share ? AnalysisText.Percent(share, 0.001) : "–"),
            ("mean", true, row => AnalysisText.Mean(row.Benefits)),
            ("2.5 %", true, row => AnalysisText.End(row.Benefits.Low, row.Benefits)),
            ("97.5 %", true, row => AnalysisText.End(row.Benefits.High, row.Benefits))
        );

        page.Add(table);
        page.Space();
    }

    private static void Parties(PageBuilder page, Subgroups subgroups)
    {
        bool isWeighted = subgroups.Weighted is not null;
        TableBuilder table = TableBuilder.Of(
            "By party: gains less payments",
            [
                ("", false),
                ("base", true),
                ("mean", true),
                ("2.5 %", true),
                ("97.5 %", true),
                ("above 0", true),
                .. isWeighted ? new[] { ("weighted", true) } : [],
            ]
        );
        foreach (SubgroupResult row in subgroups.Rows.Where(row => row.Dimension == SubgroupDimension.Party))
        {
            table.Row([
                row.Label,
                Cells.Money(row.Net.Base),
                AnalysisText.Mean(row.Net),
                AnalysisText.End(row.Net.Low, row.Net),
                AnalysisText.End(row.Net.High, row.Net),
                AnalysisText.Chance(row.ProbabilityNetPositive),
                .. isWeighted ? new[] { row.WeightedNet is { } weighted ? AnalysisText.Mean(weighted) : "–" } : [],
            ]);
        }

        page.Add(table);
        page.Space();
    }

    private static void Weights(PageBuilder page, Subgroups subgroups)
    {
        if (subgroups.Weighted is not { } weighted)
        {
            page.Line("The case has no distributional weights; add 'weights:' to its file to see the weighted result as well.", Tone.Faint);
            return;
        }

        TableBuilder table = TableBuilder.Of("With and without distributional weights", ("", false), ("unweighted", true), ("weighted", true));
        table.Row(["Present value of benefits", AnalysisText.Mean(subgroups.Unweighted.Benefits), AnalysisText.Mean(weighted.Benefits)]);
        table.Row(["Present value of inputs", AnalysisText.Mean(subgroups.Unweighted.Inputs), AnalysisText.Mean(weighted.Inputs)]);
        table.Row(["Net present value", AnalysisText.Mean(subgroups.Unweighted.NetPresentValue), AnalysisText.Mean(weighted.NetPresentValue)]);
        table.Row(["Ratio of means", Ratio(subgroups.Unweighted.Ratio), Ratio(weighted.Ratio)]);
        page.Add(table);
        page.Line(
            "A pound to a party counts (median income ÷ its income)^η. The weighted result is shown as well as the unweighted one, never instead of it.",
            Tone.Faint
        );
    }

    private static string Ratio(DrawnFigure figure) => figure.Mean is { } mean ? Figures.Ratio(mean.Value, mean.StandardError) : "undefined";
}
