using System.Text.RegularExpressions;
using Sroi.Assurance;
using Sroi.Model;

namespace Sroi.Presentation.Pages;

/// <summary>Limitations in words, with labels where the checks name ids.</summary>
internal static partial class LimitationText
{
    public static string Name(Severity severity) =>
        severity switch
        {
            Severity.Serious => "Serious",
            Severity.Weakness => "Weakness",
            _ => "Notice",
        };

    /// <summary>The message of a limitation, with the labels of the parameters, outcomes and parties that it names.</summary>
    public static string Message(Scenario scenario, Warning limitation)
    {
        Dictionary<string, string> labels = Labels(scenario);
        HashSet<string> concerned = [.. (limitation.Where?.Split(", ") ?? []).SelectMany(id => new[] { id, AnalysisText.Last(id) })];
        return Id()
            .Replace(
                limitation.Message,
                found =>
                    labels.TryGetValue(found.Value, out string? label) && (found.Value.Contains('_') || concerned.Contains(found.Value))
                        ? $"‘{label}’"
                        : found.Value
            );
    }

    /// <summary>A limitation as a point: what it says, then what it concerns.</summary>
    public static Point Point(string message, string remark)
    {
        int end = message.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 ? new(message, "") { Remark = remark } : new(message[..(end + 1)], message[(end + 2)..]) { Remark = remark };
    }

    /// <summary>A unit as people write it: <c>bed day</c>, not <c>bed_day</c>.</summary>
    public static string Spaced(string unit) => unit.Replace('_', ' ');

    private static Dictionary<string, string> Labels(Scenario scenario)
    {
        Dictionary<string, string> labels = new(StringComparer.Ordinal);
        foreach (Parameters.Parameter parameter in scenario.Parameters.Values)
        {
            labels[parameter.Id] = labels[parameter.Name] = parameter.Label;
        }

        foreach ((string local, string id) in scenario.LocalNames)
        {
            if (scenario.Parameters.TryGetValue(id, out Parameters.Parameter? parameter))
            {
                labels[local] = parameter.Label;
            }
        }

        foreach (Parameters.Party party in scenario.Map.Parties)
        {
            labels[party.Id] = party.Label;
        }

        foreach (Input input in scenario.Map.Inputs)
        {
            labels[input.Id] = input.Label;
        }

        foreach (Outcome outcome in scenario.Map.Outcomes)
        {
            labels[outcome.Id] = outcome.Change;
        }

        return labels;
    }

    [GeneratedRegex(@"(?<![\w.])[a-z][a-z0-9_]*(\.[a-z0-9_]+)*\w(?![\w])")]
    private static partial Regex Id();
}
