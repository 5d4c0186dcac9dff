using Sroi.Presentation.Charting;
using Sroi.Presentation.Pages;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Charts made by hand, whose measures can be worked out.</summary>
internal static class SmallChart
{
    /// <summary>A bar for each value, from nothing, upright or sideways.</summary>
    public static Chart Of(bool isSideways, params double[] values) =>
        With(isSideways, new Series.Bars("", Ink.Gain, [.. values.Select((value, at) => new Bar(at, 0, value))]), values.Length);

    /// <summary>A chart of one series over categories named a, b, c and so on.</summary>
    public static Chart With(bool isSideways, Series series, int categories) =>
        new()
        {
            Name = "small",
            Title = "How long is a bar?",
            Alternative = "As long as its value.",
            Source = "Source: made by hand.",
            Positions = new("letter", AxisFormat.Number) { Categories = [.. Enumerable.Range(0, categories).Select(i => $"{(char)('a' + i)}")] },
            Values = new("value", AxisFormat.Number),
            IsSideways = isSideways,
            Series = [series],
            Figures = new(null, [new("letter", false)], [new(["a"], Tone.Plain)]),
        };
}
