using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Sroi.Notebooks.Showing;

namespace Sroi.Notebooks.Scripting;

/// <summary>The references of every cell: the framework, the library, and their dependencies.</summary>
internal static class HostReferences
{
    private static readonly string[] FrameworkNamespaces =
    [
        "System",
        "System.Collections",
        "System.Collections.Generic",
        "System.Collections.Immutable",
        "System.IO",
        "System.Linq",
        "System.Text",
        "System.Threading.Tasks",
    ];

    // Cells written for .NET Interactive do not import these either.
    private static readonly string[] OtherNotebooks = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];

    /// <summary>The assemblies that cells share with the process: simple name and file.</summary>
    public static ImmutableSortedDictionary<string, string> Paths { get; } = HostAssemblies.Shared();

    // Created once: separate references for every cell would multiply the memory of every assembly.
    private static readonly Lazy<ILookup<bool, MetadataReference>> s_all = new(() =>
    {
        Dictionary<string, PortableExecutableReference> all = Paths.ToDictionary(
            path => path.Key,
            path => Reference(path.Value),
            StringComparer.OrdinalIgnoreCase
        );
        IReadOnlySet<string> needed = HostFacades.Needed(all);
        return Paths.Keys.ToLookup(needed.Contains, name => (MetadataReference)all[name]);
    });

    private static readonly Lazy<ImmutableArray<string>> s_usings = new(() =>
        [.. FrameworkNamespaces, .. OtherNotebooks, .. OwnNamespaces(), typeof(NotebookDisplay).FullName!]
    );

    /// <summary>The assemblies that define types, and their dependencies.</summary>
    public static IEnumerable<MetadataReference> Needed => s_all.Value[true];

    /// <summary>The assemblies that only forward types; a package may have been built against them.</summary>
    public static IEnumerable<MetadataReference> Facades => s_all.Value[false];

    /// <summary>The implicitly imported namespaces, and the class whose methods are called without qualification.</summary>
    public static ImmutableArray<string> Usings => s_usings.Value;

    /// <summary>
    /// A reference with the documentation beside its file, but without its path: with a path, the compiler would record the version of every reference in the
    /// symbols of every cell.
    /// </summary>
    public static PortableExecutableReference Reference(string path)
    {
        string documentation = Path.ChangeExtension(path, ".xml");
        bool isFramework = Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);
        using FileStream file = File.OpenRead(path);
        ModuleMetadata module = ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata
            .Create(module)
            .GetReference(
                documentation: File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation)
                    : isFramework ? new FrameworkDocumentation(Path.GetFileNameWithoutExtension(path))
                    : null,
                display: path
            );
    }

    private static IEnumerable<string> OwnNamespaces() =>
        new[] { typeof(Sroi.Model.Scenario).Assembly, Assembly.Load("Sroi.Presentation") }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Select(type => type.Namespace)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
