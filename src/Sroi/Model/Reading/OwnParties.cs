using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Model.Reading;

/// <summary>The parties of the library and those that a scenario declares for itself.</summary>
internal static class OwnParties
{
    /// <summary>All parties by id; a party that is there already is reported.</summary>
    public static IReadOnlyDictionary<string, Party> Read(Fields scenario, ParameterLibrary library, ProblemList problems)
    {
        if (!scenario.Has("parties"))
        {
            return library.Parties;
        }

        Dictionary<string, Party> parties = new(library.Parties, StringComparer.Ordinal);
        YamlMap own = new(scenario.Entries("parties"), scenario.LineOf("parties"));
        foreach (YamlField entry in own.Entries.Where(entry => parties.ContainsKey(entry.Name)))
        {
            scenario.Tell(
                entry.Line,
                $"'{entry.Name}' is a party of the library already ({parties[entry.Name].Label}).",
                "Use it, or choose another id."
            );
        }

        foreach ((string id, Party party) in new AppraisalDataReader(problems).Parties(own, scenario.File))
        {
            parties.TryAdd(id, party);
        }

        return parties;
    }
}
