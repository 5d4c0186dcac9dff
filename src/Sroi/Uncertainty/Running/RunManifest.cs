using System.Collections.Immutable;
using System.Text.Json;
using Sroi.Evaluation;
using Sroi.Files;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>Everything that determines the result of a simulation, so that it can be reproduced bit for bit.</summary>
public sealed record RunManifest
{
    /// <summary>The version of the library.</summary>
    public required string Version { get; init; }

    /// <summary>The file of the scenario as the user would name it, or its id if it was made in code.</summary>
    public required string Scenario { get; init; }

    /// <summary>The variant; null for the base case.</summary>
    public required string? Variant { get; init; }

    /// <summary>The overlays, in their order.</summary>
    public required ImmutableArray<string> Overlays { get; init; }

    /// <summary>Every file that a parameter came from, with its SHA-256.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The number of draws made.</summary>
    public required long Draws { get; init; }

    /// <summary>Where the uniforms came from.</summary>
    public required Sampling Sampling { get; init; }

    /// <summary>The version of this library.</summary>
    public static string LibraryVersion { get; } = typeof(RunManifest).Assembly.GetName().Version!.ToString(3);

    /// <summary>The manifest of a result.</summary>
    public static RunManifest Of(SimulationResult result)
    {
        Scenario scenario = result.Simulation.SocialReturn.Scenario;
        return new()
        {
            Version = LibraryVersion,
            Scenario = scenario.File ?? scenario.Id,
            Variant = scenario.Variant?.Id,
            Overlays = [.. scenario.Overlays.Select(overlay => overlay.Id)],
            Files = scenario.Files.ToImmutableSortedDictionary(file => file.Name, file => file.Sha256, StringComparer.Ordinal),
            Seed = result.Simulation.Seed,
            Draws = result.Draws,
            Sampling = result.Simulation.Sampling,
        };
    }

    /// <summary>Reads the manifest from the JSON of a result or from a <c>manifest.json</c>.</summary>
    /// <exception cref="InvalidFilesException">The file is neither.</exception>
    public static RunManifest Read(string path)
    {
        ProblemList problems = new();
        try
        {
            using JsonDocument document = JsonDocument.Parse(UserFile.ReadText(path));
            JsonElement root = document.RootElement;
            JsonElement manifest =
                root.TryGetProperty("simulation", out JsonElement simulation) && simulation.ValueKind == JsonValueKind.Object
                    ? simulation.GetProperty("manifest")
                    : root;
            return Of(manifest);
        }
        catch (UnreadableFileException error)
        {
            problems.Add(path, line: null, error.Message);
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or SimulationException)
        {
            problems.Add(
                path,
                line: null,
                "this does not contain the manifest of a simulation.",
                "Give the result.json or manifest.json that 'sroi run … --draws … --out DIR' wrote."
            );
        }

        problems.ThrowIfAny();
        throw new InvalidOperationException("A problem was reported.");
    }

    /// <summary>The simulation that this describes, from the current files.</summary>
    /// <exception cref="SimulationException">Files have changed, so the result would differ; all of them are named.</exception>
    /// <exception cref="InvalidFilesException">Files have problems.</exception>
    /// <exception cref="UnknownNameException">The scenario, variant or an overlay no longer exists.</exception>
    public Simulation Again(ParameterLibrary library)
    {
        Scenario scenario = library.Scenario(library.Folders.Located(Scenario), Variant, [.. Overlays.Select(library.Overlay)]);
        Dictionary<string, string> now = scenario.Files.ToDictionary(file => file.Name, file => file.Sha256, StringComparer.Ordinal);
        string[] changed =
        [
            .. Files.Keys.Union(now.Keys).Where(name => Files.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal),
        ];
        if (changed.Length > 0)
        {
            throw new SimulationException(
                $"The result cannot be reproduced, because these files have changed: {string.Join(", ", changed)}. Run the scenario again, or compare with 'sroi compare --saved'."
            );
        }

        if (Version != LibraryVersion)
        {
            throw new SimulationException($"The result was made by version {Version}; this is {LibraryVersion}, whose draws may differ.");
        }

        return Simulation.Of(SocialReturn.Of(scenario), Draws, Seed) with
        {
            Sampling = Sampling,
        };
    }

    private static RunManifest Of(JsonElement json) =>
        new()
        {
            Version = json.GetProperty("version").GetString()!,
            Scenario = json.GetProperty("scenario").GetString()!,
            Variant = json.GetProperty("variant").GetString(),
            Overlays = [.. json.GetProperty("overlays").EnumerateArray().Select(overlay => overlay.GetString()!)],
            Files = json.GetProperty("files")
                .EnumerateArray()
                .ToImmutableSortedDictionary(
                    file => file.GetProperty("name").GetString()!,
                    file => file.GetProperty("sha256").GetString()!,
                    StringComparer.Ordinal
                ),
            Seed = json.GetProperty("seed").GetUInt64(),
            Draws = json.GetProperty("draws").GetInt64(),
            Sampling = Samplings.Parse(json.GetProperty("sampling").GetString()!),
        };
}
