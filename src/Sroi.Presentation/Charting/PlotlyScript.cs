using System.Reflection;

namespace Sroi.Presentation.Charting;

/// <summary>The copy of plotly.js that Plotly.NET carries, and the few lines that draw with it. Nothing is fetched from the network.</summary>
public static class PlotlyScript
{
    private const string Start = "<script data-sroi-plotly>",
        End = "</script>\n";

    private const string Resource = "Plotly.NET.plotly-2.28.0.min.js";

    /// <summary>The event that tells charts that plotly.js is there.</summary>
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

    /// <summary>Draws a chart now, or when plotly.js comes; until then its still picture stands.</summary>
    internal static string Draw(string id) =>
        $$"""
            (function(){function draw(){if(!window.Plotly)return;document.querySelectorAll('figure[data-sroi-chart="{{id}}"]:not([data-sroi-drawn])').forEach(function(figure){figure.setAttribute('data-sroi-drawn','');var chart=JSON.parse(figure.querySelector('[data-sroi-figure]').textContent),live=figure.querySelector('.sroi-live');live.hidden=false;Plotly.newPlot(live,chart.data,chart.layout,chart.config).then(function(){var still=figure.querySelector('.sroi-still');if(still)still.hidden=true;});});}draw();window.addEventListener('{{Ready}}',draw);})();
            """;
}
