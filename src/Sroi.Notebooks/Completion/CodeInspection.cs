using System.Collections.Immutable;
using System.Net;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.QuickInfo;
using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Completion;

/// <summary>The signature and documentation of the symbol at a position of a cell.</summary>
internal static class CodeInspection
{
    public static async Task<MimeBundle?> OfAsync(Document document, int position)
    {
        QuickInfoService service = QuickInfoService.GetService(document)!;
        foreach (int place in await PlacesAsync(document, position).ConfigureAwait(false))
        {
            if (await service.GetQuickInfoAsync(document, place).ConfigureAwait(false) is { Sections.IsEmpty: false } found)
            {
                return Shown(found);
            }
        }

        return null;
    }

    // At the position, before it or, within the arguments of a call, the method called.
    private static async Task<IEnumerable<int>> PlacesAsync(Document document, int position)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync().ConfigureAwait(false))!;
        int before = Math.Max(0, position - 1);
        SyntaxNode? arguments = root.FindToken(before).Parent?.FirstAncestorOrSelf<BaseArgumentListSyntax>();
        int[] places = [position, before];
        return arguments is null ? places : [.. places, arguments.SpanStart - 1];
    }

    private static MimeBundle Shown(QuickInfoItem found)
    {
        string[] sections = [.. found.Sections.Select(section => section.Text.Trim()).Where(text => text.Length > 0)];
        IEnumerable<string> documentation = sections.Skip(1).Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>");
        return new(
            ImmutableDictionary<string, string>
                .Empty.Add("text/plain", string.Join("\n\n", sections))
                .Add("text/html", $"<pre>{WebUtility.HtmlEncode(sections.FirstOrDefault() ?? "")}</pre>{string.Concat(documentation)}")
        );
    }
}
