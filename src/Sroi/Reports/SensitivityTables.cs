using System.Collections.Immutable;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using static Sroi.Reports.TableColumn;

namespace Sroi.Reports;

/// <summary>The tables of the analyses: a row for each input, cell, option or point; the columns have the names of the JSON.</summary>
public static class SensitivityTables
{
    private static readonly TableColumn[] InputColumns = [Text("id"), Text("label"), Text("unit"), "base"];
    private static readonly TableColumn[] SwitchingColumns =
    [
        "switching_value",
        Text("method"),
        Truth("within_support"),
        "change",
        "probability_below",
        "probability_beyond",
    ];

    /// <summary>The bars of a tornado.</summary>
    public static ResultTable Bars(Tornado tornado) =>
        ResultTable.Of(
            [.. InputColumns, "low", "high", "figure_at_low", "figure_at_high", "swing", Text("direction"), Truth("flips"), .. SwitchingColumns],
            tornado.Bars.Select(bar =>
                (object?[])
                    [
                        .. Input(bar.Input),
                        bar.Low,
                        bar.High,
                        bar.FigureAtLow,
                        bar.FigureAtHigh,
                        bar.Swing,
                        Names.Of(bar.Direction),
                        bar.Flips,
                        .. Switching(bar.Switching),
                    ]
            )
        );

    /// <summary>The means of a figure by tenths of each input.</summary>
    public static ResultTable Tenths(ConditionalMeans means) =>
        ResultTable.Of(
            [Text("id"), Text("label"), Count("tenth"), "input_mean", "figure", "figure_se", Count("draws")],
            means.Inputs.SelectMany(row =>
                row.Parts.Select(part =>
                    (object?[])[row.Input.Id, row.Input.Label, part.Tenth, part.InputMean, part.Figure.Value, part.Figure.StandardError, part.Draws]
                )
            )
        );

    /// <summary>A figure over one input.</summary>
    public static ResultTable Points(OneWay oneWay) =>
        ResultTable.Of([Text("id"), "value", "figure"], oneWay.Points.Select(p => (object?[])[oneWay.Input.Id, p.Value, p.Figure]));

    /// <summary>A grid in long form: a row for each cell.</summary>
    public static ResultTable Cells(TwoWay grid) =>
        ResultTable.Of(
            [grid.Across.Id, grid.Down.Id, "figure"],
            grid.DownValues.SelectMany(
                (down, row) => grid.AcrossValues.Select((across, column) => (object?[])[across, down, grid.Cells[row][column]])
            )
        );

    /// <summary>Switching values of inputs.</summary>
    public static ResultTable Inputs(SwitchingValues values) =>
        ResultTable.Of([.. InputColumns, .. SwitchingColumns], values.Values.Select(row => (object?[])[.. Input(row.Input), .. Switching(row)]));

    /// <summary>Sobol indices.</summary>
    public static ResultTable Indices(SobolIndices indices) =>
        ResultTable.Of(
            [Text("name"), Text("inputs"), "first", "first_se", "total", "total_se"],
            indices.Indices.Select(row =>
                (object?[])[row.Group.Name, Joined(row.Group), row.First.Value, row.First.StandardError, row.Total.Value, row.Total.StandardError]
            )
        );

    /// <summary>Shapley effects.</summary>
    public static ResultTable Effects(ShapleyEffects effects) =>
        ResultTable.Of(
            [Text("name"), Text("inputs"), "effect", "effect_se"],
            effects.Effects.Select(row => (object?[])[row.Group.Name, Joined(row.Group), row.Effect.Value, row.Effect.StandardError])
        );

    /// <summary>Elementary effects.</summary>
    public static ResultTable Effects(Screening screening) =>
        ResultTable.Of(
            [Text("name"), Text("inputs"), "mean_size", "mean_size_se", "mean", "sd"],
            screening.Effects.Select(row =>
                (object?[])[row.Group.Name, Joined(row.Group), row.MeanSize.Value, row.MeanSize.StandardError, row.Mean, row.StandardDeviation]
            )
        );

