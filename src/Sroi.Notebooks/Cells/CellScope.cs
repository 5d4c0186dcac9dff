namespace Sroi.Notebooks.Cells;

/// <summary>To which cell the running code belongs; background work that a cell started stays its own.</summary>
internal static class CellScope
{
    private static readonly AsyncLocal<CellOutlet?> Own = new();
    private static volatile CellOutlet? s_latest;

    /// <summary>
    /// The cell of the calling code; the latest one where the flow was lost (a thread of a library, a finalizer); null outside of any.
    /// </summary>
    public static CellOutlet? Current => Own.Value ?? s_latest;

    /// <summary>The cell that runs, or the one that ran last; null outside of any.</summary>
    public static CellOutlet? Latest => s_latest;

    /// <summary>From here on the calling flow belongs to a cell.</summary>
    public static void Enter(CellOutlet cell)
    {
        Own.Value = cell;
        s_latest = cell;
    }

    /// <summary>No cell is the latest any more.</summary>
    public static void Forget() => s_latest = null;
}
