using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Model.Reading;

/// <summary>The content of a case, independent of the layout of its files: everything its figures depend on, and nothing else.</summary>
internal static class CaseContent
{
    /// <summary>Its SHA-256 as hexadecimal digits.</summary>
    public static string Hash(ParameterLibrary library, ReadScenario read, IReadOnlyList<Overlay> overlays)
    {
        StringBuilder text = new();
        Scenario scenario = read.Scenario;
        Say(text, "scenario", scenario.Id);
        Write(text, read.File);
        Say(text, "variant", scenario.Variant?.Id ?? "");
        string own = $"scenarios.{scenario.Id}.";
        bool IsUsed(string id) => scenario.Parameters.ContainsKey(id) || id.StartsWith(own, StringComparison.Ordinal);
        foreach (
            ChangeEntry entry in overlays
                .SelectMany(overlay => overlay.Entries)
                .Select(entry => entry with { Id = read.Book.FullId(entry.Id) })
                .Where(entry => IsUsed(entry.Id))
        )
        {
            Say(text, "changed", entry.Id);
            Write(text, entry.Node);
        }

        foreach (string id in scenario.Parameters.Keys)
        {
            if (library.Written(id) is { } entry)
            {
                Say(text, "parameter", id);
                Write(text, entry);
            }
        }

        Frame(text, library, scenario);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Of the appraisal data what the case uses: its parties, indices, rates and corrections.
    private static void Frame(StringBuilder text, ParameterLibrary library, Scenario scenario)
    {
        foreach (Party party in scenario.Map.Parties.OrderBy(party => party.Id, StringComparer.Ordinal))
        {
            Say(text, "party", $"{party.Id} {party.IsPublic}");
        }

        IEnumerable<string> indices = scenario.Parameters.Values.Select(parameter => parameter.Index).OfType<string>().Distinct();
        foreach (string id in indices.Order(StringComparer.Ordinal))
        {
            for (PriceIndex? index = library.Indices.GetValueOrDefault(id); index is not null; index = index.Chained)
            {
                Say(text, "index", index.Id + string.Concat(index.Levels.Select(level => Invariant($" {level.Start} {level.Level:R}"))));
            }
        }

        IEnumerable<StreamRates> rates = scenario.Map.Outcomes.Select(outcome => outcome.RatesIn(scenario.Appraisal));
        foreach (DiscountSchedule schedule in rates.Select(rate => rate.Schedule).Append(scenario.Appraisal.Discounting).DistinctBy(s => s.Id))
        {
            foreach (RateColumn column in schedule.Columns)
            {
                Say(
                    text,
                    $"{schedule.Id} {column}",
                    string.Join(' ', schedule.Bands(column).Select(band => Invariant($"{band.ToYear} {band.Rate.Value:R} {band.Rate.Distribution}")))
                );
            }
        }

        if (scenario.Appraisal.OptimismBias is { } optimism)
        {
            Say(text, "optimism", optimism.Id + string.Concat(optimism.Grades.Select(g => Invariant($" {g.Grade} {g.Benefits:R} {g.Costs:R}"))));
        }
    }

    /// <summary>A piece of a file as text, every part with its length, so that no two contents have one text.</summary>
    public static void Write(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                Say(text, scalar.IsQuoted ? "text" : "plain", scalar.Text);
                break;
            case YamlList list:
                Say(text, "list", Invariant($"{list.Items.Count}"));
                foreach (YamlNode item in list.Items)
                {
                    Write(text, item);
                }

                break;
            case YamlMap map:
                Say(text, "fields", Invariant($"{map.Entries.Count}"));
                foreach (YamlField field in map.Entries)
                {
                    Say(text, "field", field.Name);
                    Write(text, field.Value);
                }

                break;
        }
    }

    private static void Say(StringBuilder text, string what, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{what} {value.Length}:{value}\n");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
