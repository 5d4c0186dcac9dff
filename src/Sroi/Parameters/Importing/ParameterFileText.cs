using System.Text;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Parameters.Importing;

/// <summary>Writes every figure of a table as a file of parameters.</summary>
public static class ParameterFileText
{
    private const int EnoughProviders = 5;

    /// <summary>The text of the file: an entry for each row, organisations' own costs joined into one with their variation.</summary>
    /// <param name="table">The table.</param>
    /// <param name="title">What it is.</param>
    /// <param name="publisher">Who published it.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="licence">What may be done with it.</param>
    /// <param name="index">The price index by which its figures are uprated.</param>
    public static string Of(ImportedTable table, string title, string publisher, string edition, string licence, string index)
    {
        StringBuilder text = new("# yaml-language-server: $schema=../schema/parameters.schema.json\n");
        text.Append($"# {title}, edition {edition}: every row, as imported.\n");
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (IGrouping<string, ImportedFigure> rows in table.Figures.GroupBy(figure => figure.Key))
        {
            string id = YamlText.Id(rows.Key),
                own = id;
            for (int turn = 2; !ids.Add(own); turn++)
            {
                own = $"{id}_{turn}";
            }

            Write(text, own, [.. rows], title, publisher, edition, licence, index);
        }

        return text.ToString();
    }

    private static void Write(
        StringBuilder text,
        string id,
        ImportedFigure[] rows,
        string title,
        string publisher,
        string edition,
        string licence,
        string index
    )
    {
        ImportedFigure first = rows[0];
        double activity = rows.Sum(row => row.Activity ?? 0);
        double value =
            rows.Length == 1 || activity == 0 ? rows.Average(row => row.Value) : rows.Sum(row => row.Value * row.Activity!.Value) / activity;
        text.Append(
            $"\n{id}:\n  label: {YamlText.Quoted(first.Label)}\n  value: {YamlText.Number(value)}\n  unit: {first.Unit}\n  price_year: {first.PriceYear}\n  index: {index}\n"
        );
        text.Append(
            value > 0
                ? $"  distribution: {{gamma: {{mean: {YamlText.Number(value)}, sd: {YamlText.Number(value / 10)}}}}}\n"
                : "  distribution: fixed\n"
        );
        if (rows.Length >= EnoughProviders && activity > 0)
        {
            double variance = rows.Sum(row => row.Activity!.Value * Math.Pow(row.Value - value, 2)) / activity;
            text.Append(
                variance > 0
                    ? $"  variation: {{between: providers, distribution: {{gamma: {{mean: {YamlText.Number(value)}, sd: {YamlText.Number(Math.Sqrt(variance))}}}}}}}\n"
                    : ""
            );
        }

        text.Append(first.Party is { } party ? $"  saves: {party}\n" : "");
        text.Append($"  benefit: {first.Benefit ?? "fiscal"}\n{(first.Party is null ? "" : "  cashable: 0%\n")}  confidence: medium\n");
        text.Append(
            $"  source: {{title: {YamlText.Quoted(title)}, publisher: {YamlText.Quoted(publisher)}, locator: {YamlText.Quoted(first.Row.Where)}, key: {YamlText.Quoted(first.Key)}, kind: statistics}}\n"
        );
        text.Append($"  edition: {YamlText.Quoted(edition)}\n  licence: {YamlText.Quoted(licence)}\n");
        text.Append(
            $"  note: {YamlText.Quoted($"As imported{(activity > 0 ? $"; activity {Figures.Number(activity)}" : "")}. The spread is a judgement, sd 10 % of the mean.")}\n"
        );
    }
}
