using System.Collections.Concurrent;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity.Decisions;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The shipped services and their variants, computed once and drawn a few thousand times.</summary>
internal static class ShownCases
{
    public const int Draws = 2_000;
    public const ulong Seed = 7;

    private static readonly ConcurrentDictionary<(string, string?), SocialReturn> Known = [];
    private static readonly ConcurrentDictionary<SocialReturn, SimulationResult> Simulated = [];

    public static ParameterLibrary Library { get; } = ParameterLibrary.Open(TestFolder.Parameters);

    private static readonly string[] Services =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(TestFolder.Parameters, "scenarios"), "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every service, and every variant of it.</summary>
    public static TheoryData<string, string?> All
    {
        get
        {
            TheoryData<string, string?> data = [];
            foreach (string service in Services)
            {
                data.Add(service, null);
                foreach (string variant in Variants(service))
                {
                    data.Add(service, variant);
                }
            }

            return data;
        }
    }

    public static IEnumerable<string> Variants(string service) => Library.Scenario(service).Variants.Select(variant => variant.Id);

    public static SocialReturn Case(string service, string? variant = null) =>
        Known.GetOrAdd((service, variant), key => SocialReturn.Of(Library.Scenario(key.Item1, key.Item2)));

    public static SimulationResult Drawn(SocialReturn social) =>
        Simulated.GetOrAdd(social, one => (Simulation.Of(one, Draws, Seed) with { Breakdown = Breakdown.Everything }).Run());

    /// <summary>A service and its variants, to choose between.</summary>
    public static Decision Choice(string service) =>
        Decision.Between([.. Variants(service).Prepend(null).Select(variant => DecisionOption.Of(Case(service, variant)))], Draws, Seed);

    /// <summary>Whether the net present value has a spread.</summary>
    public static bool Varies(SocialReturn social) => Drawn(social).NetPresentValue is { } net && net.Smallest < net.Largest;
}
