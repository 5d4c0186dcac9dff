using System.Collections.Immutable;

namespace Sroi.Presentation.Pages;

/// <summary>A page while it is written.</summary>
internal sealed class PageBuilder
{
    private readonly ImmutableArray<PageBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PageBlock>();

    public void Line(string text, Tone tone = Tone.Plain) => _blocks.Add(new PageBlock.Line(text, tone));

    public void Add(TableBuilder table) => _blocks.Add(new PageBlock.Table(table.Done()));

    /// <summary>Begins a section.</summary>
    public void Section(string id, string heading, string note = "", bool beginsSheet = false) =>
        _blocks.Add(new PageBlock.Heading(heading, id) { Remark = note, BeginsSheet = beginsSheet });

    /// <summary>A block of a report.</summary>
    public void Add(PageBlock block) => _blocks.Add(block);

    /// <summary>A heading within a section.</summary>
    public void Heading(string heading) => _blocks.Add(new PageBlock.Heading(heading, Section: null));

    public void List(IEnumerable<string> items) => _blocks.Add(new PageBlock.List([.. items]));

    public void Add(PagePicture picture) => _blocks.Add(new PageBlock.Picture(picture));

    /// <summary>A table as a page within a report.</summary>
    public void AddPart(TableBuilder table) => Add(Page.Of(page => page.Add(table)));

    public void Add(Page page) => _blocks.Add(new PageBlock.Part(page));

    public void Note(string label, string text, Tone tone = Tone.Plain) => _blocks.Add(new PageBlock.Note(label, text, tone));

    public void Code(string text) => _blocks.Add(new PageBlock.Code(text));

    public void Space() => _blocks.Add(new PageBlock.Space());

    public Page Done() => new(_blocks.ToImmutable());
}
