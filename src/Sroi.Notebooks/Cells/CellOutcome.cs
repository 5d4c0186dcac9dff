using System.Collections.Immutable;

namespace Sroi.Notebooks.Cells;

/// <summary>How a cell ended.</summary>
public abstract record CellOutcome
{
    private CellOutcome() { }

    /// <summary>It ran to completion.</summary>
    public sealed record Succeeded : CellOutcome;

    /// <summary>It did not compile, or threw.</summary>
    /// <param name="Name">The error: "CompilationError", or the type of the exception.</param>
    /// <param name="Message">The reason.</param>
    /// <param name="Line">The line of the cell, counted from 1; null if there is none.</param>
    /// <param name="Traceback">Lines to print, with the cell's own stack frames only.</param>
    public sealed record Failed(string Name, string Message, int? Line, ImmutableArray<string> Traceback) : CellOutcome;

    /// <summary>It was interrupted.</summary>
    public sealed record Interrupted : CellOutcome;
}

/// <summary>A value in one or more MIME types, with the text of each.</summary>
/// <param name="Data">By MIME type, such as "text/html".</param>
public sealed record MimeBundle(ImmutableDictionary<string, string> Data)
{
    /// <summary>Plain text only.</summary>
    public static MimeBundle Plain(string text) => Of("text/plain", text);

    /// <summary>A single type.</summary>
    public static MimeBundle Of(string mimeType, string text) => new(ImmutableDictionary<string, string>.Empty.Add(mimeType, text));
}

/// <summary>The completions at a position of a cell.</summary>
/// <param name="Start">Where the text to replace begins, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The completions, best first.</param>
public sealed record CellCompletion(int Start, int End, ImmutableArray<CompletionChoice> Items);

/// <summary>One completion.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">Its kind: "method", "property", "class", "keyword" and so on.</param>
public sealed record CompletionChoice(string Text, string Kind);

/// <summary>Whether a cell is complete.</summary>
public enum CellCompleteness
{
    /// <summary>It is complete.</summary>
    Complete,

    /// <summary>More input is needed.</summary>
    Incomplete,

    /// <summary>It is invalid, whatever follows.</summary>
    Invalid,
}
