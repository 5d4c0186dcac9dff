using System.Collections.Immutable;
using System.Reflection;
using NuGet.Versioning;
using Sroi.Notebooks.Execution;

namespace Sroi.Notebooks.Packages;

/// <summary>The packages of one session. One that is loaded keeps its version; of a cell's packages all are loaded, or none.</summary>
internal sealed class PackageSet(string folder)
{
    private readonly Dictionary<string, NuGetVersion> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableArray<string> _sources = [];

    /// <summary>From now on packages are looked for here as well.</summary>
    /// <exception cref="CellException">It is neither an address nor a folder that is there.</exception>
    public void AddSource(string source, int line)
    {
        bool isAddress = Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
        string place = isAddress ? source : Path.GetFullPath(source, folder);
        if (!isAddress && !Directory.Exists(place))
        {
            throw new CellException("PackageError", $"#i \"nuget:{source}\": there is no folder {place}.", line);
        }

        _sources = _sources.Contains(place) ? _sources : _sources.Add(place);
    }

    /// <summary>Gets the packages that are not there yet, with what they need.</summary>
    /// <returns>The new ones.</returns>
    /// <exception cref="CellException">One cannot be had, or would change one that is loaded.</exception>
    public async Task<ImmutableArray<RestoredPackage>> GetAsync(IReadOnlyCollection<PackageRequest> requests, CancellationToken stop)
    {
        PackageRequest[] missing = [.. requests.Where(request => !HostPackages.Has(request) && !IsLoaded(request))];
        if (missing.Length == 0)
        {
            return [];
        }

        IEnumerable<(string, string)> references = missing
            .GroupBy(request => request.Id, StringComparer.OrdinalIgnoreCase)
            .Select(same => (same.Key, same.Max(request => request.Version) is { } version ? $"[{version}]" : "*"))
            .Concat(_loaded.Select(package => (package.Key, $"[{package.Value}]")));
        ImmutableArray<RestoredPackage> all = await RestoreAsync(references, missing, stop).ConfigureAwait(false);
        foreach (RestoredPackage package in all)
        {
            Check(package, missing);
        }

        ImmutableArray<RestoredPackage> added = [.. all.Where(package => !_loaded.ContainsKey(package.Id))];
        added.ToList().ForEach(package => _loaded[package.Id] = package.Version);
        return [.. added.Select(OwnAssemblies)];
    }

    private bool IsLoaded(PackageRequest request)
    {
        if (!_loaded.TryGetValue(request.Id, out NuGetVersion? version))
        {
            return false;
        }

        return request.Version is null || request.Version == version ? true : throw CannotChange(request.Id, version, request.Version, request.Line);
    }

    private async Task<ImmutableArray<RestoredPackage>> RestoreAsync(
        IEnumerable<(string, string)> references,
        PackageRequest[] missing,
        CancellationToken stop
    )
    {
        try
        {
            return await PackageRestore.RunAsync(references, _sources, folder, stop).ConfigureAwait(false);
        }
        catch (PackageRestoreException error)
        {
            throw new CellException("PackageError", $"Not to be had: {string.Join(", ", missing.AsEnumerable())}.\n{error.Message}", missing[0].Line);
        }
    }

    private void Check(RestoredPackage package, PackageRequest[] missing)
    {
        int line = missing.FirstOrDefault(request => request.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase))?.Line ?? missing[0].Line;
        if (_loaded.TryGetValue(package.Id, out NuGetVersion? version) && version != package.Version)
        {
            throw CannotChange(package.Id, version, package.Version, line);
        }

        foreach (string file in package.Assemblies)
        {
            if (Carried(file) is { } carried && AssemblyName.GetAssemblyName(file).Version is { } brought && brought > carried)
            {
                throw new CellException(
                    "PackageError",
                    $"{package.Id} {package.Version} brings {Path.GetFileName(file)} {brought}, but the kernel carries {carried} itself. "
                        + "Ask for an earlier version.",
                    line
                );
            }
        }
    }

    private static RestoredPackage OwnAssemblies(RestoredPackage package) =>
        package with
        {
            Assemblies = [.. package.Assemblies.Where(file => Carried(file) is null)],
        };

    private static Version? Carried(string file) =>
        HostReferences.Paths.TryGetValue(Path.GetFileNameWithoutExtension(file), out string? own) ? AssemblyName.GetAssemblyName(own).Version : null;

    private static CellException CannotChange(string id, NuGetVersion loaded, NuGetVersion wanted, int line) =>
        new(
            "PackageError",
            $"{id} {wanted} cannot be used: {loaded} is loaded already, and stays so until the kernel is started again. "
                + $"Ask for {loaded}, or start it again.",
            line
        );
}
