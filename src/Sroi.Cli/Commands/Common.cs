using System.CommandLine;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class Common
{
    public static Argument<string> Scenario() => new("SCENARIO") { Description = "The name of a file under parameters/scenarios, or a path." };

    public static Option<string?> Variant() => new("--variant") { Description = "A named alternative of the scenario.", HelpName = "V" };

    public static Option<string[]> Overlay() =>
        new("--overlay")
        {
            Description = "A commissioner's changes: the name of a file under parameters/overlays, or a path. May be repeated; the last wins.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };

    public static Option<string?> Folder() =>
        new("--parameters") { Description = "The folder of parameters; found from the current folder upwards where left out.", HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    public static Option<bool> Csv() => new("--csv") { Description = "Print the result as comma-separated values." };

    public static Option<string?> Out() =>
        new("--out") { Description = "Write result.json, the tables as CSV and the text into this folder: all of them or none.", HelpName = "DIR" };

    /// <summary>The number of threads.</summary>
    public static Option<int?> Threads(string description) =>
        new("--threads")
        {
            Description = description,
            HelpName = "K",
            CustomParser = result => NumberArguments.Few(result, "--threads"),
        };

    /// <summary>How many threads are meant; as many as there are processors where nothing is said.</summary>
    /// <exception cref="CommandException">None, or more than make sense.</exception>
    public static int Threads(int? asked) =>
        asked switch
        {
            null => Environment.ProcessorCount,
            < 1 or > 1024 => throw new CommandException(
                $"The number of threads lies between 1 and 1,024; found --threads {asked}.",
                CommandLine.WrongCommandLine
            ),
            { } threads => threads,
        };

    /// <summary>The library: as told, else from the scenario's folder upwards, the current folder upwards, or beside the program.</summary>
    public static ParameterLibrary Library(Terminal terminal, string? folder, string? near = null)
    {
        if (folder is not null)
        {
            return ParameterLibrary.Open(terminal.PathOf(folder));
        }

        string?[] starts =
        [
            near is not null && IsPath(near) ? Path.GetDirectoryName(terminal.PathOf(near)) : null,
            terminal.Folder,
            AppContext.BaseDirectory,
        ];
        string? found = starts.OfType<string>().Select(ParameterLibrary.FindFolder).FirstOrDefault(f => f is not null);
        return found is not null
            ? ParameterLibrary.Open(found)
            : throw new CommandException(
                "There is no 'parameters' folder here or above. Go to a folder that has one, or name it with --parameters DIR.",
                CommandLine.WrongCommandLine
            );
    }

    /// <summary>A scenario as the command line names it.</summary>
    public static Scenario Read(Terminal terminal, ParameterLibrary library, string name, string? variant, IEnumerable<string> overlays) =>
        library.Scenario(Resolved(terminal, name), variant, [.. overlays.Select(o => library.Overlay(Resolved(terminal, o)))]);

    public static string Resolved(Terminal terminal, string nameOrPath) => IsPath(nameOrPath) ? terminal.PathOf(nameOrPath) : nameOrPath;

    public static void RefuseBoth(bool json, bool csv)
    {
        if (json && csv)
        {
            throw new CommandException("--json and --csv are both given; choose one.", CommandLine.WrongCommandLine);
        }
    }

    private static bool IsPath(string name) =>
        name.Contains('/')
        || name.Contains('\\')
        || name.EndsWith(".yaml", StringComparison.Ordinal)
        || name.EndsWith(".yml", StringComparison.Ordinal);
}
