using System.Collections.Immutable;
using Sroi.Presentation.Charting;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>A label of somebody's file is a name on a chart and nothing else.</summary>
public class LabelsInChartsTests
{
    private const string Label = "under <b>5</b> <a href='https://example.org'>days</a>";

    // plotly.js makes links and styles of tags; within its JSON the sign that begins a tag stands for nothing but itself.
    [Fact]
    public void It_begins_no_tag_in_the_live_chart()
    {
        string json = PlotlyFigure.Json(Labelled());
        Assert.DoesNotContain("\\u003Ca", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<a", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u003Cb\\u003E5", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\\u0026lt;a href=", json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_begins_no_element_in_the_page_and_the_still_picture() =>
        Assert.All([Labelled().ToHtml(), Labelled().ToSvg()], html => Assert.DoesNotContain("<a href", html, StringComparison.Ordinal));

    private static Chart Labelled() =>
        new()
        {
            Name = "labelled",
            Title = Label,
            Alternative = Label,
            Source = Label,
            Positions = Axis.Of(Label, [Label]),
            Values = new(Label, AxisFormat.Number),
            Series =
            [
                new Series.Bars(Label, Ink.Gain, [new Bar(0, 0, 1) { Label = Label }]),
                new Series.Dots(Label, Ink.Gain, [new Interval(0, 1, 0, 1) { Label = Label }]),
                new Series.Grid(Label, [0, 1], [0, 1], [.. Cells()], 0),
            ],
            Marks = [new(1, Label, Dash.Solid)],
            Figures = new(Label, [new(Label, IsNumber: false)], [new([Label], Sroi.Presentation.Pages.Tone.Plain)]),
        };

    private static IEnumerable<ImmutableArray<GridCell>> Cells() =>
        [
            [new(1, Label), new(1, Label)],
            [new(1, Label), new(1, Label)],
        ];
}
