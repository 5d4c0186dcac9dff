using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Sroi.Notebooks.Showing;

namespace Sroi.Notebooks.Scripting;

/// <summary>What every cell may use without asking: the framework, the library, and what these need.</summary>
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

    // Which cells written for .NET Interactive need not import either.
    private static readonly string[] OtherNotebooks = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];

    /// <summary>What cells share with the process: simple name and file.</summary>
    public static ImmutableSortedDictionary<string, string> Paths { get; } = HostAssemblies.Shared();

    // Made once: a reference made anew for every cell would hold the memory of every assembly as often as there are cells.
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

    /// <summary>The assemblies that have types, and what these need.</summary>
    public static IEnumerable<MetadataReference> Needed => s_all.Value[true];

    /// <summary>The assemblies that only say where types went which once were there: what a package was built with may be among them.</summary>
    public static IEnumerable<MetadataReference> Facades => s_all.Value[false];

    /// <summary>The namespaces that a cell need not import, and the class whose functions it calls by name.</summary>
    public static ImmutableArray<string> Usings => s_usings.Value;

    /// <summary>
    /// A reference with the documentation beside its file. It does not say which file it is: of every reference that does, the compiler would write into the
    /// symbols of every cell which version it is.
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
