using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Sroi.Notebooks.Scripting;

/// <summary>
/// A third of the framework's assemblies have no types and only forward to others. The compiler binds every reference for every cell and searches
/// each for every well-known type, so cells are not given those that nothing needs.
/// </summary>
internal static class HostFacades
{
    /// <summary>The simple names of the assemblies that define types, and of their dependencies.</summary>
    /// <param name="all">By simple name.</param>
    public static IReadOnlySet<string> Needed(IReadOnlyDictionary<string, PortableExecutableReference> all)
    {
        HashSet<string> needed = new(StringComparer.OrdinalIgnoreCase);
        // The first type of every assembly is the pseudo-type <Module>.
        Stack<string> next = new(all.Where(assembly => Metadata(assembly.Value).TypeDefinitions.Count > 1).Select(assembly => assembly.Key));
        while (next.TryPop(out string? name))
        {
            if (needed.Add(name))
            {
                MetadataReader metadata = Metadata(all[name]);
                foreach (string need in metadata.AssemblyReferences.Select(need => metadata.GetString(metadata.GetAssemblyReference(need).Name)))
                {
                    if (all.ContainsKey(need))
                    {
                        next.Push(need);
                    }
                }
            }
        }

        return needed;
    }

    private static MetadataReader Metadata(PortableExecutableReference assembly) =>
        ((AssemblyMetadata)assembly.GetMetadata()).GetModules()[0].GetMetadataReader();
}
