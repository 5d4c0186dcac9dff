using System.Text;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Pages;

namespace Sroi.Presentation.Reports;

/// <summary>A report while it is written: headings in order, and a list of contents made of them.</summary>
internal sealed class ReportBuilder
{
    private readonly StringBuilder _body = new();
    private readonly List<(string Id, string Text)> _sections = [];

    public void Section(string id, string heading)
    {
        _sections.Add((id, heading));
        _body.Append($"<h2 id=\"{id}\">{PageHtml.Text(heading)}</h2>\n");
    }

    public void Heading(string heading) => _body.Append($"<h3>{PageHtml.Text(heading)}</h3>\n");

    public void Paragraph(string text) => _body.Append($"<p>{PageHtml.Text(text)}</p>\n");

    public void List(IEnumerable<string> items) =>
        _body.Append($"<ul>\n{string.Concat(items.Select(item => $"<li>{PageHtml.Text(item)}</li>\n"))}</ul>\n");

    public void Code(string text) => _body.Append($"<pre tabindex=\"0\"><code>{PageHtml.Text(text)}</code></pre>\n");

    public void Add(Chart chart) => _body.Append(ChartHtml.Write(chart));

    public void Add(Page page) => _body.Append(PageHtml.Write(page));

    public void Add(TableBuilder table) => _body.Append($"<div class=\"sroi\">{PageHtml.Write(table.Done())}</div>\n");

    /// <summary>The whole, under what stands before the contents.</summary>
    public string Document(string title, string before)
    {
        string contents = string.Concat(_sections.Select(section => $"<li><a href=\"#{section.Id}\">{PageHtml.Text(section.Text)}</a></li>\n"));
        return HtmlDocument.Write(
            title,
            $"<main>\n<h1>{PageHtml.Text(title)}</h1>\n{before}<nav aria-label=\"Contents\"><ul>\n{contents}</ul></nav>\n{_body}</main>\n"
        );
    }
}
