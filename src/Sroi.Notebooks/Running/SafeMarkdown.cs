using System.Net;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Sroi.Notebooks.Running;

/// <summary>Safe Markdown, as in Jupyter: tags that do more than format text are shown as text, and links lead only to pages, anchors and addresses.</summary>
internal static partial class SafeMarkdown
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "attachment"];

    /// <summary>Makes a document harmless.</summary>
    public static void Apply(MarkdownDocument document)
    {
        foreach (HtmlBlock block in document.Descendants<HtmlBlock>())
        {
            block.Lines = new StringLineGroup(Html(block.Lines.ToString()));
        }

        foreach (HtmlInline tag in document.Descendants<HtmlInline>())
        {
            tag.Tag = Html(tag.Tag);
        }

        foreach (LinkInline link in document.Descendants<LinkInline>().Where(link => !IsHarmless(link.Url, link.IsImage)))
        {
            link.Url = "";
        }

        AutolinkInline[] bare = [.. document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsHarmless(link.Url, isImage: false))];
        foreach (AutolinkInline link in bare)
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private static string Html(string html) =>
        Tags()
            .Replace(
                OfflineHtml.Of(html),
                tag =>
                    tag.Groups["known"].Success && LeadsNowhereElse(tag.Value) ? tag.Value
                    : tag.Value.StartsWith("<!--", StringComparison.Ordinal) ? ""
                    : WebUtility.HtmlEncode(tag.Value)
            );

    private static bool LeadsNowhereElse(string tag) =>
        Addresses().Matches(tag).All(address => IsHarmless(WebUtility.HtmlDecode(address.Groups[1].Value), isImage: true));

    // Text before a colon is a scheme, however it is spaced, unless a slash, a question mark or a number sign precedes the colon.
    private static bool IsHarmless(string? url, bool isImage)
    {
        string address = string.Concat((url ?? "").Where(c => c > ' ' && !char.IsControl(c)));
        int colon = address.AsSpan().IndexOfAny(':', '/', '?');
        return colon < 0
            || address[colon] != ':'
            || address.StartsWith('#')
            || Schemes.Contains(address[..colon], StringComparer.OrdinalIgnoreCase)
            || (isImage && address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(
        """<!--.*?-->|(?<known></?(?:a|abbr|b|blockquote|br|caption|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var)(?:\s+(?:align|alt|class|colspan|height|href|id|lang|open|rowspan|src|style|title|width)(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*\s*/?>)|<""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Tags();

    [GeneratedRegex("""\s(?:href|src)\s*=\s*["']?([^"'>]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}
