using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>Blocks as HTML, to stand within a document: headings in order, tables that a screen reader reads out, nothing said by colour alone.</summary>
internal sealed partial class PageHtml : PageMedium
{
    private readonly StringBuilder _html = new();
    private bool _isInSection;
    private string _annex = "";

    private PageHtml() { }

    /// <summary>A page in an element of its own.</summary>
    public static string Write(Page page) => $"<div class=\"sroi\">\n{Of(page.Blocks)}</div>\n";

    /// <summary>Blocks in their order.</summary>
    public static string Of(IEnumerable<PageBlock> blocks)
    {
        PageHtml medium = new();
        medium.Write(blocks);
        medium.EndSection();
        return medium._html.ToString();
    }

    public override void Write(PageBlock.Line line) => _html.Append($"<p{Class(line.Tone)}>{Words(line.Text)}</p>\n");

    public override void Write(PageBlock.Table table) => _html.Append(TableHtml.Write(table.Content));

    public override void Write(PageBlock.Space space) { }

    public override void Write(PageBlock.Heading heading)
    {
        if (heading.Section is not { } section)
        {
            _html.Append($"<h3>{Words(heading.Text)}</h3>\n");
            return;
        }

        EndSection();
        string sheet = heading.BeginsSheet ? " sroi-sheet" : "",
            note = heading.Remark.Length == 0 ? "" : $"<p>{Words(heading.Remark)}</p>";
        _html.Append(
            $"<section class=\"sroi-section{_annex}{sheet}\"><header><h2 id=\"{section}\">{Words(heading.Text)}</h2>{note}</header><div class=\"sroi-matter\">\n"
        );
        _isInSection = true;
    }

    public override void Write(PageBlock.List list) =>
        _html.Append($"<ul>\n{string.Concat(list.Items.Select(item => $"<li>{Words(item)}</li>\n"))}</ul>\n");

    public override void Write(PageBlock.Picture picture) => _html.Append(picture.Content.ToFragment());

    public override void Write(PageBlock.Note note) =>
        _html.Append(
            $"<div class=\"{(note.Tone == Tone.Caution ? "caveat" : "answer")}\" role=\"region\" aria-label=\"{Text(note.Label)}\"><p>{Words(note.Text)}</p></div>\n"
        );

    public override void Write(PageBlock.Code code) => _html.Append($"<pre tabindex=\"0\"><code>{Text(code.Text)}</code></pre>\n");

    public override void Write(PageBlock.Masthead masthead)
    {
        string logo = masthead.Logo is { } address ? $"<img class=\"sroi-logo\" alt=\"\" src=\"{Text(address)}\">" : "",
            lead = masthead.Lead.Length == 0 ? "" : $"<p class=\"sroi-lead\">{Words(masthead.Lead)}</p>\n";
        _html.Append(
            $"<header class=\"sroi-mast\">{logo}<p class=\"sroi-kind\">{Words(masthead.Kind)}</p>\n<h1>{Words(masthead.Title)}</h1>\n{lead}{Facts("sroi-made", masthead.Facts)}</header>\n"
        );
    }

    public override void Write(PageBlock.Answer answer)
    {
        string figure = answer.Figure is { } ratio ? $"<p class=\"sroi-big\">{Words(ratio)}</p>" : "";
        _html.Append(
            $"<section class=\"sroi-answer\" aria-labelledby=\"answer\"><h2 id=\"answer\">{Words(answer.Question)}</h2>\n"
                + $"<div>{figure}<p class=\"sroi-say\">{Words(answer.Text)}</p></div>\n"
                + $"{answer.Interval?.ToFragment()}{Facts("sroi-facts", answer.Facts)}</section>\n"
        );
    }

    public override void Write(PageBlock.Points points)
    {
        string list = points.IsRanked ? "ol" : "ul";
        _html.Append($"<{list} class=\"sroi-points\">\n");
        foreach (Point point in points.Items)
        {
            string text = point.Text.Length == 0 ? "" : $" {Words(point.Text)}",
                remark = point.Remark.Length == 0 ? "" : $" <small>{Words(point.Remark)}</small>";
            _html.Append($"<li><div><b>{Words(point.Lead)}</b>{text}{remark}</div></li>\n");
        }

        _html.Append($"</{list}>\n");
    }

    public override void Write(PageBlock.Annex annex)
    {
        EndSection();
        _annex = " sroi-wide";
        string contents = string.Concat(annex.Contents.Select(section => $"<li><a href=\"#{section.Section}\">{Words(section.Text)}</a></li>\n"));
        _html.Append(
            $"<div class=\"sroi-annex\"><h2 id=\"annex\">{Words(annex.Text)}</h2><p>{Words(annex.Remark)}</p>\n<nav aria-label=\"Contents of the annex\"><ul>\n{contents}</ul></nav></div>\n"
        );
    }

    public override void Write(PageBlock.Part part) => _html.Append(Write(part.Content));

    public static string Class(Tone tone) => tone == Tone.Plain ? "" : $" class=\"sroi-{tone.ToString().ToLowerInvariant()}\"";

    /// <summary>Text for an attribute, or for a place where no markup may be.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(VisibleText.Of(text)).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>Text to be read. A sign stays on the line of its number, and a number on that of its unit.</summary>
    public static string Words(string text) => Unbroken().Replace(Text(text), "<span class=\"sroi-unbroken\">$0</span>");

    private static string Facts(string look, IReadOnlyCollection<Fact> facts) =>
        facts.Count == 0
            ? ""
            : $"<dl class=\"{look}\">\n{string.Concat(facts.Select(fact => $"<div><dt>{Words(fact.Label)}</dt><dd>{Words(fact.Value)}</dd></div>\n"))}</dl>\n";

    private void EndSection()
    {
        if (_isInSection)
        {
            _html.Append("</div></section>\n");
            _isInSection = false;
        }
    }

    // A pound sign is encoded by now. A minus sign before a pound sign could be broken after, as could a number before its sign of per cent.
    [GeneratedRegex(@"−(&#163;)?\d[\d,.]*\d?( %)?|\d[\d,.]* %|\d[\d,.]* : (&#163;)?1\b")]
    private static partial Regex Unbroken();
}
