namespace Sroi.Presentation.Pages;

/// <summary>A medium that pages are written in, such as text, HTML or a terminal. A kind of block that is added does not compile until every medium knows it.</summary>
public abstract class PageMedium
{
    /// <summary>Writes blocks in their order.</summary>
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

    /// <summary>Writes the head of a report.</summary>
    public abstract void Write(PageBlock.Masthead masthead);

    /// <summary>Writes the answer of a report.</summary>
    public abstract void Write(PageBlock.Answer answer);

    /// <summary>Writes points.</summary>
    public abstract void Write(PageBlock.Points points);

    /// <summary>Begins the annex.</summary>
    public abstract void Write(PageBlock.Annex annex);

    /// <summary>Writes a page within a report.</summary>
    public virtual void Write(PageBlock.Part part) => Write(part.Content.Blocks);
}
