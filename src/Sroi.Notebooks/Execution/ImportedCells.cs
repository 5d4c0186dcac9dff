using System.Collections.Immutable;
using System.Globalization;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Magics;

namespace Sroi.Notebooks.Execution;

/// <summary>A piece of C# from a file that <c>#!import</c> names.</summary>
/// <param name="Code">The C#.</param>
/// <param name="Place">Its place: the file and, in a notebook, the cell.</param>
internal sealed record ImportedCell(string Code, string Place);

/// <summary>The C# of the files that <c>#!import</c> names.</summary>
internal static class ImportedCells
{
    /// <summary>Reads a notebook's cells of C#, or a whole file of C#.</summary>
    /// <exception cref="CellException">There is no such file, or it is not C#.</exception>
    public static ImmutableArray<ImportedCell> Read(MagicLine magic, string path)
    {
        string name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw magic.Mistake($"there is no file {path}.");
        }

        try
        {
            return Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".IPYNB" or ".DIB" => [.. Cells(NotebookFile.Read(path), name)],
                ".CS" or ".CSX" => [new(File.ReadAllText(path), name)],
                _ => throw magic.Mistake($"{name} cannot be run here; use .ipynb, .dib, .cs or .csx."),
            };
        }
        catch (Exception error) when (error is NotebookException or IOException or UnauthorizedAccessException)
        {
            throw magic.Mistake(error.Message);
        }
    }

    private static IEnumerable<ImportedCell> Cells(NotebookFile notebook, string name) =>
        notebook
            .Cells.Index()
            .Where(cell => cell.Item is { Kind: CellKind.Code, IsCSharp: true, Says.IsSkipped: false })
            .Select(cell => new ImportedCell(cell.Item.Source, string.Create(CultureInfo.InvariantCulture, $"{name}, cell {cell.Index + 1}")));
}
