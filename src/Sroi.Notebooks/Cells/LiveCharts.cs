using Sroi.Presentation.Charting;

namespace Sroi.Notebooks.Cells;

/// <summary>Sends plotly.js with the first chart of a session; later charts find it in the document. Without it, they remain static images.</summary>
internal sealed class LiveCharts
{
    private const string Html = "text/html";

    private int _brought;

    /// <summary>A value, with plotly.js if it contains the first chart.</summary>
    public MimeBundle Supplied(MimeBundle value) =>
        value.Data.GetValueOrDefault(Html) is { } html && PlotlyScript.IsNeededBy(html) && Interlocked.Exchange(ref _brought, 1) == 0
            ? new(value.Data.SetItem(Html, PlotlyScript.Element() + html))
            : value;
}
