using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Html;

namespace Sroi.Notebooks.Execution;

/// <summary>What a cell calls to show things. A cell need not import it.</summary>
public static class NotebookDisplay
{
    /// <summary>Shows a value in the cell's output.</summary>
    /// <param name="value">Anything; null is shown as nothing.</param>
    /// <returns>With which it can be replaced later.</returns>
#pragma warning disable IDE1006 // The name that notebooks of C# have always used.
    public static DisplayedValue display(object? value) => Show(value);
#pragma warning restore IDE1006

    /// <summary>Shows this value in the cell's output.</summary>
    /// <returns>With which it can be replaced later.</returns>
    public static DisplayedValue Display<T>(this T value) => Show(value);

    /// <summary>A piece of HTML to show, as it is.</summary>
    public static IHtmlContent HTML(string html) => new HtmlString(html);

    /// <summary>Takes away what the cell has shown so far.</summary>
    public static void ClearOutput() => Clear(wait: false);

    /// <summary>Takes away what the cell has shown so far, when there is something new to show: without a flicker in between.</summary>
    public static void ClearOutputBeforeNext() => Clear(wait: true);

    private static void Clear(bool wait)
    {
        CellOutlet cell = CellScope.Current ?? throw new InvalidOperationException("There is no notebook here: output is cleared in a cell.");
        cell.Clear(wait);
    }

    private static DisplayedValue Show(object? value)
    {
        CellOutlet cell =
            CellScope.Current ?? throw new InvalidOperationException("There is no notebook here: display works in a cell while a session lives.");
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (ShownValue.Of(value) is { } shown)
        {
            cell.Display(shown, id);
        }

        return new(cell, id);
    }

    /// <summary>Asks the person at the notebook.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static string Ask(string prompt) =>
        CellScope.Current is { } cell
            ? cell.Ask(prompt, isPassword: false)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is nobody to ask: {prompt}"));
}
