using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The tags of HTML, with their attributes; what scripts and styles contain is left out.</summary>
internal static partial class HtmlTags
{
    private static readonly string[] Void = ["br", "hr", "img", "input", "link", "meta"];

    /// <summary>The tags in order; fails where one has an attribute twice, or ends what was not begun.</summary>
    public static ImmutableArray<HtmlTag> Of(string html)
    {
        ImmutableArray<HtmlTag> tags = [.. Tags().Matches(Contents().Replace(html, "$1$3")).Select(Read)];
        Stack<string> open = new();
        foreach (HtmlTag tag in tags.Where(tag => !Void.Contains(tag.Name) && !tag.IsClosed))
        {
            if (tag.IsEnd)
            {
                Assert.Equal(open.Pop(), tag.Name);
            }
            else
            {
                open.Push(tag.Name);
            }
        }

        Assert.Empty(open);
        return tags;
    }

    private static HtmlTag Read(Match match)
    {
        ImmutableDictionary<string, string>.Builder attributes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (Match attribute in Attributes().Matches(match.Groups["rest"].Value))
        {
            Assert.False(attributes.ContainsKey(attribute.Groups[1].Value), $"Twice the same attribute: {match.Value}");
            attributes.Add(attribute.Groups[1].Value, WebUtility.HtmlDecode(attribute.Groups[2].Value));
        }

        return new(
            match.Groups["name"].Value,
            match.Value.StartsWith("</", StringComparison.Ordinal),
            match.Value.EndsWith("/>", StringComparison.Ordinal)
        )
        {
            Attributes = attributes.ToImmutable(),
        };
    }

    [GeneratedRegex("(<(script|style)[^>]*>).*?(</\\2>)", RegexOptions.Singleline)]
    private static partial Regex Contents();

    [GeneratedRegex("</?(?<name>[A-Za-z][A-Za-z0-9]*)(?<rest>(?:\\s+[^\\s=>/]+(?:=\"[^\"]*\")?)*)\\s*/?>")]
    private static partial Regex Tags();

    [GeneratedRegex("([^\\s=]+)(?:=\"([^\"]*)\")?")]
    private static partial Regex Attributes();
}

/// <summary>A tag.</summary>
internal sealed record HtmlTag(string Name, bool IsEnd, bool IsClosed)
{
    public required ImmutableDictionary<string, string> Attributes { get; init; }

    /// <summary>An attribute; empty where it has none of that name.</summary>
    public string this[string attribute] => Attributes.GetValueOrDefault(attribute, "");
}
