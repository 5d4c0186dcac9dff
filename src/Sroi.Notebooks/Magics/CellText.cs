using System.Collections.Immutable;

namespace Sroi.Notebooks.Magics;

/// <summary>A parsed cell: what it needs before it runs, and its parts by language.</summary>
/// <param name="Needs">Packages, package sources and files, from anywhere in the cell.</param>
/// <param name="Parts">The parts to run or show, in order.</param>
/// <param name="IsTimed">Whether its duration is shown.</param>
internal sealed record CellText(ImmutableArray<CellNeed> Needs, ImmutableArray<CellPart> Parts, bool IsTimed);

/// <summary>Something a cell needs before it runs.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="What">The text between the quotes, without "nuget:".</param>
/// <param name="Line">The line of the cell, counted from 1.</param>
internal sealed record CellNeed(NeedKind Kind, string What, int Line);

/// <summary>The kinds of needs.</summary>
internal enum NeedKind
{
    Package,
    PackageSource,
    File,
}

/// <summary>A part of a cell, in one language, or a question to the kernel.</summary>
/// <param name="Kind">The language or the question.</param>
/// <param name="Text">The text; for C#, preceded by blank lines so that line numbers are right.</param>
internal sealed record CellPart(PartKind Kind, string Text)
{
    /// <summary>The magic that begins it, if it has options; otherwise null.</summary>
    public MagicLine? Magic { get; init; }

    /// <summary>Variables shared from C# with a script: lines of #!share and #!set.</summary>
    public ImmutableArray<MagicLine> Shared { get; init; } = [];
}

/// <summary>The kinds of parts.</summary>
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
