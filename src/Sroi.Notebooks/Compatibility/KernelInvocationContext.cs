using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Showing;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, for notebooks written for .NET Interactive.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellOutlet _cell;

    private KernelInvocationContext(CellOutlet cell) => _cell = cell;

    /// <summary>The context of the calling code; null outside a cell.</summary>
    public static KernelInvocationContext? Current => CellScope.Current is { } cell ? new(cell) : null;

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken CancellationToken => _cell.Stop;

    /// <summary>Shows a value in the cell's output.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => NotebookDisplay.display(value, mimeTypes);

    /// <summary>Shows text of a MIME type, such as "text/html".</summary>
    public DisplayedValue DisplayAs(string value, string mimeType) => NotebookDisplay.DisplayAs(value, mimeType);
}
