using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Presentation.Pages;

/// <summary>What is on a page or in a report. Each kind hands itself to a medium, which has a method for each kind.</summary>
public abstract record PageBlock
{
    private PageBlock() { }

    /// <summary>Writes itself in a medium.</summary>
    public abstract void WriteTo(PageMedium medium);

    /// <summary>A paragraph.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Tone">How it is said.</param>
    public sealed record Line(string Text, Tone Tone) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A table.</summary>
    /// <param name="Content">Its columns and rows.</param>
    public sealed record Table(PageTable Content) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>Some room.</summary>
    public sealed record Space : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A heading.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Section">The address of the section that it begins; null for a heading within a section.</param>
    public sealed record Heading(string Text, string? Section) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A list.</summary>
    /// <param name="Items">Its items, a paragraph each.</param>
    public sealed record List(ImmutableArray<string> Items) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A chart.</summary>
    /// <param name="Content">The chart, with its figures and what it shows in words.</param>
    public sealed record Picture(PagePicture Content) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>What must not be missed: the answer of a report, or its main limitation.</summary>
    /// <param name="Label">What it is.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Tone">Caution for a limitation.</param>
    public sealed record Note(string Label, string Text, Tone Tone) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A command to be typed.</summary>
    /// <param name="Text">The command.</param>
    public sealed record Code(string Text) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A page within a report.</summary>
    /// <param name="Content">The page.</param>
    public sealed record Part(Page Content) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }
}

/// <summary>A picture on a page: it shows itself as HTML and says in words what it shows.</summary>
public abstract record PagePicture : Presentable
{
    /// <summary>The figures that it draws.</summary>
    public abstract PageTable Figures { get; init; }

    /// <summary>It as HTML within a document that has our style.</summary>
    internal abstract string ToFragment();
}

/// <summary>A medium that pages are written in, such as text, HTML or a terminal. A kind of block that is added does not compile until every medium knows it.</summary>
public abstract class PageMedium
{
    /// <summary>Writes blocks one after the other.</summary>
    public void Write(IEnumerable<PageBlock> blocks)
    {
        foreach (PageBlock block in blocks)
        {
            block.WriteTo(this);
        }
    }

    /// <summary>Writes a paragraph.</summary>
    public abstract void Write(PageBlock.Line line);

    /// <summary>Writes a table.</summary>
    public abstract void Write(PageBlock.Table table);

    /// <summary>Leaves some room.</summary>
    public abstract void Write(PageBlock.Space space);

    /// <summary>Writes a heading.</summary>
    public abstract void Write(PageBlock.Heading heading);

    /// <summary>Writes a list.</summary>
    public abstract void Write(PageBlock.List list);

    /// <summary>Writes a chart.</summary>
    public abstract void Write(PageBlock.Picture picture);

    /// <summary>Writes a note.</summary>
    public abstract void Write(PageBlock.Note note);

    /// <summary>Writes a command.</summary>
    public abstract void Write(PageBlock.Code code);

    /// <summary>Writes a page within a report.</summary>
    public virtual void Write(PageBlock.Part part) => Write(part.Content.Blocks);
}
