using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Magics;

namespace Sroi.Notebooks.Completion;

/// <summary>The completions at a position of a cell.</summary>
internal static class CodeCompletion
{
    private const int Most = 500,
        NoFit = 3;

    public static async Task<CellCompletion> OfAsync(Document document, int position)
    {
        SourceText text = await document.GetTextAsync().ConfigureAwait(false);
        if (Magics(text, position) is { } magics)
        {
            return magics;
        }

        CompletionService service = CompletionService.GetService(document)!;
        CompletionList? list = await service.GetCompletionsAsync(document, position).ConfigureAwait(false);
        if (list is null)
        {
            return new(position, position, []);
        }

        string typed = text.ToString(TextSpan.FromBounds(list.Span.Start, position));
        IEnumerable<CompletionItem> fitting = list
            .ItemsList.Where(item => !item.Tags.Contains(WellKnownTags.Snippet) && Fit(item, typed) < NoFit)
            .OrderBy(item => Fit(item, typed));
        return new(
            list.Span.Start,
            list.Span.End,
            [.. fitting.Select(item => new CompletionChoice(item.DisplayText, KindOf(item.Tags))).DistinctBy(item => item.Text).Take(Most)]
        );
    }

    private static CellCompletion? Magics(SourceText text, int position)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        string typed = text.ToString(TextSpan.FromBounds(line.Start, position)).TrimStart();
        if (!typed.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        IEnumerable<string> names = Magic.All.Select(magic => magic.Name).Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return new(position - typed.Length, position, [.. names.Select(name => new CompletionChoice(name, "magic"))]);
    }

    // Names that begin with the typed text come first, then those that contain it, each in the compiler's order.
    private static int Fit(CompletionItem item, string typed) =>
        item.FilterText.StartsWith(typed, StringComparison.Ordinal) ? 0
        : item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : item.FilterText.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 2
        : NoFit;

    // "ExtensionMethod" is reported as "method", and an unknown kind as "text".
    private static string KindOf(ImmutableArray<string> tags)
    {
        string tag = tags.FirstOrDefault() ?? "text";
        return tag switch
        {
            WellKnownTags.ExtensionMethod => "method",
            WellKnownTags.Local or WellKnownTags.Parameter or WellKnownTags.RangeVariable => "variable",
            WellKnownTags.Structure => "struct",
            _ => tag.ToLowerInvariant(),
        };
    }
}
