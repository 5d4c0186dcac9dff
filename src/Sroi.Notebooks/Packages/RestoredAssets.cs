using System.Collections.Immutable;
using System.Text.Json;
using NuGet.Versioning;

namespace Sroi.Notebooks.Packages;

/// <summary>Reads the result of a NuGet restore: for each package, the files for this machine.</summary>
internal static class RestoredAssets
{
    public static ImmutableArray<RestoredPackage> Read(string file, string rid)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        JsonElement target = root.GetProperty("targets")
            .EnumerateObject()
            .Single(one => one.Name.EndsWith($"/{rid}", StringComparison.Ordinal))
            .Value;
        return
        [
            .. target
                .EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package")
                .Select(library => Package(library, root.GetProperty("libraries").GetProperty(library.Name), folders)),
        ];
    }

    private static RestoredPackage Package(JsonProperty library, JsonElement package, string[] folders)
    {
        string path = package.GetProperty("path").GetString()!;
        string home = folders.Select(folder => Path.Combine(folder, path)).First(Directory.Exists);
        string[] parts = library.Name.Split('/');
        return new(
            parts[0],
            NuGetVersion.Parse(parts[1]),
            Files(library.Value, "runtime", home),
            [.. Files(library.Value, "native", home).Select(file => Path.GetDirectoryName(file)!).Distinct(StringComparer.Ordinal)]
        );
    }

    private static ImmutableArray<string> Files(JsonElement library, string kind, string home) =>
        library.TryGetProperty(kind, out JsonElement files)
            ?
            [
                .. files
                    .EnumerateObject()
                    .Where(file => !file.Name.EndsWith("_._", StringComparison.Ordinal))
                    .Select(file => Path.GetFullPath(Path.Combine(home, file.Name))),
            ]
            : [];
}
