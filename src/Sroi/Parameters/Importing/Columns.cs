using System.Globalization;
using System.Text;

namespace Sroi.Parameters.Importing;

/// <summary>Finds the columns of a table by their headings.</summary>
internal sealed class Columns
{
    private const int LookedAt = 40;

    private readonly Dictionary<string, int> _at;

    private Columns(Dictionary<string, int> at, int headingLine) => (_at, HeadingLine) = (at, headingLine);

    /// <summary>The line of the headings.</summary>
    public int HeadingLine { get; }

    /// <summary>The number of a column, from 0; −1 where the table has none.</summary>
    public int this[string name] => _at.GetValueOrDefault(name, -1);

    /// <summary>The columns of a sheet; null if no row has all the headings that are needed.</summary>
    /// <param name="sheet">The rows of the sheet.</param>
    /// <param name="wanted">Each column's name with the headings by which it goes.</param>
    /// <param name="needed">The names that must be there.</param>
    public static Columns? Find(IReadOnlyList<SheetRow> sheet, IReadOnlyDictionary<string, string[]> wanted, IReadOnlyList<string> needed)
    {
        foreach (SheetRow row in sheet.Take(LookedAt))
        {
            string[] headings = [.. row.Cells.Select(Plain)];
            Dictionary<string, int> at = wanted
                .Select(column => (column.Key, At: Place(headings, column.Value)))
                .Where(column => column.At >= 0)
                .ToDictionary(column => column.Key, column => column.At, StringComparer.Ordinal);
            if (needed.All(at.ContainsKey) && at.Values.Distinct().Count() == at.Count)
            {
                return new(at, row.Line);
            }
        }

        return null;
    }

    /// <summary>The headings of the row that looks most like one, for a message.</summary>
    public static string Seen(IReadOnlyList<SheetRow> sheet) =>
        sheet.Take(LookedAt).MaxBy(row => row.Cells.Count(cell => cell.Trim().Length > 0 && CellNumber.Read(cell) is null)) is { } heading
            ? string.Join(", ", heading.Cells.Where(cell => cell.Trim().Length > 0).Take(12))
            : "none";

    // The first heading that a column goes by and that is there.
    private static int Place(string[] headings, string[] names)
    {
        foreach (string name in names)
        {
            if (Array.IndexOf(headings, name) is >= 0 and var at)
            {
                return at;
            }
        }

        return -1;
    }

    private static string Plain(string heading)
    {
        StringBuilder plain = new();
        foreach (char c in heading.ToLower(CultureInfo.InvariantCulture))
        {
            plain.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
