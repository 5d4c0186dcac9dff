using Sroi.Cli.Declarations;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Settings;

/// <summary>Where the parameters are.</summary>
/// <param name="Folder">The folder given, or null to look for one.</param>
internal sealed record LibrarySettings(string? Folder)
{
    public static LibrarySettings Of(Given given) =>
        new(given.Text("--parameters", "DIR", "The folder of parameters (default: the first found from the current folder upwards)."));

    /// <summary>Opens the folder given, or the first found upwards from the scenario, upwards from the current folder, or beside the program.</summary>
    /// <param name="terminal">Supplies the current folder.</param>
    /// <param name="near">A scenario, an overlay or a plan, as given.</param>
    /// <exception cref="CommandException">No folder is found.</exception>
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
                "No 'parameters' folder was found here or in a folder above. Change to a folder that has one, or use --parameters DIR.",
                CommandLine.WrongCommandLine
            );
    }
}
