using System.Collections.Immutable;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Evaluation;

/// <summary>The effect of changed parameters on a case.</summary>
/// <param name="Case">The scenario's id, with its variant after a slash.</param>
/// <param name="Before">The result before; null if it could not be computed.</param>
/// <param name="After">The result after; null if it could not be computed.</param>
/// <param name="Trouble">Why one could not be computed; null if both could.</param>
public sealed record CaseEffect(string Case, SroiResult? Before, SroiResult? After, string? Trouble)
{
    /// <summary>Whether the net present value or the ratio differs by more than rounding.</summary>
    public bool Differs =>
        Trouble is null
        && (
            Moves(Before?.NetPresentValue, After?.NetPresentValue)
            || Moves(Before?.PresentValueInputs, After?.PresentValueInputs)
            || Moves(Before?.SroiRatio, After?.SroiRatio)
        );

    /// <summary>The effect on every case of a library: base and variants, templates excluded.</summary>
    /// <param name="before">The library before.</param>
    /// <param name="under">The overlays laid on it before.</param>
    /// <param name="after">The library after.</param>
    /// <param name="over">The overlays laid on it after.</param>
    public static ImmutableArray<CaseEffect> All(
        ParameterLibrary before,
        IReadOnlyList<Overlay> under,
        ParameterLibrary after,
        IReadOnlyList<Overlay> over
    )
    {
        return [.. after.FilesUnder("scenarios").Where(file => !after.IsTemplate(file)).SelectMany(file => Of(file, (before, under), (after, over)))];
    }

    private static IEnumerable<CaseEffect> Of(
        string file,
        (ParameterLibrary Library, IReadOnlyList<Overlay> Overlays) before,
        (ParameterLibrary Library, IReadOnlyList<Overlay> Overlays) after
    )
    {
        string id = Path.GetFileNameWithoutExtension(file),
            old = before.Library.Folders.File(after.Library.Folders.Relative(file)!) ?? file;
        (SroiResult? result, string? trouble) = Result(after.Library, file, null, after.Overlays);
        foreach (string? variant in new string?[] { null }.Concat(result?.Scenario.Variants.Select(v => v.Id) ?? []))
        {
            (SroiResult? now, string? wrong) = variant is null ? (result, trouble) : Result(after.Library, file, variant, after.Overlays);
            (SroiResult? was, string? wrongBefore) = Result(before.Library, old, variant, before.Overlays);
            yield return new(variant is null ? id : $"{id}/{variant}", was, now, wrong ?? wrongBefore);
        }
    }

    private static (SroiResult? Result, string? Trouble) Result(
        ParameterLibrary library,
        string file,
        string? variant,
        IReadOnlyList<Overlay> overlays
    )
    {
        try
        {
            return (SroiResult.Of(library.Scenario(file, variant, [.. overlays])), null);
        }
        catch (Exception error) when (error is InvalidFilesException or UnknownNameException or UnfilledTemplateException)
        {
            return (null, error.Message.Split('\n')[0]);
        }
    }

    private static bool Moves(double? before, double? after) =>
        before is null != after is null || (before is { } was && after is { } now && Math.Abs(now - was) > 1e-9 * Math.Max(1, Math.Abs(was)));
}
