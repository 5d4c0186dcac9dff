using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Showing;

/// <summary>A value that is shown and can be replaced, for progress and the like.</summary>
public sealed class DisplayedValue
{
    private readonly CellOutlet _cell;
    private readonly string _id;

    internal DisplayedValue(CellOutlet cell, string id) => (_cell, _id) = (cell, id);

    /// <summary>Shows another value in its place, where the first one stands.</summary>
    /// <remarks>It is output of the cell that runs now: what comes for one that has ended is not looked at by every front end.</remarks>
    public void Update(object? value) => (CellScope.Latest ?? _cell).Update(ShownValue.Of(value) ?? MimeBundle.Plain(""), _id);
}
