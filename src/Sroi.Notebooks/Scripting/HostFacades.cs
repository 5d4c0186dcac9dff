using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Sroi.Notebooks.Scripting;

/// <summary>
/// A third of the framework's assemblies have no types, and only forward to those that have. The compiler binds every reference for every cell, and looks for
/// every type of its own in each, so that a cell is not given those that nothing asks for.
/// </summary>
internal static class HostFacades
{
    /// <summary>The simple names of the assemblies that have types of their own, and of all that these need.</summary>
    /// <param name="all">By simple name.</param>
    public static IReadOnlySet<string> Needed(IReadOnlyDictionary<string, PortableExecutableReference> all)
    {
        HashSet<string> needed = new(StringComparer.OrdinalIgnoreCase);
        // The first type of every assembly holds what is in no type.
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
