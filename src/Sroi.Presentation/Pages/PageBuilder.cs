using System.Collections.Immutable;

namespace Sroi.Presentation.Pages;

/// <summary>A page while it is written.</summary>
internal sealed class PageBuilder
{
    private readonly ImmutableArray<PageBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PageBlock>();

    public void Line(string text, Tone tone = Tone.Plain) => _blocks.Add(new PageBlock.Line(text, tone));

    public void Add(TableBuilder table) => _blocks.Add(new PageBlock.Table(table.Done()));

    public void Space() => _blocks.Add(new PageBlock.Space());

    public Page Done() => new(_blocks.ToImmutable());
}
