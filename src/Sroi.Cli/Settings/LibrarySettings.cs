using Sroi.Cli.Declarations;
using Sroi.Parameters.Reading;
using Sroi.Reports;

namespace Sroi.Cli.Settings;

/// <summary>Where the parameters are: folders of the user's, laid over the shipped ones, which are never written to.</summary>
/// <param name="Given">The folders given, the last on top; none to look for them.</param>
internal sealed record LibrarySettings(string[] Given)
{
    public static LibrarySettings Of(Given given) =>
        new(
            given.Texts(
                "--parameters",
                "DIR",
                "A folder of your own cases and parameters, laid over the shipped ones (default: the folders called parameters from the current folder upwards). May be repeated; the last one wins."
            )
        );

    /// <summary>Opens the folders given, or those found upwards from the scenario and from the current folder, over the shipped one.</summary>
    /// <param name="terminal">Supplies the current folder, and shows which folders are read.</param>
    /// <param name="near">A scenario, an overlay or a plan, as given.</param>
    /// <exception cref="CommandException">No folder is found.</exception>
    public ParameterLibrary Open(Terminal terminal, string? near = null)
    {
        ParameterFolders folders = Folders(terminal, near, Given);
        if (terminal.SaysFolders)
        {
            terminal.Error.WriteLine($"Parameters: {FolderText.Of(folders, terminal)}");
        }

        return ParameterLibrary.Open(folders);
    }

    /// <summary>Opens the folders to write into one of them, which is made on first need: see <see cref="ToWrite"/>.</summary>
    public ParameterLibrary OpenToWrite(Terminal terminal)
    {
        string[] there = [.. Given.Where(folder => Directory.Exists(terminal.PathOf(folder)))];
        ParameterLibrary library = ParameterLibrary.Open(Folders(terminal, near: null, there));
        if (terminal.SaysFolders)
        {
            terminal.Error.WriteLine($"Your own files: {FolderText.Short(ToWrite(terminal, library), terminal)}");
        }

        return library;
    }

    /// <summary>The folder into which files of the user's are written: the last one given, the nearest that is the user's, or <c>parameters</c> here.</summary>
    public string ToWrite(Terminal terminal, ParameterLibrary library)
    {
        string folder = Given is [.., var last] ? terminal.PathOf(last) : library.Folders.ToWrite(terminal.Folder);
        return ParameterFolders.IsOfProgram(folder)
            ? throw new CommandException(
                $"{folder} came with the program, and an update would delete what is written into it. Name a folder of your own with --parameters DIR.",
                CommandLine.WrongCommandLine
            )
            : folder;
    }

    /// <summary>Makes the folder to write to where it is not there yet, with the schemas by which an editor checks its files.</summary>
    public static void Make(string folder, ParameterLibrary library)
    {
        string schemas = Path.Combine(library.Folders.All[^1], "schema"),
            own = Path.Combine(folder, "schema");
        if (!Directory.Exists(schemas) || Directory.Exists(own))
        {
            return;
        }

        foreach (string schema in Directory.EnumerateFiles(schemas, "*.json"))
        {
            WholeFiles.Write(Path.Combine(own, Path.GetFileName(schema)), File.ReadAllText(schema));
        }
    }

    /// <summary>The library with the folder that was written to among its folders.</summary>
    public static ParameterLibrary Reopened(ParameterLibrary library, string folder) =>
        ParameterLibrary.Open(library.Folders.All.Contains(folder) ? library.Folders : library.Folders.With(folder));

    /// <summary>The folders given, as a command repeats them, with a space before each.</summary>
    public string Options => string.Concat(Given.Select(folder => $" --parameters {CaseNames.Word(folder)}"));

    private static ParameterFolders Folders(Terminal terminal, string? near, string[] given)
    {
        string?[] starts = [near is not null && CaseNames.IsPath(near) ? Path.GetDirectoryName(terminal.PathOf(near)) : null, terminal.Folder];
        ParameterFolders? folders =
            given.Length > 0
                ? ParameterFolders.Of([.. given.Reverse().Select(terminal.PathOf)], starts.OfType<string>()).Named(given)
                : ParameterFolders.Find(starts.OfType<string>());
        return folders
            ?? throw new CommandException(
                "No 'parameters' folder was found here or in a folder above. Change to a folder that has one, or use --parameters DIR.",
                CommandLine.WrongCommandLine
            );
    }
}
