using System.Collections.Immutable;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using static Sroi.Reports.ColumnFormat;

namespace Sroi.Reports;

/// <summary>The tables of the analyses: a row for each input, cell, option or point; the columns have the names of the JSON.</summary>
public static class SensitivityTables
{
    /// <summary>The bars of a tornado.</summary>
    public static ResultTable Bars(Tornado tornado) => SensitivityColumns.Bars.Table(tornado.Bars);

    /// <summary>The means of a figure by tenths of each input.</summary>
    public static ResultTable Tenths(ConditionalMeans means) =>
        new Column<(ConditionalMean Mean, ConditionalPart Part)>[]
        {
            new("id", "number", Text, row => row.Mean.Parameter.Id),
            new("label", "label", Text, row => row.Mean.Parameter.Label),
        }
            .Concat(SensitivityColumns.Tenths.For<ConditionalPart, (ConditionalMean Mean, ConditionalPart Part)>(row => row.Part))
            .ToArray()
            .Table(means.Parameters.SelectMany(mean => mean.Parts.Select(part => (mean, part))));

    /// <summary>A figure over one input.</summary>
    public static ResultTable Points(OneWay oneWay) =>
        new[] { new Column<OneWayPoint>("id", "number", Text, _ => oneWay.Parameter.Id) }
            .Concat(SensitivityColumns.Points)
            .ToArray()
            .Table(oneWay.Points);

    /// <summary>A grid in long form: a row for each cell.</summary>
    public static ResultTable Cells(TwoWay grid) =>
        new Column<(int Down, int Across)>[]
        {
            new(grid.Across.Id, grid.Across.Label, Number, cell => grid.AcrossValues[cell.Across]),
            new(grid.Down.Id, grid.Down.Label, Number, cell => grid.DownValues[cell.Down]),
            new("figure", grid.Figure.Label, Number, cell => grid.Cells[cell.Down][cell.Across]),
        }.Table(grid.DownValues.SelectMany((_, down) => grid.AcrossValues.Select((_, across) => (down, across))));

    /// <summary>Switching values of inputs.</summary>
    public static ResultTable Parameters(SwitchingValues values) => SensitivityColumns.SwitchingOfParameter.Table(values.Values);

    /// <summary>Sobol indices.</summary>
    public static ResultTable Indices(SobolIndices indices) => SensitivityColumns.Indices.Table(indices.Indices);

    /// <summary>Shapley effects.</summary>
    public static ResultTable Effects(ShapleyEffects effects) => SensitivityColumns.Effects.Table(effects.Effects);

    /// <summary>Elementary effects.</summary>
    public static ResultTable Effects(Screening screening) => SensitivityColumns.Elementary.Table(screening.Effects);

    /// <summary>What it is worth to know inputs, with the cost of finding them out where one was given; the first row is that of all of them.</summary>
    public static ResultTable Information(Evpi evpi, ImmutableArray<Evppi> inputs, DecisionReach reach, ImmutableArray<ResearchPriority> research)
    {
        ResearchPriority? Study(Evppi? row) => research.FirstOrDefault(study => study.Group.Name == row?.Group.Name);
        return new Column<Evppi?>[]
        {
            new("name", "number", Text, row => row?.Group.Name ?? "everything"),
            new("inputs", "numbers", Text, row => row?.Group.Parameters.AsEnumerable()),
            new("value", "worth at most", Pounds, row => row?.Value ?? evpi.Value),
            new("share_of_evpi", "of all", Percent, row => row?.ShareOfEvpi ?? (evpi.Value.Value > 0 ? 1.0 : 0.0)),
            new("over_reach", "over all cases", Pounds, row => reach.Over(row?.Value ?? evpi.Value).Value),
            new("nested_value", "nested run", Pounds, row => row?.Nested?.Value),
            new("cost", "cost", Pounds, row => Study(row)?.Cost),
            new("net", "net", Pounds, row => Study(row)?.Net),
            new("verdict", "verdict", Text, row => Study(row) is { } study ? Names.Of(study.Verdict) : null),
        }.Table([null, .. inputs]);
    }

    /// <summary>An acceptability curve in long form: a row for each ratio and alternative.</summary>
    public static ResultTable Points(AcceptabilityCurve curve) =>
        new Column<(AcceptabilityPoint Point, AcceptabilityOfOption Option)>[] { new("ratio", "ratio", Ratio, row => row.Point.Ratio) }
            .Concat(
                DecisionColumns.Acceptability.For<AcceptabilityOfOption, (AcceptabilityPoint Point, AcceptabilityOfOption Option)>(row => row.Option)
            )
            .Append(new("frontier", "best on average", Truth, row => row.Option.Name == row.Point.Frontier))
            .ToArray()
            .Table(curve.Points.SelectMany(point => point.Alternatives.Select(option => (point, option))));

    /// <summary>Options compared: a row for each figure of each option and of what it adds.</summary>
    public static ResultTable Options(OptionComparison comparison) =>
        Figures(
            ("name", "against"),
            [
                .. comparison.Options.SelectMany(o => Rows(o.Name, null, DecisionColumns.FigureNames, DecisionColumns.FiguresOf(o))),
                .. comparison.Increments.SelectMany(i => Rows(i.Name, i.Against, DecisionColumns.IncrementNames, DecisionColumns.FiguresOf(i))),
            ]
        );

    /// <summary>Results by subgroup: a row for each figure of each.</summary>
    public static ResultTable Rows(Subgroups subgroups) =>
        Figures(
            ("dimension", "id"),
            subgroups.Rows.SelectMany(row =>
                Rows(
                    Names.Of(row.Dimension),
                    row.Id,
                    ["benefits", "inputs", "net", "weighted_net"],
                    [row.Benefits, row.Inputs, row.Net, .. row.WeightedNet is { } weighted ? [weighted] : Array.Empty<DrawnFigure>()]
                )
            )
        );

    private static ResultTable Figures((string First, string Second) names, IEnumerable<FigureRow> rows) =>
        new Column<FigureRow>[]
        {
            new(names.First, names.First, Text, row => row.First),
            new(names.Second, names.Second, Text, row => row.Second),
            new("figure", "figure", Text, row => row.Figure),
        }
            .Concat(DecisionColumns.Drawn.For<DrawnFigure, FigureRow>(row => row.Drawn))
            .ToArray()
            .Table(rows);

    private static IEnumerable<FigureRow> Rows(string first, string? second, IEnumerable<string> names, DrawnFigure[] figures) =>
        names.Zip(figures, (name, figure) => new FigureRow(first, second, name, figure));

    private sealed record FigureRow(string First, string? Second, string Figure, DrawnFigure Drawn);
}
