using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Running;

/// <summary>HTML that fetches nothing: scripts, styles and frames from elsewhere are taken out. The page's own policy forbids what is left.</summary>
internal static partial class OfflineHtml
{
    private const string Notice = "<!-- taken out: it would have been fetched from the network -->";

    public static string Of(string html) => Remote().Replace(html, Notice);

    [GeneratedRegex(
        @"<script\b[^>]*\bsrc\s*=\s*(?!\s*[""']?data:)[^>]*>.*?</script\s*>|<link\b[^>]*\bhref\s*=[^>]*>"
            + @"|<(iframe|object|embed)\b[^>]*\b(src|data)\s*=[^>]*>(.*?</\1\s*>)?",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Remote();
}
