using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Magics;
using Sroi.Notebooks.Scripting;

namespace Sroi.Notebooks.Completion;

/// <summary>Whether a cell is complete.</summary>
internal static class Completeness
{
    public static CellCompleteness Of(string code)
    {
        try
        {
            return CellReader.Read(code).Parts is [.., { Kind: PartKind.CSharp } last] ? OfCSharp(last.Text) : CellCompleteness.Complete;
        }
        catch (CellException)
        {
            return CellCompleteness.Invalid;
        }
    }

    private static CellCompleteness OfCSharp(string text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, SubmissionChain.ParseOptions);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? CellCompleteness.Incomplete
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? CellCompleteness.Invalid
            : CellCompleteness.Complete;
    }
}
