using System.Reflection;

namespace Sroi.Presentation.Charting;

/// <summary>The copy of plotly.js that Plotly.NET carries, and the few lines that draw with it. Nothing is fetched from the network.</summary>
public static class PlotlyScript
{
    private const string Start = "<script data-sroi-plotly>",
        End = "</script>\n";

    private const string Resource = "Plotly.NET.plotly-2.28.0.min.js";

    /// <summary>The event that announces that plotly.js has loaded.</summary>
    internal const string Ready = "sroi-plotly";

    /// <summary>A script element with plotly.js, once for each document, about 3.6 MB.</summary>
    /// <remarks>Wrapped, so that it defines itself for the window also where a loader of modules (require.js, as in exports of Jupyter) would take it.</remarks>
    public static string Element()
    {
        using Stream stream =
            Assembly.Load("Plotly.NET").GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Plotly.NET does not carry {Resource}; its version was changed without this.");
        using StreamReader reader = new(stream);
        string source = reader.ReadToEnd().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        return $"{Start}if(!window.Plotly){{(function(define,module,exports){{{source}\n}}).call(window);}}window.dispatchEvent(new Event('{Ready}'));{End}";
    }

    /// <summary>Whether HTML has charts that are drawn with <see cref="Element"/>.</summary>
    public static bool IsNeededBy(string html) => html.Contains(ChartHtml.Attribute, StringComparison.Ordinal);

    /// <summary>HTML without the elements that <see cref="Element"/> made.</summary>
    public static string Without(string html)
    {
        int start;
        while ((start = html.IndexOf(Start, StringComparison.Ordinal)) >= 0)
        {
            int end = html.IndexOf(End, start, StringComparison.Ordinal);
            html = end < 0 ? html[..start] : html.Remove(start, end + End.Length - start);
        }

        return html;
    }

    /// <summary>A chart of Plotly.NET as HTML, to stand in a document that has <see cref="Element"/>.</summary>
    public static string Html(Plotly.NET.GenericChart chart) => ChartHtml.Write(chart);

    /// <summary>
    /// Draws a chart now, or when plotly.js has loaded, in the way that fits its width, and again when the width passes the breakpoint. Until then its still picture
    /// is shown.
    /// </summary>
    internal static string Draw(string id) =>
        $$"""
            (function(){function fit(figure){var live=figure.querySelector('.sroi-live'),chart=JSON.parse(figure.querySelector('[data-sroi-figure]').textContent),narrow=chart.narrow&&live.clientWidth<{{NarrowChart.Breakpoint}};if(narrow)chart=Object.assign(chart,chart.narrow);figure.setAttribute('data-sroi-drawn',narrow?'narrow':'full');return Plotly.react(live,chart.data,chart.layout,chart.config);}function all(){return document.querySelectorAll('figure[data-sroi-chart="{{id}}"]');}function draw(){if(!window.Plotly)return;all().forEach(function(figure){if(figure.hasAttribute('data-sroi-drawn'))return;figure.querySelector('.sroi-live').hidden=false;fit(figure).then(function(){var still=figure.querySelector('.sroi-still');if(still)still.hidden=true;});});}draw();window.addEventListener('{{Ready}}',draw);window.addEventListener('resize',function(){all().forEach(function(figure){var was=figure.getAttribute('data-sroi-drawn'),width=figure.querySelector('.sroi-live').clientWidth;if(was&&width>0&&(width<{{NarrowChart.Breakpoint}})!==(was==='narrow'))fit(figure);});});})();
            """;
}
