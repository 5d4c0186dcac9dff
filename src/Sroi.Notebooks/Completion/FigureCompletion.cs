using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sroi.Files;
using Sroi.Notebooks.Cells;
using Sroi.Parameters.Reading;

namespace Sroi.Notebooks.Completion;

/// <summary>Completes parameters of the library inside a string: by the beginning of the id, or by common words for them.</summary>
internal sealed class FigureCompletion(string folder)
{
    private const int Most = 25,
        Least = 3;

    private readonly Lazy<ParameterLibrary?> _library = new(() => Open(folder));

    /// <summary>The ids that fit at a position; null outside a string, or if nothing fits.</summary>
    public async Task<CellCompletion?> OfAsync(Document document, int position)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync().ConfigureAwait(false);
        if (position == 0 || root is null)
        {
            return null;
        }

        SyntaxToken token = root.FindToken(position - 1);
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.Text[0] != '"' || position <= token.SpanStart)
        {
            return null;
        }

        int start = token.SpanStart + 1;
        string typed = token.Text[1..Math.Min(token.Text.Length, position - token.SpanStart)];
        bool isClosed = token.Text.Length > 1 && token.Text[^1] == '"';
        int end = isClosed ? token.Span.End - 1 : position;
        if (typed.Length < Least || position > end || _library.Value is not { } library)
        {
            return null;
        }

        string[] found =
        [
            .. library
                .Ids()
                .Where(id => id.StartsWith(typed, StringComparison.Ordinal))
                .Concat(ParameterSearch.Of(library, typed).Select(one => one.Id))
                .Distinct()
                .Take(Most),
        ];
        return found.Length == 0 ? null : new(start, end, [.. found.Select(id => new CompletionChoice(id, "parameter"))]);
    }

    private static ParameterLibrary? Open(string folder)
    {
        try
        {
            return ParameterFolders.Find(folder) is { } found ? ParameterLibrary.Open(found) : null;
        }
        catch (Exception error) when (error is InvalidFilesException or UnreadableFileException)
        {
            // Problems in the files are reported where they are used.
            return null;
        }
    }
}