    /// <summary>What it is worth to know inputs, with the cost of finding them out where one was given; the first row is that of all of them.</summary>
    public static ResultTable Information(Evpi evpi, ImmutableArray<Evppi> inputs, DecisionReach reach, ImmutableArray<ResearchPriority> research) =>
        ResultTable.Of(
            [
                Text("name"),
                Text("inputs"),
                "value",
                "value_se",
                "share_of_evpi",
                "over_reach",
                "nested_value",
                "nested_value_se",
                "cost",
                "net",
                Text("verdict"),
            ],
            inputs
                .Select(row =>
                {
                    ResearchPriority? study = research.FirstOrDefault(one => one.Group.Name == row.Group.Name);
                    return (object?[])
                        [
                            row.Group.Name,
                            Joined(row.Group),
                            row.Value.Value,
                            row.Value.StandardError,
                            row.ShareOfEvpi,
                            row.Value.Value * reach.Factor,
                            row.Nested?.Value.Value,
                            row.Nested?.Value.StandardError,
                            study?.Cost,
                            study?.Net,
                            study is null ? null : Names.Of(study.Verdict),
                        ];
                })
                .Prepend([
                    "everything",
                    null,
                    evpi.Value.Value,
                    evpi.Value.StandardError,
                    evpi.Value.Value > 0 ? 1.0 : 0.0,
                    evpi.Value.Value * reach.Factor,
                    null,
                    null,
                    null,
                    null,
                    null,
                ])
        );

    /// <summary>An acceptability curve in long form: a row for each ratio and alternative.</summary>
    public static ResultTable Points(AcceptabilityCurve curve) =>
        ResultTable.Of(
            [
                "ratio",
                Text("name"),
                "probability_reached",
                "probability_reached_se",
                "probability_best",
                "probability_best_se",
                "mean_net_benefit",
                "expected_loss",
                Truth("frontier"),
            ],
            curve.Points.SelectMany(point =>
                point.Alternatives.Select(one =>
                    (object?[])
                        [
                            point.Ratio,
                            one.Name,
                            one.ProbabilityReached?.Value,
                            one.ProbabilityReached?.StandardError,
                            one.ProbabilityBest.Value,
                            one.ProbabilityBest.StandardError,
                            one.MeanNetBenefit,
                            one.ExpectedLoss,
                            one.Name == point.Frontier,
                        ]
                )
            )
        );

    /// <summary>Options compared: a row for each figure of each option and of what it adds.</summary>
    public static ResultTable Options(OptionComparison comparison) =>
        ResultTable.Of(
            [Text("name"), Text("against"), Text("figure"), "base", "mean", "mean_se", "p2_5", "p97_5"],
            [
                .. comparison.Options.SelectMany(o =>
                    Rows(
                        o.Name,
                        null,
                        ("present_value_benefits", o.Benefits),
                        ("present_value_inputs", o.Inputs),
                        ("net_present_value", o.NetPresentValue),
                        ("sroi_ratio", o.Ratio)
                    )
                ),
                .. comparison.Increments.SelectMany(i =>
                    Rows(
                        i.Name,
                        i.Against,
                        ("present_value_benefits", i.Benefits),
                        ("present_value_inputs", i.Inputs),
                        ("net_present_value", i.NetPresentValue),
                        ("incremental_ratio", i.Ratio)
                    )
                ),
            ]
        );

    /// <summary>Results by subgroup: a row for each figure of each.</summary>
    public static ResultTable Rows(Subgroups subgroups) =>
        ResultTable.Of(
            [Text("dimension"), Text("id"), Text("figure"), "base", "mean", "mean_se", "p2_5", "p97_5"],
            subgroups.Rows.SelectMany(row =>
                Rows(
                    Names.Of(row.Dimension),
                    row.Id,
                    [
                        ("benefits", row.Benefits),
                        ("inputs", row.Inputs),
                        ("net", row.Net),
                        .. row.WeightedNet is { } weighted ? [("weighted_net", weighted)] : Array.Empty<(string, DrawnFigure)>(),
                    ]
                )
            )
        );

    private static IEnumerable<object?[]> Rows(string name, string? against, params (string Name, DrawnFigure Figure)[] figures) =>
        figures.Select(f =>
            (object?[])[name, against, f.Name, f.Figure.Base, f.Figure.Mean?.Value, f.Figure.Mean?.StandardError, f.Figure.Low, f.Figure.High]
        );

    private static object?[] Input(VariedInput input) => [input.Id, input.Label, UnitNames.Of(input), input.Base];

    private static object?[] Switching(SwitchingValue s) =>
        [s.Value, Names.Of(s.Method), s.WithinSupport, s.Change, s.ProbabilityBelow, s.ProbabilityBeyond];

    private static string Joined(InputGroup group) => string.Join(' ', group.Inputs);
}
