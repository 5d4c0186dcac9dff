using Sroi.Presentation.Charting;

namespace Sroi.Notebooks.Cells;

/// <summary>Brings plotly.js with the first chart that a session shows; the charts after it find it in the document. Without it their still pictures stand.</summary>
internal sealed class LiveCharts
{
    private const string Html = "text/html";

    private int _brought;

    /// <summary>A value with what its chart needs, where it is the first one.</summary>
    public MimeBundle Supplied(MimeBundle value) =>
        value.Data.GetValueOrDefault(Html) is { } html && PlotlyScript.IsNeededBy(html) && Interlocked.Exchange(ref _brought, 1) == 0
            ? new(value.Data.SetItem(Html, PlotlyScript.Element() + html))
            : value;
}
