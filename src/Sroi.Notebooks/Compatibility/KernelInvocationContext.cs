using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Showing;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that is running, as notebooks written for .NET Interactive ask for it.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellOutlet _cell;

    private KernelInvocationContext(CellOutlet cell) => _cell = cell;

    /// <summary>That of the calling code; null outside of a cell.</summary>
    public static KernelInvocationContext? Current => CellScope.Current is { } cell ? new(cell) : null;

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken CancellationToken => _cell.Stop;

    /// <summary>Shows a value in the cell's output.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => NotebookDisplay.display(value, mimeTypes);

    /// <summary>Shows a text as what it is, such as "text/html".</summary>
    public DisplayedValue DisplayAs(string value, string mimeType) => NotebookDisplay.DisplayAs(value, mimeType);
}
