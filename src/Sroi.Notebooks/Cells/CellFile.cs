using System.Globalization;

namespace Sroi.Notebooks.Cells;

/// <summary>The file names under which cells are compiled, which identify their stack frames.</summary>
internal static class CellFile
{
    private const string Prefix = "notebook cell ";

    /// <summary>In the notebook's folder, so that relative paths are resolved from there.</summary>
    public static string Name(string folder, int number) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}"));

    public static bool Is(string path) => Path.GetFileName(path.AsSpan()).StartsWith(Prefix, StringComparison.Ordinal);
}
