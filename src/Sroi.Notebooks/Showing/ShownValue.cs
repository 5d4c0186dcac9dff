using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Sroi.Notebooks.Cells;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Pages;

namespace Sroi.Notebooks.Showing;

/// <summary>A value as a notebook shows it: always as plain text, and as HTML if that is richer.</summary>
internal static partial class ShownValue
{
    /// <summary>The value in its MIME types; null for null, which shows nothing.</summary>
    public static MimeBundle? Of(object? value) =>
        value switch
        {
            // Types with special views come before the general rules.
            null => null,
            MimeBundle bundle => bundle,
            string text => MimeBundle.Plain(text),
            IHtmlContent html => MimeBundle.Of("text/html", html.ToDisplayString(HtmlFormatter.MimeType)),
            IConvertible scalar => MimeBundle.Plain(PlainText(scalar)),
            GenericChart chart => Both(PlotlyScript.Html(chart), "A chart made with Plotly.NET"),
            DataFrame frame => Both(DataFrameTable.Html(frame), DataFrameTable.Text(frame)),
            DisplayedValue => null,
            _ when OwnHtml(value) is { } html => Both(html, PlainText(value)),
            _ when IsRegistered(value) || value.GetType().Assembly == typeof(Formatter).Assembly => Formatted(value),
            _ when ObjectText.IsText(value) => MimeBundle.Plain(ObjectText.Whole(value)),
            _ => Plain(ObjectPage.Of(value)),
        };

    private static MimeBundle Plain(Page page) =>
        page.Blocks.Any(block => block is PageBlock.Table) ? Both(page.ToHtml(), page.ToString()) : MimeBundle.Plain(page.ToString());

    /// <summary>The value in the requested MIME types; if none, as <see cref="Of(object?)"/> shows it.</summary>
    public static MimeBundle? Of(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        MimeBundle? shown = Of(value);
        return shown is null || mimeTypes.Count == 0
            ? shown
            : new(
                mimeTypes
                    .Distinct(StringComparer.Ordinal)
                    .ToImmutableDictionary(
                        type => type,
                        type => shown.Data.GetValueOrDefault(type) ?? As(type, value!, shown),
                        StringComparer.Ordinal
                    )
            );
    }

    // The formatter does not escape nested text in its HTML.
    private static string As(string type, object value, MimeBundle shown) =>
        type == HtmlFormatter.MimeType && value is not string && !IsRegistered(value)
            ? $"<pre>{WebUtility.HtmlEncode(shown.Data.GetValueOrDefault(PlainTextFormatter.MimeType) ?? "")}</pre>"
            : Looks().Replace(value.ToDisplayString(type), "");

    private static MimeBundle Both(string html, string text) =>
        new(ImmutableDictionary<string, string>.Empty.Add("text/html", html).Add("text/plain", text));

    // The convention of several notebook hosts: an object provides its HTML.
    private static string? OwnHtml(object value)
    {
        // The second is used by XPlot charts.
        MethodInfo? method = Method(value, "ToHtml") ?? Method(value, "GetInlineHtml");
        return method?.ReturnType == typeof(string)
            ? (string?)method.Invoke(value, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null)
            : null;
    }

    // A notebook may register a formatter for a type, as in .NET Interactive.
    private static bool IsRegistered(object value) =>
        Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => formatter.Type.IsInstanceOfType(value));

    private static MethodInfo? Method(object value, string name) => value.GetType().GetMethod(name, BindingFlags.Instance | BindingFlags.Public, []);

    private static MimeBundle Formatted(object value)
    {
        ImmutableDictionary<string, string> data = Formatter
            .GetPreferredMimeTypesFor(value.GetType())
            .Distinct(StringComparer.Ordinal)
            .ToImmutableDictionary(type => type, type => Looks().Replace(value.ToDisplayString(type), ""), StringComparer.Ordinal);
        return new(data.ContainsKey("text/plain") ? data : data.Add("text/plain", PlainText(value)));
    }

    // The formatter sends its style sheet with every value, which would change all other tables on the page.
    [GeneratedRegex(@"<style>\s*\.dni-.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Looks();

    private static string PlainText(object value) => value.ToDisplayString(PlainTextFormatter.MimeType);
}
