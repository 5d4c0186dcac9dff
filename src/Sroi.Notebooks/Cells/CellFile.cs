using System.Globalization;

namespace Sroi.Notebooks.Cells;

/// <summary>The names under which cells are compiled, by which their frames are told from everybody else's.</summary>
internal static class CellFile
{
    private const string Prefix = "notebook cell ";

    /// <summary>In the notebook's folder, from which what a cell loads is resolved.</summary>
    public static string Name(string folder, int number) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}"));

    public static bool Is(string path) => Path.GetFileName(path.AsSpan()).StartsWith(Prefix, StringComparison.Ordinal);
}
