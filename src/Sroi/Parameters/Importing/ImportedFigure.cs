namespace Sroi.Parameters.Importing;

/// <summary>A figure of a published table.</summary>
/// <param name="Key">The row of the table, such as <c>Emergency Care/VB11Z</c> or <c>HE8.0 fiscal</c>.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Value">The figure, in pounds.</param>
/// <param name="Unit">What it is the cost of, such as <c>GBP/attendance</c>.</param>
/// <param name="PriceYear">Whose prices it is in.</param>
/// <param name="Row">Where it is in the table.</param>
public sealed record ImportedFigure(string Key, string Label, double Value, string Unit, Quantities.PriceYear PriceYear, SheetRow Row)
{
    /// <summary>How many units of it there were in the year; null if the table does not say.</summary>
    public double? Activity { get; init; }

    /// <summary>The organisation whose own figure it is; null for the national one.</summary>
    public string? Provider { get; init; }

    /// <summary>Whose budget it burdens, by id; null if the table does not say.</summary>
    public string? Party { get; init; }

    /// <summary>What kind of benefit it is, for a table that says so.</summary>
    public string? Benefit { get; init; }
}

/// <summary>What a table holds: figures, and rows that are no figures.</summary>
/// <param name="Figures">The figures, in the order of the table.</param>
/// <param name="Withheld">How many rows say that their figure is suppressed.</param>
/// <param name="AsText">How many figures were written as text with £ or commas.</param>
public sealed record ImportedTable(IReadOnlyList<ImportedFigure> Figures, int Withheld, int AsText)
{
    /// <summary>The lines of rows that have a figure but no code, by which nothing could find them; they are not imported.</summary>
    public IReadOnlyList<int> Nameless { get; init; } = [];
}
