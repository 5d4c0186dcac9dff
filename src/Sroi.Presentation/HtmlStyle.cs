namespace Sroi.Presentation;

/// <summary>How pages, charts and reports look. All text has a contrast of at least 4.5 to its ground, on paper too.</summary>
internal static class HtmlStyle
{
    /// <summary>A style element for what stands within a document of somebody else's.</summary>
    public const string Element = $"<style>{Fragment}</style>\n";

    /// <summary>The rules of pages and charts.</summary>
    public const string Fragment = """
        .sroi{font-family:system-ui,sans-serif;line-height:1.45;color:#222;background:#fff;max-width:62em}
        .sroi p{margin:.35em 0;white-space:pre-wrap}
        .sroi .sroi-strong{font-weight:600}.sroi .sroi-faint{color:#555}
        .sroi .sroi-caution{color:#6b4200}.sroi .sroi-grave{color:#8b0000}
        .sroi-scroll{overflow-x:auto}
        .sroi-table{border-collapse:collapse;margin:.6em 0;font-size:.92em;color:#222;background:#fff}
        .sroi-table caption{text-align:left;font-weight:600;padding:.3em 0;color:#222}
        .sroi table.sroi-table th,.sroi table.sroi-table td{border-bottom:1px solid #ccc;padding:.25em .6em;text-align:left;vertical-align:top;font-weight:400;max-width:24em}
        .sroi table.sroi-table thead th{border-bottom:2px solid #444;font-weight:600}
        .sroi table.sroi-table .sroi-number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .sroi-table .sroi-bar{font-family:monospace;white-space:pre}
        .sroi table.sroi-table tr.sroi-strong th,.sroi table.sroi-table tr.sroi-strong td{font-weight:600}
        .sroi-chart{margin:1em 0;max-width:62em;width:100%}.sroi-chart svg{max-width:100%;height:auto}
        .sroi-chart figcaption{font-size:.85em;color:#555}
        """;

    /// <summary>The rules of a document of our own.</summary>
    public const string Document = """
        html{background:#fff;color:#222}
        body{font-family:system-ui,sans-serif;line-height:1.5;margin:0 auto;padding:1rem 1.5rem 3rem;max-width:62rem}
        h1{line-height:1.2;margin:.6rem 0}h2{margin-top:2.4rem;border-bottom:2px solid #005b96;padding-bottom:.2rem}h3{margin-top:1.6rem}
        a{color:#005b96}a:focus,summary:focus,[tabindex]:focus{outline:3px solid #d55e00;outline-offset:2px}
        .answer{border-left:6px solid #005b96;background:#f2f7fb;padding:.8rem 1.1rem;margin:1rem 0;font-size:1.08rem}
        .caveat{border-left:6px solid #d55e00;background:#fdf4ec;padding:.6rem 1.1rem;margin:1rem 0}
        .sroi{max-width:none}
        nav ul{columns:2;padding-left:1.2rem}
        code,pre{font-family:ui-monospace,monospace;font-size:.9rem}
        pre{background:#f5f5f5;padding:.6rem .8rem;overflow-x:auto;white-space:pre-wrap}
        img{max-width:100%}
        @media print{body{max-width:none;padding:0;font-size:10.5pt}nav,summary,.modebar{display:none}figure details>*{display:block}
        figure details::details-content{content-visibility:visible;block-size:auto}
        h2,h3{break-after:avoid}figure,table,.answer,.caveat{break-inside:avoid}.sroi-scroll,pre{overflow:visible}
        .sroi-live{display:none!important}.sroi-still[hidden]{display:block!important}.sroi-chart svg{max-height:15cm}
        .sroi table.sroi-table{font-size:8.5pt}.sroi table.sroi-table th,.sroi table.sroi-table td{padding:.15rem .35rem}}
        """;
}
