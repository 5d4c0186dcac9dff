using System.Collections.Immutable;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting;

/// <summary>A picture of a result, described once and drawn as a live chart, as a still picture and as a table.</summary>
public sealed record Chart : PagePicture
{
    /// <summary>Its name in files and links, such as <c>tornado</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The question that it answers.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in words, for those who do not see it.</summary>
    public required string Alternative { get; init; }

    /// <summary>Where it comes from: scenario, and seed and draws where it was drawn.</summary>
    public required string Source { get; init; }

    /// <summary>The axis of positions: categories, years, values of a number.</summary>
    public required Axis Positions { get; init; }

    /// <summary>The axis of values.</summary>
    public required Axis Values { get; init; }

    /// <summary>Whether positions run downwards and values across, as they do where the names of positions are long.</summary>
    public bool IsSideways { get; init; }

    /// <summary>Whether it is drawn for a telephone.</summary>
    internal bool IsNarrow { get; init; }

    /// <summary>What is drawn, from the back to the front.</summary>
    public required ImmutableArray<Series> Series { get; init; }

    /// <summary>Lines that mark a value: the base case, a threshold.</summary>
    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <inheritdoc/>
    public override required PageTable Figures { get; init; }

    internal override string ToFragment() => ChartHtml.Write(this);

    /// <summary>The chart as HTML with a still picture in it, which becomes live where plotly.js is.</summary>
    public override string ToHtml() => HtmlStyle.Element + ChartHtml.Write(this);

    // A process of .NET Interactive is one notebook: its first chart brings plotly.js. If that chart has been removed, the still pictures are shown.
    private static int _brought;

    /// <inheritdoc/>
    protected override string ToOutput() => (Interlocked.Exchange(ref _brought, 1) == 0 ? PlotlyScript.Element() : "") + ToHtml();

    /// <summary>The chart as a still picture: a document of SVG that needs nothing else.</summary>
    public string ToSvg() => ChartSvg.Write(this);

    /// <summary>The chart as Plotly.NET has it, to change it further.</summary>
    public Plotly.NET.GenericChart ToPlotly() => PlotlyChart.Of(this);

    /// <summary>What it shows, in words.</summary>
    public override string ToString() => VisibleText.Of($"{Title}\n{Alternative}\n{Source}");
}

/// <summary>An axis.</summary>
/// <param name="Title">What it measures, with its unit and its price year.</param>
/// <param name="Format">How its values are written.</param>
public sealed record Axis(string Title, AxisFormat Format)
{
    /// <summary>The names of its positions; empty for an axis of numbers.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    internal static Axis Of(string title, IEnumerable<string> categories) => new(title, AxisFormat.Number) { Categories = [.. categories] };
}

/// <summary>How the values of an axis are written.</summary>
public enum AxisFormat
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Pounds.</summary>
    Pounds,

    /// <summary>A share as a percentage.</summary>
    Percent,
}

/// <summary>What is drawn.</summary>
/// <param name="Name">Its name in the legend; empty for none.</param>
/// <param name="Ink">Its colour.</param>
public abstract record Series(string Name, Ink Ink)
{
    /// <summary>Bars.</summary>
    /// <param name="Name">Its name in the legend.</param>
    /// <param name="Ink">Its colour.</param>
    /// <param name="Items">The bars.</param>
    public sealed record Bars(string Name, Ink Ink, ImmutableArray<Bar> Items) : Series(Name, Ink);

    /// <summary>A line through points.</summary>
    /// <param name="Name">Its name in the legend.</param>
    /// <param name="Ink">Its colour.</param>
    /// <param name="Points">The points, in order.</param>
    public sealed record Curve(string Name, Ink Ink, ImmutableArray<Place> Points) : Series(Name, Ink)
    {
        /// <summary>How it is broken, so that lines differ without colour.</summary>
        public Dash Dash { get; init; }

        /// <summary>Whether its points are shown.</summary>
        public bool HasDots { get; init; }
    }

    /// <summary>The room between two lines.</summary>
    /// <param name="Name">Its name in the legend.</param>
    /// <param name="Ink">Its colour.</param>
    /// <param name="Points">A position with a low and a high value each.</param>
    public sealed record Band(string Name, Ink Ink, ImmutableArray<Interval> Points) : Series(Name, Ink);

    /// <summary>Dots with the interval about them.</summary>
    /// <param name="Name">Its name in the legend.</param>
    /// <param name="Ink">Its colour.</param>
    /// <param name="Points">The dots.</param>
    public sealed record Dots(string Name, Ink Ink, ImmutableArray<Interval> Points) : Series(Name, Ink);

    /// <summary>Cells of a grid, darker where the figure is farther from the threshold, each side in its own colour.</summary>
    /// <param name="Name">What the cells measure.</param>
    /// <param name="Across">The positions.</param>
    /// <param name="Up">The values.</param>
    /// <param name="Figures">A row for each value, a figure for each position; null if it is undefined.</param>
    /// <param name="Threshold">The figure at which the colour changes.</param>
    public sealed record Grid(
        string Name,
        ImmutableArray<double> Across,
        ImmutableArray<double> Up,
        ImmutableArray<ImmutableArray<GridCell>> Figures,
        double Threshold
    ) : Series(Name, Ink.Neutral);
}

/// <summary>A bar.</summary>
/// <param name="At">Its position; for a category, its index.</param>
/// <param name="From">The value at which it begins.</param>
/// <param name="To">The value at which it ends.</param>
public sealed record Bar(double At, double From, double To)
{
    /// <summary>How wide it is, in the units of its axis.</summary>
    public double Width { get; init; } = 0.7;

    /// <summary>What is written beside its end; empty for nothing.</summary>
    public string Label { get; init; } = "";

    /// <summary>A colour other than its series'; null for none.</summary>
    public Ink? Ink { get; init; }
}

/// <summary>A point.</summary>
/// <param name="At">Its position.</param>
/// <param name="Value">Its value.</param>
public sealed record Place(double At, double Value);

/// <summary>A value with the interval about it.</summary>
/// <param name="At">Its position.</param>
/// <param name="Value">Its value.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record Interval(double At, double Value, double Low, double High)
{
    /// <summary>What is written beside it; empty for nothing.</summary>
    public string Label { get; init; } = "";
}

/// <summary>A cell of a grid.</summary>
/// <param name="Figure">Its figure; null if it is undefined.</param>
/// <param name="Label">The figure as it is written.</param>
public sealed record GridCell(double? Figure, string Label);

/// <summary>A line that marks a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What it marks.</param>
/// <param name="Dash">How it is broken.</param>
public sealed record Mark(double Value, string Label, Dash Dash)
{
    /// <summary>Whether it marks a position and not a value.</summary>
    public bool IsPosition { get; init; }
}

/// <summary>How a line is broken.</summary>
public enum Dash
{
    /// <summary>Not at all.</summary>
    Solid,

    /// <summary>Into strokes.</summary>
    Dashed,

    /// <summary>Into dots.</summary>
    Dotted,

    /// <summary>Into strokes and dots.</summary>
    DashDotted,
}
