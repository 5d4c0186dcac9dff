using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sroi.Notebooks.Scripting;

/// <summary>
/// The process's assemblies that cells share: the framework, the library, its presentation and their dependencies. The rest (the compiler, the sockets, the
/// command line) is not shared, so that a package may use another version of it.
/// </summary>
internal static class HostAssemblies
{
    private static readonly string[] Roots =
    [
        "Sroi",
        "Sroi.Presentation",
        "Sroi.Batch",
        "Microsoft.Data.Analysis",
        "Plotly.NET",
        "Microsoft.DotNet.Interactive.Formatting",
        "Microsoft.AspNetCore.Html.Abstractions",
    ];

    /// <summary>Simple name and file.</summary>
    public static ImmutableSortedDictionary<string, string> Shared()
    {
        Dictionary<string, string> all = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file)!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(file => file.Key, file => file.First(), StringComparer.OrdinalIgnoreCase);
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        ImmutableSortedDictionary<string, string>.Builder shared = ImmutableSortedDictionary.CreateBuilder<string, string>(
            StringComparer.OrdinalIgnoreCase
        );
        shared.AddRange(all.Where(file => Path.GetDirectoryName(file.Value) == framework));
        // This assembly is shared because cells call it; its dependencies are not.
        string own = typeof(HostAssemblies).Assembly.GetName().Name!;
        shared.Add(own, all[own]);
        foreach (string root in Roots)
        {
            AddWithNeeds(root, all, shared);
        }

        return shared.ToImmutable();
    }

    private static void AddWithNeeds(string name, Dictionary<string, string> all, ImmutableSortedDictionary<string, string>.Builder shared)
    {
        if (!all.TryGetValue(name, out string? file) || shared.ContainsKey(name))
        {
            return;
        }

        shared.Add(name, file);
        using PEReader assembly = new(File.OpenRead(file));
        MetadataReader metadata = assembly.GetMetadataReader();
        foreach (AssemblyReferenceHandle need in metadata.AssemblyReferences)
        {
            AddWithNeeds(metadata.GetString(metadata.GetAssemblyReference(need).Name), all, shared);
        }
    }
}
