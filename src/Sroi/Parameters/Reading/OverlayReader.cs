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
        // Names of a scenario are checked when the overlay is applied to it.
        bool IsOfScenario(ChangeEntry entry) => entry.Id.StartsWith("scenarios.", StringComparison.Ordinal) || (of is not null && entry.IsShort);
        foreach (ChangeEntry entry in entries.Where(entry => !IsOfScenario(entry)))
        {
            if (library.Find(entry.Id, appraisalYear: null, problems) is { } was)
            {
                Parameter? changed = new ChangeReader(problems).Apply(was, entry);
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

        return new(id, title, author, fields.Date("date"), entries) { Case = of, Named = library.NameOf("overlays", path) };
    }
}
