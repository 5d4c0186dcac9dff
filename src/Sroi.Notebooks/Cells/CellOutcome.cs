using System.Collections.Immutable;

namespace Sroi.Notebooks.Cells;

/// <summary>How a cell ended.</summary>
public abstract record CellOutcome
{
    private CellOutcome() { }

    /// <summary>It ran to its end.</summary>
    public sealed record Succeeded : CellOutcome;

    /// <summary>It did not compile, or threw.</summary>
    /// <param name="Name">What went wrong: "CompilationError", or the exception's type.</param>
    /// <param name="Message">Why, in words.</param>
    /// <param name="Line">The line of the cell, counted from 1; null where there is none.</param>
    /// <param name="Traceback">Lines to print, the cell's own frames only.</param>
    public sealed record Failed(string Name, string Message, int? Line, ImmutableArray<string> Traceback) : CellOutcome;

    /// <summary>It was interrupted.</summary>
    public sealed record Interrupted : CellOutcome;
}

/// <summary>A value in one or more types, the text for each.</summary>
/// <param name="Data">By MIME type, such as "text/html".</param>
public sealed record MimeBundle(ImmutableDictionary<string, string> Data)
{
    /// <summary>Plain text alone.</summary>
    public static MimeBundle Plain(string text) => Of("text/plain", text);

    /// <summary>One type alone.</summary>
    public static MimeBundle Of(string mimeType, string text) => new(ImmutableDictionary<string, string>.Empty.Add(mimeType, text));
}

/// <summary>What may stand at a position of a cell.</summary>
/// <param name="Start">Where the text to replace begins, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">What may stand there, best first.</param>
public sealed record CellCompletion(int Start, int End, ImmutableArray<CompletionChoice> Items);

/// <summary>One completion.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">What it is: "method", "property", "class", "keyword" and so on.</param>
public sealed record CompletionChoice(string Text, string Kind);

/// <summary>Whether a cell can run as it stands.</summary>
public enum CellCompleteness
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>More has to follow.</summary>
    Incomplete,

    /// <summary>No more can mend it.</summary>
    Invalid,
}
