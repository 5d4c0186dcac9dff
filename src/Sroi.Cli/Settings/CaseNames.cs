using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Settings;

/// <summary>Finds files by their name in the library, or by path.</summary>
internal static class CaseNames
{
    /// <summary>Reads a scenario, with its changes.</summary>
    public static Scenario Read(Terminal terminal, ParameterLibrary library, string name, string? variant, IEnumerable<string> overlays) =>
        library.Scenario(Resolved(terminal, name), variant, [.. overlays.Select(o => library.Overlay(Resolved(terminal, o)))]);

    /// <summary>A word of a printed command, in quotes if a shell would take it apart.</summary>
    public static string Word(string text) => text.Contains(' ') ? $"\"{text}\"" : text;

    /// <summary>A name unchanged, or the full path.</summary>
    public static string Resolved(Terminal terminal, string nameOrPath) => IsPath(nameOrPath) ? terminal.PathOf(nameOrPath) : nameOrPath;

    /// <summary>Whether a word is a path rather than a name.</summary>
    public static bool IsPath(string name) =>
        // A change in one line, such as people=150, is not a path.
        !name.Contains('=')
        && (
            name.Contains('/')
            || name.Contains('\\')
            || name.EndsWith(".yaml", StringComparison.Ordinal)
            || name.EndsWith(".yml", StringComparison.Ordinal)
        );
}
