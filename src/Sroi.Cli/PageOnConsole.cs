using Spectre.Console;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Cli;

/// <summary>Blocks in a terminal: in colour where it can be, wrapped to the width.</summary>
internal sealed class PageOnConsole(IAnsiConsole console) : PageMedium
{
    public static void Write(IAnsiConsole console, Page page) => new PageOnConsole(console).Write(page.Blocks);

    public override void Write(PageBlock.Line line)
    {
        // A command is never broken, so that it can be copied.
        int width = console.Profile.Width;
        string markup = Marked(line.Text, line.Tone);
        console.Profile.Width = line.Text.StartsWith("  sroi ", StringComparison.Ordinal) ? Math.Max(width, markup.Length) : width;
        console.MarkupLine(markup);
        console.Profile.Width = width;
    }

    public override void Write(PageBlock.Table table) => TableOnConsole.Write(console, table.Content);

    public override void Write(PageBlock.Space space) => console.WriteLine();

    public override void Write(PageBlock.Heading heading)
    {
        console.WriteLine();
        console.MarkupLine(Marked(heading.Text, Tone.Strong));
        if (heading.Remark.Length > 0)
        {
            console.MarkupLine(Marked(heading.Remark, Tone.Faint));
        }
    }

    public override void Write(PageBlock.List list)
    {
        foreach (string item in list.Items)
        {
            console.MarkupLine(Marked($"- {item}", Tone.Plain));
        }
    }

    public override void Write(PageBlock.Picture picture)
    {
        console.MarkupLine(Marked(picture.Content.ToString(), Tone.Plain));
        TableOnConsole.Write(console, picture.Content.Figures);
    }

    public override void Write(PageBlock.Note note) => console.MarkupLine(Marked($"{note.Label}: {note.Text}", note.Tone));

    public override void Write(PageBlock.Masthead masthead)
    {
        console.MarkupLine(Marked(masthead.Title, Tone.Strong));
        Write(masthead.Lead, masthead.Facts);
    }

    public override void Write(PageBlock.Answer answer)
    {
        console.MarkupLine(Marked(answer.Question, Tone.Strong));
        Write($"{(answer.Figure is { } figure ? $"{figure}. " : "")}{answer.Text}", answer.Facts);
    }

    public override void Write(PageBlock.Points points) => Write(new PageBlock.List([.. points.Items.Select(point => point.InALine)]));

    public override void Write(PageBlock.Annex annex) => Write(new PageBlock.Heading(annex.Text, "annex") { Remark = annex.Remark });

    private void Write(string text, IEnumerable<Fact> facts)
    {
        foreach (string line in facts.Select(fact => $"{fact.Label}: {fact.Value}").Prepend(text))
        {
            console.MarkupLine(Marked(line, Tone.Plain));
        }
    }

    public override void Write(PageBlock.Code code) => console.MarkupLine(Marked($"    {code.Text}", Tone.Plain));

    /// <summary>Text in its tone, as markup.</summary>
    public static string Marked(string text, Tone tone) =>
        tone switch
        {
            Tone.Strong => $"[bold]{Shown(text)}[/]",
            Tone.Faint => $"[dim]{Shown(text)}[/]",
            Tone.Caution => $"[yellow]{Shown(text)}[/]",
            Tone.Grave => $"[red]{Shown(text)}[/]",
            _ => Shown(text),
        };

    /// <summary>Text as it is: brackets are text, not markup, and hidden characters are made visible.</summary>
    public static string Shown(string text) => Markup.Escape(VisibleText.Of(text));
}
