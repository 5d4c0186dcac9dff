using System.Collections.Immutable;

namespace Sroi.Notebooks.Magics;

/// <summary>A cell read: what it needs before it runs, and its parts in their languages.</summary>
/// <param name="Needs">Packages, sources of packages and files, wherever in the cell they stand.</param>
/// <param name="Parts">What runs or is shown, in order.</param>
/// <param name="IsTimed">Whether the time that it takes is shown.</param>
internal sealed record CellText(ImmutableArray<CellNeed> Needs, ImmutableArray<CellPart> Parts, bool IsTimed);

/// <summary>What a cell needs before it runs.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="What">The text between the quotes, without "nuget:".</param>
/// <param name="Line">The line of the cell, counted from 1.</param>
internal sealed record CellNeed(NeedKind Kind, string What, int Line);

/// <summary>What kinds of needs there are.</summary>
internal enum NeedKind
{
    Package,
    PackageSource,
    File,
}

/// <summary>A part of a cell, in one language, or a question to the kernel.</summary>
/// <param name="Kind">The language or the question.</param>
/// <param name="Text">The text; of C# with the lines before it left blank, so that its lines have their numbers.</param>
internal sealed record CellPart(PartKind Kind, string Text)
{
    /// <summary>The line that begins it, where that has options; null elsewhere.</summary>
    public MagicLine? Magic { get; init; }

    /// <summary>What a script gets from C#: lines of #!share and #!set.</summary>
    public ImmutableArray<MagicLine> Shared { get; init; } = [];
}

/// <summary>What kinds of parts there are.</summary>
internal enum PartKind
{
    CSharp,
    Markdown,
    Html,
    JavaScript,
    Mermaid,
    Value,
    Set,
    Share,
    Import,
    About,
    Magics,
    Variables,
    VariablesWithValues,
}
