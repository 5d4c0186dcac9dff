using System.Collections.Immutable;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Magics;
using Sroi.Notebooks.Packages;
using Sroi.Notebooks.Scripting;

namespace Sroi.Notebooks.Execution;

/// <summary>Gets what a cell needs before it runs: packages, in one restore, and assemblies.</summary>
internal sealed class CellNeeds(SubmissionChain chain, string folder)
{
    private readonly PackageSet _packages = new(folder);

    private readonly HashSet<string> _dead = new(StringComparer.Ordinal);

    // By simple name: two files with the same name would define the same types twice.
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="CellException">Something is not available; nothing is loaded.</exception>
    public async Task MeetAsync(ImmutableArray<CellNeed> needs, CellOutlet outlet, CancellationToken stop)
    {
        foreach (CellNeed source in needs.Where(need => need.Kind == NeedKind.PackageSource))
        {
            _packages.AddSource(source.What, source.Line);
        }

        PackageRequest[] requests = [.. needs.Where(need => need.Kind == NeedKind.Package).Select(need => PackageRequest.Read(need.What, need.Line))];
        (ImmutableArray<RestoredPackage> packages, ImmutableArray<string> dead) = await _packages.GetAsync(requests, stop).ConfigureAwait(false);
        packages.SelectMany(package => package.NativeFolders).ToList().ForEach(chain.Assemblies.AddNativeFolder);
        Use([.. packages.SelectMany(package => package.Assemblies)], line: 1);
        Tell(requests, packages, outlet);
        TellDead(dead, outlet);
        foreach (CellNeed file in needs.Where(need => need.Kind == NeedKind.File))
        {
            ImmutableArray<string> found = AssemblyFile.Find(file.What, folder, file.Line);
            found.SelectMany(AssemblyFile.NativeFolders).ToList().ForEach(chain.Assemblies.AddNativeFolder);
            Use(found, file.Line);
        }
    }

    private void Use(ImmutableArray<string> files, int line)
    {
        ImmutableArray<string> added = [.. files.Where(file => !_files.TryGetValue(NameOf(file), out string? used) || used != file)];
        if (added.FirstOrDefault(file => _files.ContainsKey(NameOf(file))) is { } second)
        {
            throw new CellException("ReferenceError", $"{second} cannot be used: {_files[NameOf(second)]} is already loaded.", line);
        }

        added.ToList().ForEach(file => _files[NameOf(file)] = file);
        chain.Add(added);
    }

    // The resolved version is only of interest if the cell did not name one.
    private static void Tell(PackageRequest[] requests, ImmutableArray<RestoredPackage> packages, CellOutlet outlet)
    {
        foreach (PackageRequest request in requests.Where(request => request.Version is null).DistinctBy(request => request.Id))
        {
            if (packages.FirstOrDefault(package => package.Id.Equals(request.Id, StringComparison.OrdinalIgnoreCase)) is { } package)
            {
                outlet.Display(MimeBundle.Plain($"{package.Id} {package.Version}"), displayId: null);
            }
        }
    }

    private void TellDead(ImmutableArray<string> sources, CellOutlet outlet)
    {
        foreach (string source in sources.Where(_dead.Add))
        {
            outlet.Write("stderr", $"{source} cannot be used as a package source: {Why(source)}. The packages came from the other sources.\n");
        }
    }

    private static string Why(string source) =>
        source.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? "NuGet accepts only https addresses" : "it does not respond";

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);
}
