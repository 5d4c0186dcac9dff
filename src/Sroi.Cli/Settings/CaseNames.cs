using Sroi.Model;
using Sroi.Parameters;

namespace Sroi.Cli.Settings;

/// <summary>Files as the command line names them: by a name in the library, or by a path.</summary>
internal static class CaseNames
{
    /// <summary>A scenario, with its changes.</summary>
    public static Scenario Read(Terminal terminal, ParameterLibrary library, string name, string? variant, IEnumerable<string> overlays) =>
        library.Scenario(Resolved(terminal, name), variant, [.. overlays.Select(o => library.Overlay(Resolved(terminal, o)))]);

    /// <summary>A name as it is, or a path in full.</summary>
    public static string Resolved(Terminal terminal, string nameOrPath) => IsPath(nameOrPath) ? terminal.PathOf(nameOrPath) : nameOrPath;

    /// <summary>Whether a word is a path, not a name.</summary>
    public static bool IsPath(string name) =>
        name.Contains('/')
        || name.Contains('\\')
        || name.EndsWith(".yaml", StringComparison.Ordinal)
        || name.EndsWith(".yml", StringComparison.Ordinal);
}
