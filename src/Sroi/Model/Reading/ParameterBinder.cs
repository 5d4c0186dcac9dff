using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Model.Reading;

/// <summary>Makes a parameter ready for a formula: lays the changes of variant and overlays on it and brings it to the appraisal's prices.</summary>
internal sealed class ParameterBinder(Uprater uprater, List<Notice> notices, ProblemList problems)
{
    private readonly Dictionary<string, List<ChangeEntry>> _changes = new(StringComparer.Ordinal);

    /// <summary>Every parameter bound so far, changed but still at its own prices, by full id.</summary>
    public Dictionary<string, Parameter> AtOwnPrices { get; } = new(StringComparer.Ordinal);

    /// <summary>Lays a change over the number of an id; of several the last wins.</summary>
    public void Change(string id, ChangeEntry entry)
    {
        if (!_changes.TryGetValue(id, out List<ChangeEntry>? entries))
        {
            _changes.Add(id, entries = []);
        }

        entries.Add(entry);
    }

    /// <summary>The parameter with its changes, at the appraisal's prices; null, and reported, if that is not possible.</summary>
    public Parameter? Bind(Parameter parameter, Fields fields)
    {
        foreach (ChangeEntry entry in _changes.GetValueOrDefault(parameter.Id, []))
        {
            if (new ChangeReader(problems).Apply(parameter, entry) is not { } changed)
            {
                return null;
            }

            parameter = changed;
            if (parameter.Changes[^1].Notice is { } notice)
            {
                notices.Add(new("change_moved", $"{parameter.Id}, changed by {entry.By}: {notice}.", parameter.Id));
            }
        }

        AtOwnPrices[parameter.Id] = parameter;
        return uprater.Bring(parameter, fields);
    }
}
