namespace Sroi.Notebooks.Cells;

/// <summary>A cell requests something that is not available; the message says what, and what is.</summary>
/// <param name="name">The kind of error: "MagicError", "PackageError" or "ReferenceError".</param>
/// <param name="message">The reason, and what to do.</param>
/// <param name="line">The line of the cell, counted from 1.</param>
internal sealed class CellException(string name, string message, int line) : Exception(message)
{
    public string Name { get; } = name;

    public int Line { get; } = line;
}
