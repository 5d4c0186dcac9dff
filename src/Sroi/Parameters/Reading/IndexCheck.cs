using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>
/// Reports an index that does not exist, and a price year it does not cover, whether or not anything uses the parameter, so that it can be uprated when
/// something does.
/// </summary>
internal static class IndexCheck
{
    public static void Tell(Fields fields, Unit? unit, IReadOnlyDictionary<string, PriceIndex> indices)
    {
        if (fields.Text("index") is not { } id)
        {
            return;
        }

        if (!indices.TryGetValue(id, out PriceIndex? index))
        {
            fields.Tell(
                fields.LineOf("index"),
                $"'index' is '{id}', which is not a price index.{Nearest.Hint(id, indices.Keys)}",
                $"Allowed: {string.Join(", ", indices.Keys)}."
            );
            return;
        }

        if (unit is { IsMoney: false })
        {
            fields.Tell(fields.LineOf("index"), $"'index' is given, but {unit} is not money.");
        }

        foreach ((string text, int line) in Years(fields))
        {
            if (PriceYear.TryParse(text, out PriceYear year) && index.Missing(year) is { } missing)
            {
                fields.Tell(line, missing);
            }
        }
    }

    private static IEnumerable<(string Text, int Line)> Years(Fields fields) =>
        fields["price_year"] is YamlScalar year ? [(year.Text, year.Line)]
        : fields["values"] is YamlMap values ? values.Entries.Select(entry => (entry.Name, entry.Line))
        : [];
}
