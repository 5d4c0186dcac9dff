using System.Collections.Immutable;

namespace Sroi.Batch.Plans;

/// <summary>The starting point of a run: a scenario in one of its variants, with overlays applied.</summary>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="File">Its file, as <see cref="Sroi.Model.Reading.Scenarios"/> takes it.</param>
/// <param name="Variant">Its variant; null for the base case.</param>
/// <param name="Overlays">Overlays by name or path, in the order in which they are laid on.</param>
public sealed record BatchCase(string Scenario, string File, string? Variant, ImmutableArray<string> Overlays)
{
    /// <summary>The variant as results name it: <c>base</c> for the base case.</summary>
    public string VariantName => Variant ?? "base";

    /// <summary>The overlays as results name them: <c>none</c>, <c>croydon_icb</c>, <c>croydon_icb+local_rents</c>.</summary>
    public string OverlayName => Overlays.IsEmpty ? "none" : string.Join('+', Overlays.Select(overlay => Path.GetFileNameWithoutExtension(overlay)));
}
