using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Presentation.Pages;

/// <summary>A result as a person reads it: blocks from top to bottom, the same in a terminal, in a notebook, as text and in a report.</summary>
/// <param name="Blocks">What is on it.</param>
public sealed record Page(ImmutableArray<PageBlock> Blocks) : Presentable
{
    /// <summary>The page as plain text.</summary>
    public override string ToString() => PageText.Write(this);

    /// <summary>The page as HTML, to stand within a document.</summary>
    public override string ToHtml() => HtmlStyle.Element + PageHtml.Write(this);

    internal static Page Of(Action<PageBuilder> write)
    {
        PageBuilder page = new();
        write(page);
        return page.Done();
    }
}

/// <summary>A table of text.</summary>
/// <param name="Title">What it shows; null if the text around it says so.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
public sealed record PageTable(string? Title, ImmutableArray<PageColumn> Columns, ImmutableArray<PageRow> Rows)
{
    /// <summary>Rows that one of <see cref="Rows"/> sums up: a document can unfold them, a terminal leaves them to the files that the command writes.</summary>
    public ImmutableArray<PageRow> Folded { get; init; } = [];
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading; may have several lines.</param>
/// <param name="IsNumber">Whether its cells are numbers, set to the right.</param>
public sealed record PageColumn(string Heading, bool IsNumber);

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell for each column; may have several lines.</param>
/// <param name="Tone">How it is said.</param>
public sealed record PageRow(ImmutableArray<string> Cells, Tone Tone);

/// <summary>How something is said; nothing is said by it alone, since colour is not seen by all.</summary>
public enum Tone
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>A heading, a total, what matters most.</summary>
    Strong,

    /// <summary>A remark.</summary>
    Faint,

    /// <summary>Mind this.</summary>
    Caution,

    /// <summary>This may overturn the figure.</summary>
    Grave,
}
