using System.Text.Json;

namespace Sroi.Batch.Results;

/// <summary>Whether a query only reads: one SELECT, over tables and with functions that see nothing but the results.</summary>
internal static class ReadOnlySql
{
    private const int DeepestNesting = 2_000;

    // Others read files, read memory by its address, or turn on what writes files.
    private static readonly string[] s_tableFunctions = ["generate_series", "json_each", "json_tree", "range", "repeat", "unnest"];

    /// <summary>Checks a query.</summary>
    /// <param name="parsed">What DuckDB's <c>json_serialize_sql</c> makes of it.</param>
    /// <exception cref="BatchException">It does more than read, or it cannot be read.</exception>
    public static void Check(string parsed)
    {
        using JsonDocument document = JsonDocument.Parse(parsed, new() { MaxDepth = DeepestNesting });
        JsonElement root = document.RootElement;
        if (root.GetProperty("error").GetBoolean())
        {
            throw root.GetProperty("error_type").GetString() == "not implemented"
                ? NotReading()
                : new BatchException($"The query cannot be run: {root.GetProperty("error_message").GetString()}.");
        }

        if (root.GetProperty("statements").GetArrayLength() != 1)
        {
            throw NotReading();
        }

        if (Functions(root).FirstOrDefault(name => !s_tableFunctions.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } other)
        {
            throw new BatchException(
                $"The query cannot be run: {other}() is not allowed, because it can read more than the results. Use the tables runs, outcomes and ledger."
            );
        }
    }

    private static BatchException NotReading() =>
        new(
            "Not a query of results: write one SELECT over runs, outcomes or ledger (or DESCRIBE, SUMMARIZE, SHOW). Nothing can be written or changed here."
        );

    // The functions that are used as tables, wherever in the query.
    private static IEnumerable<string> Functions(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Functions),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Functions(field.Value)).Concat(Function(element)),
            _ => [],
        };

    private static string[] Function(JsonElement element) =>
        element.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.GetString() == "TABLE_FUNCTION"
            ? [element.GetProperty("function").GetProperty("function_name").GetString()!]
            : [];
}
