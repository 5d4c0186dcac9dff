using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>The effect of each changed parameter.</summary>
internal static class ChangesChart
{
    public static Chart Of(Comparison comparison)
    {
        ChangedNumber[] changes =
        [
            .. comparison
                .Changes.Where(change => change.EffectOnNetPresentValue is { } effect && effect != 0)
                .OrderByDescending(change => Math.Abs(change.EffectOnNetPresentValue!.Value)),
        ];
        string from = Cells.Money(comparison.Before.NetPresentValue),
            to = Cells.Money(comparison.After.NetPresentValue);
        string[] names = [.. changes.Select(Name), "all together"];
        double total = (comparison.After.NetPresentValue ?? 0) - (comparison.Before.NetPresentValue ?? 0);
        double[] effects = [.. changes.Select(change => change.EffectOnNetPresentValue!.Value), total];
        return new()
        {
            Name = "changes",
            Title = "How does each changed parameter affect the net present value?",
            Alternative =
                $"The net present value goes from {from} to {to}.{Unattributed(comparison)}{string.Concat(changes.Select(change => $" {change.Label}: {Signed(change.EffectOnNetPresentValue!.Value)}."))}",
            Source =
                $"Source: {comparison.Before.Name} against {comparison.After.Name}; {comparison.After.Frame}.{(comparison.NotAttributed is null ? " Effects attributed by Shapley values." : "")}",
            Positions = Axis.Of("changed parameter", names),
            Values = new($"effect on the net present value (GBP; {comparison.After.Frame.Split(',')[0]})", AxisFormat.Pounds),
            IsSideways = true,
            Series =
            [
                new Series.Bars(
                    "",
                    Ink.Neutral,
                    [
                        .. effects.Select(
                            (effect, at) =>
                                new Bar(at, 0, effect)
                                {
                                    Ink =
                                        at == effects.Length - 1 ? Ink.Neutral
                                        : effect > 0 ? Ink.Gain
                                        : Ink.Loss,
                                    Label = Signed(effect),
                                }
                        ),
                    ]
                ),
            ],
            Marks = [new(0, $"before: {from}", Dash.Solid)],
            Figures = Table(changes, total),
        };
    }

    private static string Unattributed(Comparison comparison) =>
        comparison.NotAttributed is { } why ? $" Effects are not attributed to the changes: {why}." : "";

    private static string Name(ChangedNumber change) => change.Label;

    private static string Signed(double amount) => (amount > 0 ? "+" : "") + Figures.Pounds(amount);

    private static PageTable Table(ChangedNumber[] changes, double total)
    {
        TableBuilder table = TableBuilder.Of(
            "Effect of each change",
            changes,
            ("parameter", false, change => change.Label),
            ("was", true, change => change.Before?.Shown ?? "–"),
            ("is", true, change => change.After?.Shown ?? "–"),
            ("effect on the net present value", true, change => Signed(change.EffectOnNetPresentValue!.Value))
        );

        table.Row(["all together", "", "", Signed(total)], Tone.Strong);
        return table.Done();
    }
}
