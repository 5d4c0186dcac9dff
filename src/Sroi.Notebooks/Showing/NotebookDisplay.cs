using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Html;
using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Showing;

/// <summary>What a cell calls to show things. A cell need not import it.</summary>
public static class NotebookDisplay
{
    /// <summary>Shows a value in the cell's output.</summary>
    /// <param name="value">Anything; null is shown as nothing.</param>
    /// <param name="mimeTypes">The types in which it is shown, such as "text/html"; none for those that suit it.</param>
    /// <returns>With which it can be replaced later.</returns>
#pragma warning disable IDE1006 // The name that notebooks of C# have always used.
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(value, mimeTypes);
#pragma warning restore IDE1006

    /// <summary>Shows this value in the cell's output.</summary>
    /// <param name="value">Anything; null is shown as nothing.</param>
    /// <param name="mimeTypes">The types in which it is shown, such as "text/html"; none for those that suit it.</param>
    /// <returns>With which it can be replaced later.</returns>
    /// <remarks>A span: the package that formats values has an extension method of this name, to which it is preferred by that.</remarks>
    public static DisplayedValue Display(this object? value, params ReadOnlySpan<string> mimeTypes) => Show(value, [.. mimeTypes]);

    internal static DisplayedValue DisplayAs(string value, string mimeType) => Show(MimeBundle.Of(mimeType, value), []);

    /// <summary>A piece of HTML to show, as it is.</summary>
    public static IHtmlContent HTML(string html) => new HtmlString(html);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    public static void Javascript(string script) => Show(MimeBundle.Of("application/javascript", script), []);

    /// <summary>Adds a style sheet to the page that shows the notebook.</summary>
    public static void CSS(string style) => Show(MimeBundle.Of("text/html", $"<style>{style}</style>"), []);

    /// <summary>Takes away what the cell has shown so far.</summary>
    public static void ClearOutput() => Clear(wait: false);

    /// <summary>Takes away what the cell has shown so far, when there is something new to show: without a flicker in between.</summary>
    public static void ClearOutputBeforeNext() => Clear(wait: true);

    private static void Clear(bool wait)
    {
        CellOutlet cell = CellScope.Current ?? throw new InvalidOperationException("There is no notebook here: output is cleared in a cell.");
        cell.Clear(wait);
    }

    private static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        CellOutlet cell =
            CellScope.Current ?? throw new InvalidOperationException("There is no notebook here: display works in a cell while a session lives.");
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (ShownValue.Of(value, mimeTypes) is { } shown)
        {
            cell.Display(shown, id);
        }

        return new(cell, id);
    }

    /// <summary>Asks the person at the notebook.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static string Ask(string prompt) => Ask(prompt, isPassword: false);

    internal static string Ask(string prompt, bool isPassword) =>
        CellScope.Current is { } cell
            ? cell.Ask(prompt, isPassword)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is nobody to ask: {prompt}"));
}
