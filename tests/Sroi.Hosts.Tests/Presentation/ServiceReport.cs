using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Sroi.Evaluation;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Reports;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The report of a service or of a variant of it, made once: its HTML without plotly.js, its tags and its words.</summary>
internal sealed partial record ServiceReport(CaseReport Report, string Html)
{
    private static readonly ConcurrentDictionary<(string, string?), ServiceReport> Known = [];

    public ImmutableArray<HtmlTag> Tags { get; } = HtmlTags.Of(Html);

    /// <summary>All that is read, in one line: no tags, and neither scripts nor styles.</summary>
    public string Words { get; } = WordsOf(Html);

    public static ServiceReport Of(string service, string? variant) => Known.GetOrAdd((service, variant), key => Make(key.Item1, key.Item2));

    public static CaseReport Fresh(string service, string? variant) =>
        CaseReport.Of(ShownCases.Case(service, variant), CaseReport.LeastDraws, ShownCases.Seed, variant is null ? null : ShownCases.Case(service));

    /// <summary>The words of a case that was made in code.</summary>
    public static ServiceReport Of(SocialReturn social)
    {
        CaseReport report = CaseReport.Of(social, CaseReport.LeastDraws, ShownCases.Seed);
        return new(report, PlotlyScript.Without(report.ToDocument()));
    }

    private static ServiceReport Make(string service, string? variant)
    {
        CaseReport report = Fresh(service, variant);
        return new(report, PlotlyScript.Without(report.ToDocument()));
    }

    private static string WordsOf(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(Unbroken().Replace(Unread().Replace(html, " "), "$1"), " ")), " ");

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    // These break no words.
    [GeneratedRegex("<span class=\"sroi-unbroken\">([^<]*)</span>")]
    private static partial Regex Unbroken();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
