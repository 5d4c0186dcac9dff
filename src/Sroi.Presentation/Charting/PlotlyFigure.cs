using System.Text.Json;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting;

/// <summary>A chart as plotly.js has it: traces, layout and settings as plain properties.</summary>
/// <remarks>
/// Made without the types of Plotly.NET, which do not load beside an older FSharp.Core, as that of the last .NET Interactive; there too a chart must show itself.
/// </remarks>
internal static class PlotlyFigure
{
    // The sign comes before the pound sign, and the pound sign before the digits.
    private const string Locale = "en-GB";

    private static Dictionary<string, object> Pounds =>
        new()
        {
            ["dictionary"] = new Dictionary<string, object>(),
            ["format"] = new Dictionary<string, object> { ["currency"] = new[] { "£", "" } },
        };

    /// <summary>The figure as JSON.</summary>
    public static string Json(Chart chart) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["data"] = Traces(chart),
                ["layout"] = Layout(chart),
                ["config"] = Config,
                ["narrow"] = Narrow(NarrowChart.Of(chart)),
            }
        );

    // What differs on a telephone.
    private static Dictionary<string, object> Narrow(Chart chart) => new() { ["data"] = Traces(chart), ["layout"] = Layout(chart) };

    /// <summary>The traces, each with its type.</summary>
    public static IEnumerable<Dictionary<string, object>> Traces(Chart chart) => chart.Series.SelectMany(series => PlotlyTraces.Of(chart, series));

    /// <summary>The layout.</summary>
    public static Dictionary<string, object> Layout(Chart chart) => PlotlyLayout.Of(chart).ToDictionary(entry => entry.Name, entry => entry.Value);

    /// <summary>The settings.</summary>
    public static Dictionary<string, object> Config { get; } =
        new()
        {
            ["responsive"] = true,
            ["displaylogo"] = false,
            ["locale"] = Locale,
            ["locales"] = new Dictionary<string, object> { [Locale] = Pounds },
        };

    /// <summary>Text as it is: plotly.js takes what looks like a tag or an entity for one.</summary>
    public static string Plain(string text) =>
        VisibleText
            .Of(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Text in lines of about so many characters.</summary>
    public static string Lines(string text, int width) => string.Join("<br>", TextLines.Of(text, width).Select(Plain));

    /// <summary>The name of a stroke.</summary>
    public static string Name(Dash dash) =>
        dash switch
        {
            Dash.Dashed => "dash",
            Dash.Dotted => "dot",
            Dash.DashDotted => "dashdot",
            _ => "solid",
        };
}
