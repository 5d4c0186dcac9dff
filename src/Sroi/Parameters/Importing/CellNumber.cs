using System.Globalization;
using System.Text.RegularExpressions;

namespace Sroi.Parameters.Importing;

/// <summary>Reads a number typed into a cell: plain, or as text with £ and commas.</summary>
internal static partial class CellNumber
{
    // What publishers write for a suppressed figure.
    private static readonly string[] s_withheld = ["", "*", "-", "–", "..", ":", "n/a", "na", "#n/a"];

    /// <summary>Whether the cell says that there is no figure.</summary>
    public static bool IsWithheld(string cell) => s_withheld.Contains(cell.Trim().ToLowerInvariant());

    /// <summary>The number; null if the cell is none. Commas count only as separators of thousands.</summary>
    public static double? Read(string cell)
    {
        string text = cell.Trim().Replace("£", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Trim();
        if (Thousands().IsMatch(text))
        {
            text = text.Replace(",", "", StringComparison.Ordinal);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();
}
