using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Documents;

/// <summary>The ids of a notebook's cells, which exist since format 4.5.</summary>
internal static partial class CellIds
{
    private const int FirstWithIds = 5;

    /// <summary>Gives an id to each cell that has none, a malformed one or a duplicate. Deterministic.</summary>
    public static void Complete(JsonObject notebook)
    {
        bool haveIds = notebook["nbformat_minor"] is JsonValue minor && minor.TryGetValue(out int number) && number >= FirstWithIds;
        JsonObject[] cells = [.. notebook["cells"]!.AsArray().Select(cell => cell!.AsObject())];
        HashSet<string> taken = haveIds ? [.. cells.Select(IdOf).OfType<string>()] : [];
        HashSet<string> seen = [];
        foreach ((int index, JsonObject cell) in cells.Index())
        {
            if (!haveIds)
            {
                cell.Remove("id");
            }
            else if (IdOf(cell) is not { } id || !seen.Add(id))
            {
                cell.Remove("id");
                cell.Insert(Math.Min(1, cell.Count), "id", Free(index + 1, taken));
            }
        }
    }

    private static string? IdOf(JsonObject cell) =>
        cell["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String && WellFormed().IsMatch(id.GetValue<string>())
            ? id.GetValue<string>()
            : null;

    private static string Free(int number, HashSet<string> taken)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"cell-{number}");
        while (!taken.Add(id))
        {
            id += "-new";
        }

        return id;
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex WellFormed();
}
