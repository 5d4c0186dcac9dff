namespace Sroi.Notebooks.Cells;

/// <summary>The cell that the running code belongs to; background work belongs to the cell that started it.</summary>
internal static class CellScope
{
    private static readonly AsyncLocal<CellOutlet?> Own = new();
    private static volatile CellOutlet? s_latest;

    /// <summary>
    /// The cell of the calling code; the latest one if the execution context was lost (a library thread, a finalizer); null outside any cell.
    /// </summary>
    public static CellOutlet? Current => Own.Value ?? s_latest;

    /// <summary>The running cell, or the last one that ran; null if there is none.</summary>
    public static CellOutlet? Latest => s_latest;

    /// <summary>Assigns the calling execution context to a cell.</summary>
    public static void Enter(CellOutlet cell)
    {
        Own.Value = cell;
        s_latest = cell;
    }

    /// <summary>Forgets the latest cell.</summary>
    public static void Forget() => s_latest = null;
}
