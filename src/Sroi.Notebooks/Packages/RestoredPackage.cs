using System.Collections.Immutable;
using NuGet.Versioning;

namespace Sroi.Notebooks.Packages;

/// <summary>A package on this machine, with the files that apply to it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Assemblies">Its managed assemblies.</param>
/// <param name="NativeFolders">The folders of its native libraries.</param>
internal sealed record RestoredPackage(string Id, NuGetVersion Version, ImmutableArray<string> Assemblies, ImmutableArray<string> NativeFolders);
