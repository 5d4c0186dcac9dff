using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Html;
using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Showing;

/// <summary>Display functions for cells, imported implicitly.</summary>
public static class NotebookDisplay
{
    /// <summary>Shows a value in the cell's output.</summary>
    /// <param name="value">Any value; null shows nothing.</param>
    /// <param name="mimeTypes">The MIME types to show, such as "text/html"; empty for the default.</param>
    /// <returns>A handle with which to replace it.</returns>
#pragma warning disable IDE1006 // The name that notebooks of C# have always used.
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(value, mimeTypes);
#pragma warning restore IDE1006

    /// <summary>Shows this value in the cell's output.</summary>
    /// <param name="value">Any value; null shows nothing.</param>
    /// <param name="mimeTypes">The MIME types to show, such as "text/html"; empty for the default.</param>
    /// <returns>A handle with which to replace it.</returns>
    /// <remarks>Takes a span so that it is preferred over the extension method of this name in the formatting package.</remarks>
    public static DisplayedValue Display(this object? value, params ReadOnlySpan<string> mimeTypes) => Show(value, [.. mimeTypes]);

    internal static DisplayedValue DisplayAs(string value, string mimeType) => Show(MimeBundle.Of(mimeType, value), []);

    /// <summary>A piece of HTML to show unchanged.</summary>
    public static IHtmlContent HTML(string html) => new HtmlString(html);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    public static void Javascript(string script) => Show(MimeBundle.Of("application/javascript", script), []);

    /// <summary>Adds a style sheet to the page that shows the notebook.</summary>
    public static void CSS(string style) => Show(MimeBundle.Of("text/html", $"<style>{style}</style>"), []);

    /// <summary>Clears the output of the cell.</summary>
    public static void ClearOutput() => Clear(wait: false);

    /// <summary>Clears the output of the cell when new output arrives, to avoid flicker.</summary>
    public static void ClearOutputBeforeNext() => Clear(wait: true);

    private static void Clear(bool wait)
    {
        CellOutlet cell = CellScope.Current ?? throw new InvalidOperationException("Not in a notebook: output can be cleared only in a cell.");
        cell.Clear(wait);
    }

    private static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        CellOutlet cell =
            CellScope.Current ?? throw new InvalidOperationException("Not in a notebook: display works only in a cell of an open session.");
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (ShownValue.Of(value, mimeTypes) is { } shown)
        {
            cell.Display(shown, id);
        }

        return new(cell, id);
    }

    /// <summary>Asks the user.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">There is no user to ask.</exception>
    public static string Ask(string prompt) => Ask(prompt, isPassword: false);

    internal static string Ask(string prompt, bool isPassword) =>
        CellScope.Current is { } cell
            ? cell.Ask(prompt, isPassword)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is no user to ask: {prompt}"));
}
