using System.Text;
using Spectre.Console;
using Sroi.Presentation.Pages;

namespace Sroi.Cli;

/// <summary>Where the command reads from and writes to: results to standard output, messages to standard error.</summary>
/// <param name="In">Answers to questions.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages, problems, progress.</param>
/// <param name="Folder">The current folder.</param>
/// <param name="IsPlain">No colour, and tables of at most 80 columns.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, string Folder, bool IsPlain)
{
    public const int PlainWidth = 80;

    private IAnsiConsole? _console;

    /// <summary>Whether messages go to a terminal, where a line can be written over.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Writes a page: in colour and as wide as the window, or plain when piped.</summary>
    public void Write(Page page) => PageOnConsole.Write(_console ??= Create(Out, IsPlain), page);

    public static Terminal OfProcess()
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        bool isPlain = System.Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(System.Console.In, System.Console.Out, System.Console.Error, Directory.GetCurrentDirectory(), isPlain)
        {
            ShowsProgress = !System.Console.IsErrorRedirected,
        };
    }

    /// <summary>A path given by the user, from the current folder.</summary>
    /// <exception cref="CommandException">It is empty or blank, which would mean the current folder.</exception>
    public string PathOf(string path) =>
        string.IsNullOrWhiteSpace(path)
            ? throw new CommandException(
                "The name of a file or folder is empty. Write one, such as results, or . for the current folder.",
                CommandLine.WrongCommandLine
            )
            : Path.GetFullPath(path, Folder);

    private static IAnsiConsole Create(TextWriter output, bool isPlain)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,
            }
        );
        if (isPlain)
        {
            console.Profile.Width = PlainWidth;
            console.Profile.Capabilities.Unicode = true;
        }

        console.Profile.Encoding = Encoding.UTF8;
        return console;
    }
}
