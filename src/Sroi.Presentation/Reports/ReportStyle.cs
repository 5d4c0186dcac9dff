using Sroi.Quantities;

namespace Sroi.Presentation.Reports;

/// <summary>How a report looks: a calm page with the names of its sections at the left, and two sheets of paper before the annex.</summary>
internal static class ReportStyle
{
    private const string Rules = """
        :root{--panel:#f3f6f5;--ink:#16202a;--ink2:#4a5660;--line:#d5dcdc;--edge:#75838b;--gain:#0b6b62;--gain-t:#b9d9d4;--cost:#a8480a}
        *{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
        body{max-width:1168px;padding:0 24px 3rem;font-size:1.0625rem;line-height:1.6;font-variant-numeric:lining-nums tabular-nums}
        p{margin:0 0 .8em}main>p,.sroi-matter>p,.sroi-matter li{max-width:68ch;text-wrap:pretty}
        h1,h2,h3{line-height:1.15;letter-spacing:-.015em;text-wrap:balance;margin:0;border:0;padding:0}
        h1{font-size:clamp(2.1rem,1.2rem + 3.6vw,3.5rem);font-weight:700;letter-spacing:-.03em;line-height:1.04}
        h2{font-size:1.5rem;font-weight:650}h3{font-size:1.0625rem;font-weight:650;margin:1.6rem 0 .5rem}
        .sroi-strong{font-weight:650}.sroi-faint,small{font-size:.875rem;line-height:1.5;color:var(--ink2)}
        .sroi-mast{padding:44px 0 32px}.sroi-logo{float:right;max-height:72px;max-width:220px;margin:0 0 12px 24px}
        .sroi-kind{font-size:.875rem;color:var(--ink2);margin:0 0 18px;padding-left:38px;position:relative}
        .sroi-kind:before{content:"";position:absolute;left:0;top:.65em;width:28px;height:3px;background:var(--gain)}
        .sroi-lead{font-size:1.25rem;line-height:1.5;max-width:56ch;margin:18px 0 0}
        .sroi-made{display:flex;flex-wrap:wrap;gap:14px 40px;margin:26px 0 0;font-size:.875rem;line-height:1.45}
        .sroi-made dt{color:var(--ink2)}.sroi-made dd{margin:0;font-weight:600}
        .sroi-answer{background:var(--panel);border-radius:10px;padding:32px 36px 28px;display:grid;gap:24px 52px;grid-template-columns:minmax(0,1fr) minmax(0,1.02fr);align-items:center}
        .sroi-answer h2{grid-column:1/-1;font-size:1.0625rem;font-weight:600;letter-spacing:0;color:var(--ink2)}
        .sroi-answer>div:only-of-type{grid-column:1/-1}
        .sroi-big{font-size:clamp(3.4rem,2rem + 5vw,6rem);font-weight:700;line-height:.95;letter-spacing:-.045em;margin:0 0 16px;white-space:nowrap}
        .sroi-say{font-size:1.1875rem;line-height:1.45;margin:0;max-width:34em}
        .sroi-facts{grid-column:1/-1;display:grid;grid-template-columns:repeat(4,auto);justify-content:space-between;gap:16px 32px;margin:0;padding-top:20px;border-top:1px solid var(--line)}
        .sroi-facts dt{font-size:.875rem;color:var(--ink2);line-height:1.4}.sroi-facts dd{margin:0;font-size:1.25rem;font-weight:650;line-height:1.3}
        .sroi-interval svg{display:block;overflow:visible;width:100%}.sroi-interval text{font-size:14px;fill:var(--ink)}.sroi-interval .faint{fill:var(--ink2)}.sroi-interval .strong{font-weight:650}
        .sroi-interval .in{fill:var(--gain)}.sroi-interval .out{fill:var(--gain-t)}.sroi-interval .axis{stroke:var(--edge)}.sroi-interval .one,.sroi-interval .span{stroke:var(--ink);stroke-width:2}
        .sroi-section{display:grid;grid-template-columns:236px minmax(0,1fr);gap:12px 56px;padding:40px 0 44px;border-top:1px solid var(--line)}
        .sroi-answer+.sroi-section{border-top:0}
        .sroi-section>header p{font-size:.9375rem;line-height:1.5;color:var(--ink2);margin:10px 0 0}
        .sroi-section.sroi-wide{grid-template-columns:minmax(0,1fr);padding:30px 0}
        .sroi-matter>:first-child{margin-top:0}
        .sroi-matter>.sroi-strong{font-size:1.25rem;line-height:1.45;font-weight:500}
        .sroi-points{list-style:none;counter-reset:point;margin:0;padding:0;display:grid;gap:18px}
        ol.sroi-points li{counter-increment:point;display:grid;grid-template-columns:34px 1fr}
        ol.sroi-points li:before{content:counter(point);font-weight:700;color:var(--cost);font-size:1.25rem;line-height:1.3}
        .sroi-points b{font-weight:600}.sroi-points small{display:block;margin-top:2px}
        ul.sroi-points{grid-template-columns:1fr 1fr;gap:2px 32px}ul.sroi-points li{padding:10px 0;border-top:1px solid var(--line);font-size:1rem;line-height:1.4}
        .sroi-table{font-size:.9375rem;line-height:1.4}.sroi-matter>.sroi-scroll>.sroi-table{width:100%;margin:0 0 1.2rem}
        .sroi-matter>.sroi-scroll th,.sroi-matter>.sroi-scroll td{border-bottom:1px solid var(--line);padding:9px 12px 9px 0;text-align:left;vertical-align:top;font-weight:400}
        .sroi-matter>.sroi-scroll thead th{font-size:.8125rem;color:var(--ink2);vertical-align:bottom;line-height:1.3;border-bottom:1px solid var(--edge);font-weight:600}
        .sroi-matter>.sroi-scroll .sroi-number{text-align:right}.sroi-matter>.sroi-scroll tr>:last-child{padding-right:0}
        .sroi-matter>.sroi-scroll tbody th,.sroi-matter>.sroi-scroll .sroi-strong>*{font-weight:600}
        .sroi-annex{border-top:3px solid var(--ink);margin-top:24px;padding:36px 0 20px}.sroi-annex h2{margin-bottom:8px}
        @media (max-width:1020px){.sroi-section{grid-template-columns:minmax(0,1fr);gap:18px}.sroi-section>header p{max-width:62ch}}
        @media (max-width:760px){.sroi-answer{grid-template-columns:minmax(0,1fr);padding:24px 22px}.sroi-facts{grid-template-columns:1fr 1fr;justify-content:start}}
        @media (max-width:560px){body{padding:0 18px 2rem;font-size:1rem}.sroi-mast{padding:28px 0 24px}.sroi-lead,.sroi-say{font-size:1.125rem}.sroi-answer{margin:0 -18px;border-radius:0;padding:24px 18px}ul.sroi-points{grid-template-columns:1fr}nav ul{columns:1}.sroi-made{display:grid;grid-template-columns:1fr 1fr;gap:14px 20px}.sroi-section{padding:32px 0 34px}}
        @container (max-width:620px){.sroi-matter table.sroi-stack tbody th,.sroi-matter table.sroi-stack tbody td,.sroi-matter table.sroi-stack tbody td.sroi-number{border:0;padding:3px 0;text-align:left;white-space:normal}.sroi-matter table.sroi-stack tbody td,.sroi-matter table.sroi-stack tbody td.sroi-number{padding-left:46%}}
        @media print{:root{--ink:#000}html{font-size:11pt}body{padding:0;font-size:9.4pt;line-height:1.4}p{margin-bottom:4pt}
        .sroi-mast{padding:0 0 9pt}h1{font-size:23pt}.sroi-kind{margin-bottom:7pt}.sroi-lead{font-size:10.8pt;margin-top:6pt;max-width:none}.sroi-made{margin-top:8pt;display:flex;gap:5pt 24pt;font-size:8.5pt}
        .sroi-answer{padding:11pt 15pt;grid-template-columns:1fr 1.05fr;gap:9pt 26pt;border-radius:6pt;margin:0;break-inside:avoid}.sroi-big{font-size:38pt;margin-bottom:6pt}.sroi-say{font-size:10.2pt}
        .sroi-answer h2{font-size:10.6pt}.sroi-facts{grid-template-columns:repeat(4,auto);padding-top:7pt;gap:7pt 13pt}.sroi-facts dt{font-size:8.2pt}.sroi-facts dd{font-size:11.3pt}.sroi-interval text{font-size:12px}
        .sroi-section,.sroi-section.sroi-wide{display:block;padding:8pt 0 6pt;border-top-color:#000}.sroi-section>header{margin-bottom:5pt;break-after:avoid}.sroi-section>header p{max-width:none;margin-top:2pt;font-size:8.6pt}
        main>p,.sroi-matter>p,.sroi-matter li{max-width:none}h2{font-size:14pt}h3{font-size:10.4pt;margin:9pt 0 4pt}.sroi-matter>.sroi-strong{font-size:10.6pt}
        .sroi-points{gap:5pt}ol.sroi-points li{grid-template-columns:22px 1fr}ul.sroi-points{grid-template-columns:1fr 1fr}ul.sroi-points li{padding:4pt 0;font-size:9pt}.sroi-faint,small{font-size:8.2pt}
        .sroi-matter>.sroi-scroll th,.sroi-matter>.sroi-scroll td{padding:3.5pt 8pt 3.5pt 0;font-size:8.6pt}
        .sroi-sheet,.sroi-annex{break-before:page;border-top:0}.sroi-annex{margin:0;padding:0}a{text-decoration:none}}
        """;

    /// <summary>The rules, with the title at the foot of each sheet of paper.</summary>
    public static string Of(string title) =>
        $"{Rules}\n@page{{@bottom-left{{content:\"{Quoted(title)}\";font:8.5pt system-ui,sans-serif;color:#4a5660}}}}";

    // Within a string of a style sheet within an element of HTML: whatever could end either is a space.
    private static string Quoted(string title) =>
        string.Concat(VisibleText.Of(title).Select(c => char.IsLetterOrDigit(c) || " .,:;()–-&’'".Contains(c, StringComparison.Ordinal) ? c : ' '));
}
