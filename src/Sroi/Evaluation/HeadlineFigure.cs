using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>A headline figure of a social return: described once, and read from here by every result, table, file, page and command.</summary>
/// <param name="Id">Its name in files and on the command line, such as <c>sroi_ratio</c>.</param>
/// <param name="Label">Its name in words, in lower case: <c>SROI ratio</c>.</param>
/// <param name="Kind">What kind of figure it is.</param>
/// <param name="Unit">Its unit in files: GBP, ratio, year, month, person.</param>
/// <param name="Meaning">How it is defined, in a few words.</param>
/// <param name="Calculation">Its formula for a social return.</param>
public sealed record HeadlineFigure(string Id, string Label, FigureKind Kind, string Unit, string Meaning, Func<SocialReturn, Formula> Calculation)
{
    /// <summary>A shorter name for the command line, such as <c>ratio</c>; null for none.</summary>
    public string? ShortName { get; init; }

    /// <summary>The value at which a decision changes: 1 for a ratio of benefits to inputs, 0 for anything else.</summary>
    public double Threshold { get; init; }

    /// <summary>Whether a full simulation gives its distribution: only for a figure that has a value in nearly every draw.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The names by which it is asked for, the shorter one first.</summary>
    public IEnumerable<string> Names => ShortName is null ? [Id] : [ShortName, Id];

    /// <summary>A calculation under the figure's name, so that an explanation begins with it.</summary>
    internal Formula Name(Formula calculation) => calculation is Formula.Named named && named.Id == Id ? calculation : calculation.As(Id, Label);
}

/// <summary>The kinds of headline figure, in the order in which a reader meets them.</summary>
public enum FigureKind
{
    /// <summary>Benefits for each pound put in.</summary>
    Ratio,

    /// <summary>An amount in GBP, or in GBP for each person.</summary>
    Money,

    /// <summary>Months or years.</summary>
    Time,

    /// <summary>A number of people.</summary>
    People,
}
