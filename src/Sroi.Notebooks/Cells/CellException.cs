namespace Sroi.Notebooks.Cells;

/// <summary>A cell asks for what cannot be had; the message says what, and what can.</summary>
/// <param name="name">What kind of mistake: "MagicError", "PackageError" or "ReferenceError".</param>
/// <param name="message">Why, and what to do.</param>
/// <param name="line">The line of the cell, counted from 1.</param>
internal sealed class CellException(string name, string message, int line) : Exception(message)
{
    public string Name { get; } = name;

    public int Line { get; } = line;
}
