using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Showing;

/// <summary>A displayed value that can be replaced, for example to show progress.</summary>
public sealed class DisplayedValue
{
    private readonly CellOutlet _cell;
    private readonly string _id;

    internal DisplayedValue(CellOutlet cell, string id) => (_cell, _id) = (cell, id);

    /// <summary>Replaces the value where it was displayed.</summary>
    /// <remarks>It is sent as output of the running cell, because not every front end accepts output for a cell that has ended.</remarks>
    public void Update(object? value) => (CellScope.Latest ?? _cell).Update(ShownValue.Of(value) ?? MimeBundle.Plain(""), _id);
}
