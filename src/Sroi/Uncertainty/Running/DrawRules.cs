using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>How draws are made: the seed, the sampling and the correlations.</summary>
internal sealed record DrawRules
{
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The source of the uniforms.</summary>
    public required Sampling Sampling { get; init; }

    /// <summary>The number of draws in each replicate.</summary>
    public required long DrawsOfReplicate { get; init; }

    /// <summary>The correlations between parameters.</summary>
    public required ImmutableArray<Correlation> Correlations { get; init; }

    /// <summary>The parameters that correlations may name, by full id.</summary>
    public required IReadOnlyDictionary<string, Parameter> Numbers { get; init; }

    /// <summary>Ids that have a Sobol dimension, whether uncertain here or not, so that variants share their draws.</summary>
    public required IEnumerable<string> Alongside { get; init; }

    /// <summary>The rules of a simulation.</summary>
    public static DrawRules Of(Simulation simulation)
    {
        Scenario scenario = simulation.SocialReturn.Scenario;
        return new()
        {
            Seed = simulation.Seed,
            Sampling = simulation.Sampling,
            DrawsOfReplicate = simulation.Draws / simulation.Sampling.Replicates,
            Correlations = scenario.Correlations,
            Numbers = scenario.Parameters,
            Alongside = scenario.Parameters.Keys.Concat(simulation.Alongside),
        };
    }

    /// <summary>Independent joint draws of scenarios: parameters correlated in one of them are correlated in all.</summary>
    /// <exception cref="SimulationException">A correlation is invalid, or names a parameter that is known exactly wherever it is used.</exception>
    public static DrawRules Of(IReadOnlyList<Scenario> scenarios, ulong seed)
    {
        foreach (Scenario scenario in scenarios)
        {
            SimulationLimits.CheckCorrelations(scenario);
        }

        Dictionary<string, Parameter> numbers = new(StringComparer.Ordinal);
        foreach (Parameter number in scenarios.SelectMany(scenario => scenario.Parameters.Values))
        {
            if (!numbers.TryGetValue(number.Id, out Parameter? known) || known.Distribution.IsFixed)
            {
                numbers[number.Id] = number;
            }
        }

        return new()
        {
            Seed = seed,
            Sampling = Sampling.Philox,
            DrawsOfReplicate = 0,
            Correlations =
            [
                .. scenarios.SelectMany(scenario => scenario.Correlations).DistinctBy(c => (string.Join('\n', c.Between), c.Rank, c.IsKendall)),
            ],
            Numbers = numbers,
            Alongside = [],
        };
    }
}
