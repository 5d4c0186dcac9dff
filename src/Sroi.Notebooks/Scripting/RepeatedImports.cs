using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Sroi.Notebooks.Scripting;

/// <summary>
/// Namespaces that a piece of script imports although an earlier one did: the compiler would keep every repetition and search all of
/// them for every name.
/// </summary>
internal static class RepeatedImports
{
    /// <summary>Remembers the namespaces that a piece imports, as written; not types, because a later piece may redefine one.</summary>
    public static void Note(SyntaxTree piece, ISet<string> imported)
    {
        // With an alias, earlier imports may change their meaning.
        if (Usings(piece).Any(directive => directive.Alias is not null))
        {
            imported.Clear();
        }

        imported.UnionWith(Namespaces(piece).Select(directive => directive.NamespaceOrType.ToString()));
    }

    /// <summary>Replaces repeated imports by spaces, so that everything else keeps its line and column.</summary>
    public static SyntaxTree Blank(SyntaxTree piece, IReadOnlySet<string> imported)
    {
        TextChange[] changes =
        [
            .. Namespaces(piece)
                .Where(directive => imported.Contains(directive.NamespaceOrType.ToString()))
                .Select(directive => new TextChange(directive.Span, new string(' ', directive.Span.Length))),
        ];
        return changes.Length == 0 ? piece : piece.WithChangedText(piece.GetText().WithChanges(changes));
    }

    private static SyntaxList<UsingDirectiveSyntax> Usings(SyntaxTree piece) => ((CSharpSyntaxTree)piece).GetCompilationUnitRoot().Usings;

    private static IEnumerable<UsingDirectiveSyntax> Namespaces(SyntaxTree piece) =>
        Usings(piece)
            .Where(directive =>
                directive is { Alias: null, ContainsDiagnostics: false }
                && directive.StaticKeyword.IsKind(SyntaxKind.None)
                && directive.UnsafeKeyword.IsKind(SyntaxKind.None)
                && directive.GlobalKeyword.IsKind(SyntaxKind.None)
                && !directive.ToString().Contains('\n', StringComparison.Ordinal)
            );
}
