namespace Sroi.Presentation;

/// <summary>How pages, charts and reports look. All text has a contrast of at least 4.5 to its ground, on paper too.</summary>
internal static class HtmlStyle
{
    /// <summary>A style element for a fragment within another document.</summary>
    public const string Element = $"<style>{Fragment}</style>\n";

    /// <summary>The rules of pages and charts.</summary>
    public const string Fragment = """
        .sroi{font-family:system-ui,sans-serif;line-height:1.45;color:#16202a;background:#fff;max-width:62em}
        .sroi p{margin:.35em 0;white-space:pre-wrap}
        .sroi .sroi-strong{font-weight:600}.sroi .sroi-faint{color:#4a5660}
        .sroi .sroi-caution{color:#6b4200}.sroi .sroi-grave{color:#8b0000}
        .sroi-unbroken{white-space:nowrap}
        .sroi-scroll{overflow-x:auto;container-type:inline-size;background:linear-gradient(to right,#fff 30%,#fff0),linear-gradient(to left,#fff 30%,#fff0) 100% 0,linear-gradient(to right,#16202a33,#fff0),linear-gradient(to left,#16202a33,#fff0) 100% 0;background-repeat:no-repeat;background-size:40px 100%,40px 100%,12px 100%,12px 100%;background-attachment:local,local,scroll,scroll}
        .sroi-table{border-collapse:collapse;margin:.6em 0;font-size:.92em;color:#16202a}
        .sroi-table caption{text-align:left;font-weight:600;padding:.3em 0;color:#16202a}
        .sroi table.sroi-table th,.sroi table.sroi-table td{background:none;border-bottom:1px solid #d5dcdc;padding:.25em .6em;text-align:left;vertical-align:top;font-weight:400;max-width:24em}
        .sroi table.sroi-table thead th{border-bottom:1px solid #75838b;font-weight:600;vertical-align:bottom}
        .sroi table.sroi-table .sroi-number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .sroi-table .sroi-bar{font-family:monospace;white-space:pre}
        .sroi table.sroi-table tr.sroi-strong th,.sroi table.sroi-table tr.sroi-strong td{font-weight:600}
        @container (max-width:620px){
        table.sroi-stack,table.sroi-stack caption,table.sroi-stack tbody,table.sroi-stack tr,table.sroi-stack th{display:block}
        table.sroi-stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
        table.sroi-stack tbody tr{border-bottom:1px solid #75838b;padding:.6em 0}
        .sroi table.sroi-stack tbody th,.sroi table.sroi-stack tbody td,.sroi table.sroi-stack tbody .sroi-number{border:0;padding:.15em 0;text-align:left;max-width:none;white-space:normal}
        .sroi table.sroi-stack tbody th{font-weight:600}
        .sroi table.sroi-stack tbody td,.sroi table.sroi-stack tbody td.sroi-number,.sroi-matter table.sroi-stack tbody td,.sroi-matter table.sroi-stack tbody td.sroi-number{display:flow-root;padding-left:46%}
        table.sroi-stack tbody td:before{content:attr(data-label);float:left;width:80%;margin-left:-85.2%;color:#4a5660}
        .sroi table.sroi-stack tbody td.sroi-empty,.sroi-matter table.sroi-stack tbody td.sroi-empty,.sroi table.sroi-stack tbody td.sroi-bar{display:none}
        }
        .sroi-chart{margin:1em 0;max-width:62em;width:100%;container-type:inline-size}.sroi-chart svg{max-width:100%;height:auto}
        .sroi-chart .sroi-live svg{max-width:none}
        .sroi-narrow{display:none}@container (max-width:640px){.sroi-full{display:none}.sroi-narrow{display:block}}
        .sroi-chart figcaption{font-size:.85em;color:#4a5660}
        """;

    /// <summary>The rules of a document of our own.</summary>
    public const string Document = """
        html{background:#fff;color:#16202a}
        body{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;line-height:1.5;margin:0 auto;padding:1rem 1.5rem 3rem;max-width:62rem}
        h1{line-height:1.2;margin:.6rem 0}h2{margin-top:2.4rem;border-bottom:2px solid #0b6b62;padding-bottom:.2rem}h3{margin-top:1.6rem}
        a{color:#0b6b62}a:focus,summary:focus,[tabindex]:focus-visible{outline:3px solid #5b3ea8;outline-offset:2px}
        .answer{border-left:6px solid #0b6b62;background:#f3f6f5;padding:.8rem 1.1rem;margin:1rem 0;font-size:1.08rem}
        .caveat{border-left:6px solid #a8480a;background:#fdf4ec;padding:.6rem 1.1rem;margin:1rem 0}
        .sroi{max-width:none;font-family:inherit}
        nav ul{columns:2;padding-left:1.2rem}
        code,pre{font-family:ui-monospace,monospace;font-size:.9rem;overflow-wrap:anywhere}
        pre{background:#f3f6f5;padding:.6rem .8rem;overflow-x:auto;white-space:pre-wrap}
        img{max-width:100%}
        @page{size:A4;margin:14mm 16mm 17mm;@bottom-right{content:counter(page) " of " counter(pages);font:8.5pt system-ui,sans-serif;color:#4a5660}}
        @media print{*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{max-width:none;padding:0;font-size:9.6pt;line-height:1.42}nav,.modebar{display:none}figure details>*{display:block}summary,figure details>summary{display:none}
        figure details::details-content{content-visibility:visible;block-size:auto}
        h2,h3,caption,thead{break-after:avoid}tr,li,.answer,.caveat,.sroi-still,pre{break-inside:avoid}p{orphans:3;widows:3}
        .sroi-scroll,pre{overflow:visible;background:none}.sroi-scroll,.sroi-chart{container-type:normal}
        .sroi-live{display:none!important}.sroi-still[hidden]{display:block!important}.sroi-chart{margin:.5em 0}.sroi-chart svg{max-width:15cm;max-height:16cm}tbody tr:last-child{break-before:avoid}.sroi-chart p{font-size:8.6pt}
        .sroi-full{display:block!important}.sroi-narrow{display:none!important}
        .sroi table.sroi-table{font-size:8pt;width:100%}.sroi table.sroi-table th,.sroi table.sroi-table td{padding:.15rem .3rem}
        }
        """;
}
