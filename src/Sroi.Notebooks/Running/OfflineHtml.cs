using System.Text;
using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Running;

/// <summary>HTML that fetches nothing: remote scripts, styles and frames are removed. The content security policy of the page blocks the rest.</summary>
internal static partial class OfflineHtml
{
    private const string Notice = "<!-- taken out: it would have been fetched from the network -->";

    public static string Of(string html)
    {
        StringBuilder kept = new();
        HashSet<string> unclosed = new(StringComparer.OrdinalIgnoreCase);
        int from = 0;
        Match tag = Tags().Match(html);
        while (tag.Success)
        {
            if (!Fetches(tag))
            {
                tag = Tags().Match(html, tag.Index + 1);
                continue;
            }

            kept.Append(html, from, tag.Index - from).Append(Notice);
            from = End(html, tag, unclosed);
            tag = Tags().Match(html, from);
        }

        return kept.Append(html, from, html.Length - from).ToString();
    }

    private static bool Fetches(Match tag) =>
        tag.Groups["name"].Value.ToUpperInvariant() switch
        {
            "SCRIPT" => Source().IsMatch(tag.Groups["attributes"].ValueSpan),
            "LINK" => Address().IsMatch(tag.Groups["attributes"].ValueSpan),
            _ => Content().IsMatch(tag.Groups["attributes"].ValueSpan),
        };

    // After the closing tag of the element, or after the tag itself if it is not closed, which is searched for once.
    private static int End(string html, Match tag, HashSet<string> unclosed)
    {
        int end = tag.Index + tag.Length;
        string name = tag.Groups["name"].Value;
        if (name.Equals("link", StringComparison.OrdinalIgnoreCase) || unclosed.Contains(name))
        {
            return end;
        }

        Match closing = Closings().Match(html, end);
        while (closing.Success && !closing.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            closing = closing.NextMatch();
        }

        if (closing.Success)
        {
            return closing.Index + closing.Length;
        }

        unclosed.Add(name);
        return end;
    }

    [GeneratedRegex(@"<(?<name>script|link|iframe|object|embed)\b(?<attributes>(?>[^>]*))>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"</(?<name>script|iframe|object|embed)\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex Closings();

    [GeneratedRegex(@"\bsrc\s*=(?!\s*[""']?data:)", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"\bhref\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:src|data)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Content();
}
