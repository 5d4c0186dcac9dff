using System.Globalization;
using Spectre.Console;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Sensitivity;

namespace Sroi.Cli.Tables;

/// <summary>The result by subgroup as a person reads it.</summary>
internal static class SubgroupTables
{
    public static void Write(IAnsiConsole console, Subgroups subgroups)
    {
        Layout.Line(console, $"{subgroups.SocialReturn.Scenario.Title}{AnalysisText.Overlaid(subgroups.SocialReturn)}: for whom", "bold");
        Layout.Line(console, ComparedFigures.FrameOf(subgroups.SocialReturn.Scenario.Appraisal) + ".", "dim");
        console.WriteLine();
        Benefits(console, subgroups, SubgroupDimension.Stakeholder, "Who experiences the change");
        Parties(console, subgroups);
        Benefits(console, subgroups, SubgroupDimension.KindOfBenefit, "What kind of benefit it is");
        Weights(console, subgroups);
        AnalysisText.Again(console, string.Create(CultureInfo.InvariantCulture, $"--draws {subgroups.Draws} --seed {subgroups.Seed}"));
    }

    private static void Benefits(IAnsiConsole console, Subgroups subgroups, SubgroupDimension dimension, string title)
    {
        Table table = Layout.Table(title, ("", false), ("base", true), ("of all", true), ("mean", true), ("2.5 %", true), ("97.5 %", true));
        foreach (SubgroupResult row in subgroups.Rows.Where(row => row.Dimension == dimension && row.Benefits is not { Base: 0, Low: 0, High: 0 }))
        {
            table.Row([
                row.Label,
                Layout.Money(row.Benefits.Base),
                row.ShareOfBenefits is { } share ? AnalysisText.Percent(share, 0.001) : "–",
                Mean(row.Benefits),
                End(row.Benefits.Low, row.Benefits),
                End(row.Benefits.High, row.Benefits),
            ]);
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void Parties(IAnsiConsole console, Subgroups subgroups)
    {
        bool isWeighted = subgroups.Weighted is not null;
        Table table = Layout.Table(
            "Who pays and whose gain it is, net of what they pay",
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
                Layout.Money(row.Net.Base),
                Mean(row.Net),
                End(row.Net.Low, row.Net),
                End(row.Net.High, row.Net),
                AnalysisText.Chance(row.ProbabilityNetPositive),
                .. isWeighted ? new[] { row.WeightedNet is { } weighted ? Mean(weighted) : "–" } : [],
            ]);
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void Weights(IAnsiConsole console, Subgroups subgroups)
    {
        if (subgroups.Weighted is not { } weighted)
        {
            Layout.Line(
                console,
                "The case has no distributional weights; with 'weights:' in its file the weighted view stands here beside this one.",
                "dim"
            );
            return;
        }

        Table table = Layout.Table("With and without distributional weights", ("", false), ("as it is", true), ("weighted", true));
        table.Row(["Present value of benefits", Mean(subgroups.Unweighted.Benefits), Mean(weighted.Benefits)]);
        table.Row(["Present value of inputs", Mean(subgroups.Unweighted.Inputs), Mean(weighted.Inputs)]);
        table.Row(["Net present value", Mean(subgroups.Unweighted.NetPresentValue), Mean(weighted.NetPresentValue)]);
        table.Row(["Ratio of means", Ratio(subgroups.Unweighted.Ratio), Ratio(weighted.Ratio)]);
        console.Write(table);
        Layout.Line(
            console,
            "A pound to a party counts (median income ÷ its income)^η. The weighted view stands beside the other one, never in its place.",
            "dim"
        );
    }

    private static string Ratio(DrawnFigure figure) => figure.Mean is { } mean ? Figures.Ratio(mean.Value, mean.StandardError) : "undefined";

    private static string Mean(DrawnFigure figure) => figure.Mean is { } mean ? AnalysisText.Pounds(mean) : "–";

    // The ends of an interval are known less well than the mean.
    private static string End(double? end, DrawnFigure figure) =>
        end is { } known ? Figures.Pounds(known, 5 * (figure.Mean?.StandardError ?? 0)) : "–";
}
