using System.Collections.Immutable;
using System.Text.Json;
using NuGet.Versioning;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Scripting;

namespace Sroi.Notebooks.Packages;

/// <summary>The packages that the kernel shares with cells, from the list that the build writes beside the program.</summary>
internal static class HostPackages
{
    private static readonly Lazy<ImmutableDictionary<string, NuGetVersion>> s_all = new(() =>
        Lists()
            .SelectMany(Read)
            .DistinctBy(package => package.Key, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Whether a package is already available.</summary>
    /// <exception cref="CellException">A version is requested that the kernel does not have.</exception>
    public static bool Has(PackageRequest request)
    {
        if (!s_all.Value.TryGetValue(request.Id, out NuGetVersion? carried))
        {
            return false;
        }

        return request.Least is null || request.Least <= carried
            ? true
            : throw new CellException(
                "PackageError",
                $"{request} cannot be used: the kernel already has {request.Id} {carried}. Request that version, or no version.",
                request.Line
            );
    }

    private static IEnumerable<string> Lists() =>
        ((string?)AppContext.GetData("APP_CONTEXT_DEPS_FILES") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Where(File.Exists);

    private static IEnumerable<KeyValuePair<string, NuGetVersion>> Read(string file)
    {
        using JsonDocument list = JsonDocument.Parse(File.ReadAllText(file));
        foreach (
            JsonProperty library in list.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
        )
        {
            if (
                library.Value.TryGetProperty("runtime", out JsonElement files)
                && files.EnumerateObject().Any(one => HostReferences.Paths.ContainsKey(Path.GetFileNameWithoutExtension(one.Name)))
                && library.Name.Split('/') is [var id, var text]
                && NuGetVersion.TryParse(text, out NuGetVersion? version)
            )
            {
                yield return KeyValuePair.Create(id, version);
            }
        }
    }
}
