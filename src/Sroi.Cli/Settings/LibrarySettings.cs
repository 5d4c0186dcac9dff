using Sroi.Cli.Declarations;
using Sroi.Parameters;

namespace Sroi.Cli.Settings;

/// <summary>Where the parameters are.</summary>
/// <param name="Folder">The folder that was named; null to look for one.</param>
internal sealed record LibrarySettings(string? Folder)
{
    public static LibrarySettings Of(Given given) =>
        new(given.Text("--parameters", "DIR", "The folder of parameters; found from the current folder upwards where left out."));

    /// <summary>The library: the folder that was named, else the first that is found from the scenario's folder upwards, from the current folder upwards, or beside the program.</summary>
    /// <param name="terminal">For the current folder.</param>
    /// <param name="near">A scenario, an overlay or a plan as it was named.</param>
    /// <exception cref="CommandException">There is none.</exception>
    public ParameterLibrary Open(Terminal terminal, string? near = null)
    {
        if (Folder is not null)
        {
            return ParameterLibrary.Open(terminal.PathOf(Folder));
        }

        string?[] starts =
        [
            near is not null && CaseNames.IsPath(near) ? Path.GetDirectoryName(terminal.PathOf(near)) : null,
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
}
