using System.Collections.Immutable;
using System.Reflection;
using NuGet.Versioning;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Scripting;

namespace Sroi.Notebooks.Packages;

/// <summary>The packages of one session. A loaded package keeps its version; the packages of a cell are all loaded, or none.</summary>
internal sealed class PackageSet(string folder)
{
    private readonly Dictionary<string, NuGetVersion> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableArray<string> _sources = [];

    /// <summary>Adds a package source.</summary>
    /// <exception cref="CellException">It is neither an address nor an existing folder.</exception>
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

    /// <summary>Restores the missing packages with their dependencies. A source that does not respond is dropped from then on.</summary>
    /// <returns>The new packages, and the sources that did not respond.</returns>
    /// <exception cref="CellException">A package cannot be restored, or would change a loaded one.</exception>
    public async Task<Restored> GetAsync(IReadOnlyCollection<PackageRequest> requests, CancellationToken stop)
    {
        PackageRequest[] missing = [.. requests.Where(request => !HostPackages.Has(request) && !IsLoaded(request))];
        if (missing.Length == 0)
        {
            return new([], []);
        }

        IEnumerable<(string, string)> references = missing
            .GroupBy(request => request.Id, StringComparer.OrdinalIgnoreCase)
            .Select(same => (same.Key, One([.. same]).Reference))
            .Concat(_loaded.Select(package => (package.Key, $"[{package.Value}]")));
        Restored all = await RestoreAsync(references, missing, stop).ConfigureAwait(false);
        _sources = _sources.RemoveRange(all.DeadSources);
        foreach (RestoredPackage package in all.Packages)
        {
            Check(package, missing);
        }

        ImmutableArray<RestoredPackage> added = [.. all.Packages.Where(package => !_loaded.ContainsKey(package.Id))];
        added.ToList().ForEach(package => _loaded[package.Id] = package.Version);
        return all with { Packages = [.. added.Select(OwnAssemblies)] };
    }

    // The latest of several versions; a request without a version takes that of the others.
    private static PackageRequest One(ImmutableArray<PackageRequest> same)
    {
        PackageRequest[] ranges = [.. same.Where(request => request.Range is not null).DistinctBy(request => request.Reference)];
        PackageRequest? exact = same.Where(request => request.Version is not null).MaxBy(request => request.Version);
        PackageRequest? other = ranges.FirstOrDefault(range => exact is null ? range != ranges[0] : !range.Accepts(exact.Version!));
        return other is null
            ? exact ?? ranges.FirstOrDefault() ?? same[0]
            : throw new CellException(
                "PackageError",
                $"This cell requests {other} and {exact ?? ranges[0]}, of which only one can be loaded. Request one of them.",
                other.Line
            );
    }

    private bool IsLoaded(PackageRequest request)
    {
        if (!_loaded.TryGetValue(request.Id, out NuGetVersion? version))
        {
            return false;
        }

        return request.Accepts(version) ? true : throw CannotChange(version, request, request.Line);
    }

    private async Task<Restored> RestoreAsync(IEnumerable<(string, string)> references, PackageRequest[] missing, CancellationToken stop)
    {
        try
        {
            return await PackageRestore.RunAsync(references, _sources, folder, stop).ConfigureAwait(false);
        }
        catch (PackageRestoreException error) when (_sources.Intersect(error.OpenSources).Any())
        {
            _sources = _sources.RemoveRange(error.OpenSources);
            Restored others = await RestoreAsync(references, missing, stop).ConfigureAwait(false);
            return others with { DeadSources = others.DeadSources.AddRange(error.OpenSources) };
        }
        catch (PackageRestoreException error)
        {
            string dead = error.DeadSources.IsEmpty ? "" : $"\nNot reached: {string.Join(", ", error.DeadSources)}.";
            throw new CellException(
                "PackageError",
                $"Could not be restored: {string.Join(", ", missing.AsEnumerable())}.\n{error.Message}{dead}",
                missing[0].Line
            );
        }
    }

    private void Check(RestoredPackage package, PackageRequest[] missing)
    {
        int line = missing.FirstOrDefault(request => request.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase))?.Line ?? missing[0].Line;
        if (_loaded.TryGetValue(package.Id, out NuGetVersion? version) && version != package.Version)
        {
            throw CannotChange(version, new(package.Id, package.Version, Range: null, line), line);
        }

        foreach (string file in package.Assemblies)
        {
            if (Carried(file) is { } carried && AssemblyName.GetAssemblyName(file).Version is { } brought && brought > carried)
            {
                throw new CellException(
                    "PackageError",
                    $"{package.Id} {package.Version} brings {Path.GetFileName(file)} {brought}, but the kernel already has {carried}. "
                        + "Request an earlier version.",
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

    private static CellException CannotChange(NuGetVersion loaded, PackageRequest wanted, int line) =>
        new(
            "PackageError",
            $"{wanted} cannot be used: {loaded} is already loaded and cannot be replaced until the kernel is restarted. "
                + $"Request {loaded}, or restart the kernel.",
            line
        );
}
