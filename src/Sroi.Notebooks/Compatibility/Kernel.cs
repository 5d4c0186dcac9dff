using Microsoft.AspNetCore.Html;
using Sroi.Notebooks.Showing;

namespace Microsoft.DotNet.Interactive;

/// <summary>The members that notebooks written for .NET Interactive call most, under its names. There is only one kernel, without commands.</summary>
public static class Kernel
{
    private const string NoKernels = "belongs to .NET Interactive, whose kernels and commands are not available: this kernel runs only C# cells.";

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always; the message says so.</exception>
    public static dynamic Root => throw new NotSupportedException($"Kernel.Root {NoKernels}");

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always; the message says so.</exception>
    public static dynamic Current => throw new NotSupportedException($"Kernel.Current {NoKernels}");

#pragma warning disable IDE1006 // The name that notebooks of C# have always used.
    /// <summary>Shows a value in the cell's output.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => NotebookDisplay.display(value, mimeTypes);
#pragma warning restore IDE1006

    /// <summary>A piece of HTML to show unchanged.</summary>
    public static IHtmlContent HTML(string html) => NotebookDisplay.HTML(html);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    public static void Javascript(string script) => NotebookDisplay.Javascript(script);

    /// <summary>Adds a style sheet to the page that shows the notebook.</summary>
    public static void CSS(string style) => NotebookDisplay.CSS(style);

    /// <summary>Asks the user.</summary>
    /// <exception cref="InvalidOperationException">There is no user to ask.</exception>
    public static Task<string> GetInputAsync(string prompt = "") => Task.FromResult(NotebookDisplay.Ask(prompt, isPassword: false));

    /// <summary>Asks the user without showing what is typed.</summary>
    /// <exception cref="InvalidOperationException">There is no user to ask.</exception>
    public static Task<string> GetPasswordAsync(string prompt = "") => Task.FromResult(NotebookDisplay.Ask(prompt, isPassword: true));
}
