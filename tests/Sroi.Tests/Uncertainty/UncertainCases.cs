using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Tests.Uncertainty;

/// <summary>Small cases whose distributions are known in closed form.</summary>
internal static class UncertainCases
{
    public const ulong Seed = 2026;

    /// <summary>One outcome of one year: quantity × price, nothing taken off, no discounting; inputs at the start.</summary>
    public static SocialReturn Product(Distribution quantity, Distribution price, Distribution cost) =>
        Of(Amount("quantity", quantity, "job/year"), Money("price", price, "GBP/job"), Money("cost", cost, "GBP"));

    /// <summary>The same from numbers in hand.</summary>
    public static SocialReturn Of(Parameter quantity, Parameter price, Parameter cost, ImmutableArray<Correlation> correlations = default)
    {
        Outcome outcome = Cases.Outcome(years: 1) with
        {
            Quantity = quantity,
            Proxy = new(price, [new(Cases.Members, Share.Of(1))], BenefitKind.Economic, Share.Of(0)),
            Deadweight = Share.Of(0),
            Displacement = Share.Of(0),
            Attribution = Share.Of(0),
            DropOff = Share.Of(0),
        };
        Input input = Cases.Input(1) with { Amount = cost };
        return SocialReturn.Of(
            Cases.Of([outcome], [input], rate: 0) with
            {
                Parameters = new[] { quantity, price, cost }.ToImmutableSortedDictionary(p => p.Id, p => p, StringComparer.Ordinal),
                Correlations = correlations.IsDefault ? [] : correlations,
            }
        );
    }

    public static Parameter Amount(string name, Distribution distribution, string unit) =>
        Cases.Number(name, distribution.Mean, unit) with
        {
            Distribution = distribution,
        };

    public static Parameter Money(string name, Distribution distribution, string unit) =>
        Cases.Money(name, distribution.Mean, unit) with
        {
            Distribution = distribution,
        };

    /// <summary>Benefits with the distribution at hand, against inputs of 1.</summary>
    public static SimulationResult Benefits(Distribution distribution, long draws, ulong seed = Seed, Sampling sampling = Sampling.Philox) =>
        (Simulation.Of(Product(new Distribution.Fixed(1), distribution, new Distribution.Fixed(1)), draws, seed) with { Sampling = sampling }).Run();

    /// <summary>A shipped scenario.</summary>
    public static SocialReturn Shipped(string name, string? variant = null) =>
        SocialReturn.Of(ParameterLibrary.Open(TestFolder.Parameters).Scenario(name, variant));

    /// <summary>The model that is measured beside others.</summary>
    public static SocialReturn Reference { get; } =
        SocialReturn.Of(
            ParameterLibrary.Open(TestFolder.Parameters).Scenario(Path.Combine(TestFolder.Root, "tests", "Sroi.Benchmarks", "reference_model.yaml"))
        );
}
