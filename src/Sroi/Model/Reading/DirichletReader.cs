using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>
/// Shares that sum to one, as k gammas normalised by formula: share i is gamma i ÷ their sum. The base shares are the counts ÷ their sum.
/// </summary>
internal static class DirichletReader
{
    /// <summary>The names and counts of a Dirichlet distribution; null if the parameter has another distribution.</summary>
    public static YamlMap? Find(Fields fields) =>
        fields["distribution"] is YamlMap { Entries: [{ Name: "dirichlet", Value: YamlMap shares }] } ? shares : null;

    /// <summary>The whole, which is 1: the meaning of the parameter's name without a share.</summary>
    public static Formula? Whole(string id, Fields fields, YamlMap shares, IDictionary<string, Parameter> parameters)
    {
        List<Parameter> gammas = Gammas(id, fields, shares, parameters);
        return gammas.Count == shares.Entries.Count ? Formula.Number(1, $"{id} sums to one") : null;
    }

    /// <summary>One of the shares; null if none has that name.</summary>
    public static Formula? Part(string id, string name, Fields fields, YamlMap shares, IDictionary<string, Parameter> parameters)
    {
        List<Parameter> gammas = Gammas(id, fields, shares, parameters);
        Parameter? one = gammas.FirstOrDefault(gamma => gamma.Name == name);
        return one is null || gammas.Count < 2
            ? null
            : ((Formula)one / Formula.Total(gammas.Select(gamma => (Formula)gamma), Unit.None)).As(
                $"{id}.{name}.share",
                ShareLabel(LabelOf(id, fields), name)
            );
    }

    /// <summary>What one of the shares is, in words.</summary>
    public static string ShareLabel(string whole, string name) => $"{whole}: {name.Replace('_', ' ')}";

    private static string LabelOf(string id, Fields fields) => fields.Text("label") ?? id[(id.LastIndexOf('.') + 1)..].Replace('_', ' ');

    private static List<Parameter> Gammas(string id, Fields fields, YamlMap shares, IDictionary<string, Parameter> parameters)
    {
        List<Parameter> gammas = [];
        if (shares.Entries.Count < 2)
        {
            fields.Tell(shares.Line, "a dirichlet needs two shares or more, each a name with its count.");
        }

        foreach (YamlField entry in shares.Entries)
        {
            if (!IdText.IsId(entry.Name))
            {
                fields.Tell(entry.Line, IdText.Message(entry.Name), IdText.Remedy(entry.Name));
            }
            else if (entry.Value is not YamlScalar scalar || fields.NumberIn(scalar, entry.Name) is not { } count)
            {
                fields.Tell(entry.Line, $"'{entry.Name}' of the dirichlet should be a count above zero.");
            }
            else if (count is < Distribution.Gamma.MinimumShape or > Distribution.Gamma.MaximumShape)
            {
                fields.Tell(
                    entry.Line,
                    $"'{entry.Name}' of the dirichlet is {Figures.Number(count)}; counts lie between {Distribution.Gamma.MinimumShape} and {Distribution.Gamma.MaximumShape:N0}."
                );
            }
            else
            {
                gammas.Add(Gamma(id, entry.Name, count, fields));
                parameters[gammas[^1].Id] = gammas[^1];
            }
        }

        return gammas;
    }

    private static Parameter Gamma(string id, string name, double count, Fields fields) =>
        new($"{id}.{name}", count, Unit.None)
        {
            Label = $"{ShareLabel(LabelOf(id, fields), name)} (weight)",
            WeightOf = id,
            WeightOfLabel = LabelOf(id, fields),
            Distribution = new Distribution.Gamma(count, 1),
            Source = SourceReader.Read(fields),
            At = new(fields.File, fields.Line),
        };
}
