using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Sroi.Files;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Mathematics;

namespace Sroi.Notebooks.Running;

/// <summary>The Markdown of one notebook as HTML: headings in order with unique ids, formulas as MathML, local images embedded.</summary>
internal sealed class MarkdownText(string folder)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseEmphasisExtras()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .UseAutoLinks()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .Build();

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _level;

    /// <summary>The first heading so far; null if there is none.</summary>
    public string? Title { get; private set; }

    public string Html(NotebookCell cell) => Html(cell.Source, cell.Json["attachments"] as JsonObject);

    public string Html(string markdown, JsonObject? attachments)
    {
        try
        {
            return Read(markdown, attachments);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            // Nested too deeply for Markdig: shown as typed.
            return $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>\n";
        }
    }

    private string Read(string markdown, JsonObject? attachments)
    {
        MathText math = new();
        MarkdownDocument document = Markdown.Parse(math.TakeOut(markdown), Pipeline);
        SafeMarkdown.Apply(document);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            // A skipped level, as from 1 to 3, misleads readers who navigate by headings.
            _level = heading.Level = Math.Min(heading.Level, _level + 1);
            Title ??= math.PutBackAsTyped(TextOf(heading));
            NameOnce(heading.GetAttributes());
        }

        foreach (LinkInline picture in document.Descendants<LinkInline>().Where(link => link.IsImage))
        {
            picture.Url = Embedded(picture.Url, attachments);
        }

        return math.PutBack(OfflineHtml.Of(document.ToHtml(Pipeline)));
    }

    private static string TextOf(HeadingBlock heading) =>
        string.Concat(
            heading
                .Inline!.Descendants()
                .Select(part =>
                    part switch
                    {
                        LiteralInline text => text.Content.ToString(),
                        CodeInline code => code.Content,
                        _ => "",
                    }
                )
        );

    private void NameOnce(HtmlAttributes attributes)
    {
        string name = attributes.Id ?? "section";
        string own = name;
        for (int i = 1; !_names.Add(own); i++)
        {
            own = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        }

        attributes.Id = own;
    }

    private string? Embedded(string? url, JsonObject? attachments)
    {
        if (url?.StartsWith("attachment:", StringComparison.Ordinal) == true)
        {
            KeyValuePair<string, JsonNode?>? picture = (attachments?[url["attachment:".Length..]] as JsonObject)?.FirstOrDefault();
            return picture is { Key: not null } found ? $"data:{found.Key};base64,{JsonText.Read(found.Value)}" : url;
        }

        string? type = Path.GetExtension(url ?? "").ToUpperInvariant() switch
        {
            ".PNG" => "image/png",
            ".JPG" or ".JPEG" => "image/jpeg",
            ".SVG" => "image/svg+xml",
            ".GIF" => "image/gif",
            _ => null,
        };
        string path = Path.Combine(folder, Uri.UnescapeDataString(url ?? ""));
        return type is not null && !url!.Contains(':') && Picture(path) is { } bytes ? $"data:{type};base64,{Convert.ToBase64String(bytes)}" : url;
    }

    // Unreadable files stay links.
    private static byte[]? Picture(string path)
    {
        try
        {
            return UserFile.Read(path);
        }
        catch (UnreadableFileException)
        {
            return null;
        }
    }
}
