namespace Sroi.Notebooks.Installing;

/// <summary>The name by which a notebook identifies its kernel.</summary>
public static class KernelName
{
    /// <summary>The name of this kernel.</summary>
    public const string Default = "sroi-csharp";

    /// <summary>The name that notebooks of .NET Interactive and Polyglot Notebooks ask for.</summary>
    public const string DotnetInteractive = ".net-csharp";

    /// <summary>Checks that Jupyter allows a name.</summary>
    /// <exception cref="NotebookException">It is not allowed.</exception>
    internal static string Checked(string name) =>
        name.Any(char.IsAsciiLetterOrDigit) && name.All(IsAllowed)
            ? name
            : throw new NotebookException(
                $"'{name}' is not the name of a kernel: use lower-case letters, digits, '-', '.' and '_', as in '{Default}'."
            );

    private static bool IsAllowed(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.' or '_';
}
