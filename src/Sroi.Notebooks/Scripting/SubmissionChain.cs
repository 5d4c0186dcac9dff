using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Sroi.Notebooks.Magics;
using Sroi.Notebooks.Showing;

namespace Sroi.Notebooks.Scripting;

/// <summary>
/// Pieces of C# script, each compiled against those before it. A piece joins the chain when it begins to run and stays in it even if it throws or is
/// interrupted, so that its declarations and values are kept. A piece without declarations is not visible to later ones and does not lengthen the chain,
/// because the compiler searches all of it for every name.
/// </summary>
internal sealed class SubmissionChain(string folder)
{
    /// <summary>C# script of the latest version, with documentation comments parsed.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private readonly List<object> _submissions = [];
    private readonly HashSet<string> _imported = new(StringComparer.Ordinal);
    private readonly SourceFileResolver _sources = new([], folder);
    private object?[] _slots = new object?[16];
    private CSharpCompilation? _last;
    private int _count;
    private bool _hasFacades;

    /// <summary>The assemblies of this chain.</summary>
    public CellAssemblies Assemblies { get; } = new();

    /// <summary>
    /// The additional references of the next piece. Earlier ones are inherited; repeating them would make every piece hold the list of all before it.
    /// </summary>
    public ImmutableArray<MetadataReference> NewReferences { get; private set; } = [.. HostReferences.Needed];

    /// <summary>The pieces that have begun to run.</summary>
    public ImmutableArray<ScriptPiece> Pieces { get; private set; } = [];

    /// <summary>The variables declared so far; the later of two with the same name.</summary>
    public IEnumerable<Variable> Variables =>
        _submissions
            .AsEnumerable()
            .Reverse()
            .SelectMany(submission =>
                submission
                    .GetType()
                    .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                    .Where(variable => !variable.Name.Contains('<'))
                    .Select(variable => new Variable(variable.Name, TypeName.Of(variable.FieldType), variable.GetValue(submission)))
            )
            .DistinctBy(variable => variable.Name)
            .OrderBy(variable => variable.Name, StringComparer.Ordinal);

    /// <summary>Adds references for the following pieces.</summary>
    public void Add(IReadOnlyCollection<string> files)
    {
        foreach (string file in files)
        {
            Assemblies.Add(file);
        }

        NewReferences =
        [
            .. NewReferences,
            .. files.Select(HostReferences.Reference),
            .. files.Count == 0 || _hasFacades ? [] : HostReferences.Facades,
        ];
        _hasFacades |= files.Count != 0;
    }

    /// <summary>Compiles a piece without running it.</summary>
    public CSharpCompilation Compile(string code, string file)
    {
        SyntaxTree tree = RepeatedImports.Blank(
            CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), ParseOptions, file),
            _imported
        );
        string name = string.Create(CultureInfo.InvariantCulture, $"notebook#{GetHashCode():x}-{_count}");
        CSharpCompilation piece = CSharpCompilation.CreateScriptCompilation(name, tree, NewReferences, Options(_count++), returnType: typeof(object));
        // If set at once, the last piece would be compiled again to check it for errors.
        return piece.WithScriptCompilationInfo(piece.ScriptCompilationInfo!.WithPreviousScriptCompilation(_last));
    }

    /// <summary>Begins to run a piece; the task returns the value of its last expression, or null if it has none.</summary>
    /// <returns>The running task, or the compilation errors.</returns>
    public (Func<Task<object?>>? Run, ImmutableArray<Diagnostic> Errors) Prepare(CSharpCompilation piece, CancellationToken stop)
    {
        using MemoryStream code = new(),
            symbols = new();
        EmitResult emitted = piece.Emit(
            code,
            symbols,
            options: new(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: stop
        );
        ImmutableArray<Diagnostic> errors = [.. emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        if (!emitted.Success)
        {
            return errors.IsEmpty ? (() => Imports(piece), []) : (null, errors);
        }

        code.Position = symbols.Position = 0;
        IMethodSymbol entry = piece.GetEntryPoint(stop)!;
        MethodInfo factory = Assemblies
            .LoadFromStream(code, symbols)
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        return (() => Start(piece, factory), []);
    }

    // Only imports or comments: there is nothing to run, and the imports apply to later pieces.
    private Task<object?> Imports(CSharpCompilation piece)
    {
        Join(piece);
        return Task.FromResult<object?>(null);
    }

    private Task<object?> Start(CSharpCompilation piece, MethodInfo factory)
    {
        if (_slots.Length < _count + 2)
        {
            Array.Resize(ref _slots, 2 * (_count + 2));
        }

        // A piece puts itself into the next free slot when it is created.
        int free = Array.FindLastIndex(_slots, submission => submission is not null) + 1;
        try
        {
            return factory.CreateDelegate<Func<object?[], Task<object?>>>()(_slots);
        }
        finally
        {
            if (Join(piece))
            {
                _submissions.AddRange(_slots.Skip(free).OfType<object>());
            }
            else
            {
                // The next piece gets the slot.
                Array.Clear(_slots, free, _slots.Length - free);
            }
        }
    }

    private bool Join(CSharpCompilation piece)
    {
        if (NewReferences.IsEmpty && DeclaresNothing(piece))
        {
            return false;
        }

        _last = piece;
        RepeatedImports.Note(piece.SyntaxTrees[^1], _imported);
        Pieces = Pieces.Add(new(piece.SyntaxTrees[^1].ToString(), NewReferences));
        NewReferences = [];
        return true;
    }

    private static bool DeclaresNothing(CSharpCompilation piece) =>
        piece.SyntaxTrees.All(tree => tree.GetCompilationUnitRoot() is { Usings.Count: 0, Externs.Count: 0 })
        && piece.ScriptClass!.GetMembers().All(member => member.IsImplicitlyDeclared);

    /// <summary>The compilation options of pieces.</summary>
    public CSharpCompilationOptions Options(int number) =>
        new(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: string.Create(CultureInfo.InvariantCulture, $"Submission#{number}"),
            usings: HostReferences.Usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            // A cell is too small to compile on several threads.
            concurrentBuild: false,
            sourceReferenceResolver: _sources,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            nullableContextOptions: NullableContextOptions.Annotations
        );
}
