using System.Collections.Immutable;

namespace Sroi.Parameters.Reading;

/// <summary>Reads an overlay, and checks each of its changes against the number that it changes.</summary>
internal sealed class OverlayReader(ParameterLibrary library, ProblemList problems)
{
    public Overlay Read(YamlMap map, string path)
    {
        string id = Path.GetFileNameWithoutExtension(path),
            file = library.Shown(path);
        Fields fields = new(ParameterForms.Overlay, map, file, "", problems);
        string title = fields.Text("title") ?? id;
        string? author = fields.Text("author");
        ImmutableArray<ChangeEntry> entries =
        [
            .. fields.Entries("set").Select(entry => new ChangeEntry(entry.Name, entry.Value, file, entry.Line, $"overlay {id}", author)),
        ];
        string? of = fields.Text("case");
        List<string> unstated = author is null ? ["no author is stated."] : [];
        // Names of a scenario are checked when the overlay is applied to it.
        bool IsOfScenario(ChangeEntry entry) => entry.Id.StartsWith("scenarios.", StringComparison.Ordinal) || (of is not null && entry.IsShort);
        foreach (ChangeEntry entry in entries.Where(entry => !IsOfScenario(entry)))
        {
            if (library.Find(entry.Id, appraisalYear: null, problems) is { } was)
            {
                Parameter? changed = new ChangeReader(problems).Apply(was, entry);
                unstated.AddRange(Unstated(entry, was));
                if (changed?.PriceYear is { } year && library.Indices.GetValueOrDefault(changed.Index ?? "")?.Missing(year) is { } missing)
                {
                    problems.Add(file, (entry.Node as YamlMap)?.Field("price_year")?.Line ?? entry.Line, $"set.{entry.Id}: {missing}");
                }
            }
            else if (!library.Exists(entry.Id, problems))
            {
                fields.Tell(
                    entry.Line,
                    $"set: there is no parameter '{entry.Id}'.{library.FullIdHint(entry.Id)}",
                    entry.IsShort ? "An overlay uses full ids, or short names of the scenario it names with 'case'." : null
                );
            }
        }

        return new(id, title, author, fields.Date("date"), entries)
        {
            Case = of,
            Named = library.NameOf("overlays", path),
            Unstated = [.. unstated],
        };
    }

    private static IEnumerable<string> Unstated(ChangeEntry entry, Parameter was)
    {
        YamlMap? map = entry.Node as YamlMap;
        string[] missing =
        [
            .. new[] { "source", "why", "price_year" }
                .Where(field => (field != "price_year" || was.PriceYear is not null) && map?[field] is null)
                .Select(field =>
                    field switch
                    {
                        "why" => "reason (why)",
                        "price_year" => $"price year (taken as {was.PriceYear})",
                        _ => "source (counts as an assumption)",
                    }
                ),
        ];
        if (missing.Length > 0)
        {
            yield return $"{entry.Id} (line {entry.Line}) states no {string.Join(", no ", missing)}.";
        }
    }
}
