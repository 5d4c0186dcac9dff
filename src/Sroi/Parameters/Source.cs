namespace Sroi.Parameters;

/// <summary>What kind of thing a number rests on.</summary>
public enum SourceKind
{
    /// <summary>A published study or report.</summary>
    Publication,

    /// <summary>Official statistics, a statutory rate or a price list.</summary>
    Statistics,

    /// <summary>The author's own records: a contract, a register, an account.</summary>
    Records,

    /// <summary>A fact by definition: a conversion, a unit.</summary>
    Definition,

    /// <summary>A judgement, not a measurement.</summary>
    Assumption,
}

/// <summary>Where a number comes from.</summary>
public sealed record Source
{
    /// <summary>The title of the document, or <c>Assumption</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public SourceKind Kind { get; init; } = SourceKind.Publication;

    /// <summary>The authors; null if the publisher is enough.</summary>
    public string? Author { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>When, as the source says it.</summary>
    public string? Year { get; init; }

    /// <summary>The table, page or paragraph.</summary>
    public string? Locator { get; init; }

    /// <summary>The row of the table, by which an importer finds the figure in a new edition; null if no importer reads the source.</summary>
    public string? Key { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Url { get; init; }

    /// <summary>What the reader should know about it; for an assumption, why this value.</summary>
    public string? Note { get; init; }

    /// <summary>One line: author, title, publisher, year, locator.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { Author, Title, Publisher, Year, Locator, Url }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>How far a value can be trusted, as judged when it was entered.</summary>
public enum Confidence
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>An order of magnitude, a judgement, or weak evidence.</summary>
    Low,

    /// <summary>Sound, but not for exactly this purpose.</summary>
    Medium,

    /// <summary>Measured well for this purpose.</summary>
    High,
}
