using System.Collections.Immutable;

namespace Sroi.Parameters.Importing;

/// <summary>A row of a published table, as a spreadsheet or a file of comma-separated values has it.</summary>
/// <param name="Sheet">The sheet it is on; empty for a file that has none.</param>
/// <param name="Line">Its number on the sheet, from 1.</param>
/// <param name="Cells">Its cells as text.</param>
public sealed record SheetRow(string Sheet, int Line, ImmutableArray<string> Cells)
{
    /// <summary>The cell of a column; empty where the row is shorter, or the table has no such column.</summary>
    public string At(int column) => column >= 0 && column < Cells.Length ? Cells[column].Trim() : "";

    /// <summary>Where it is, for a message.</summary>
    internal string Where => Sheet.Length == 0 ? $"row {Line}" : $"sheet '{Sheet}', row {Line}";
}
