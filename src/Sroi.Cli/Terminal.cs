using System.Text;
using Spectre.Console;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli;

/// <summary>The streams of a command: results go to standard output, messages to standard error.</summary>
/// <param name="In">Answers to questions.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages, problems, progress.</param>
/// <param name="Folder">The current folder.</param>
/// <param name="IsPlain">No colour, and tables of at most 80 columns.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, string Folder, bool IsPlain)
{
    public const int PlainWidth = 80;

    // Colour codes are written unchanged; hidden characters of a page are made visible before.
    private readonly TextWriter _screen = Out;

    private IAnsiConsole? _console;

    /// <summary>Results.</summary>
    public TextWriter Out { get; } = new VisibleWriter(Out);

    /// <summary>Messages and problems.</summary>
    public TextWriter Error { get; } = new VisibleWriter(Error);

    /// <summary>Standard error without the filter, because a progress line is overwritten.</summary>
    public TextWriter Progress { get; } = Error;

    /// <summary>Results as comma-separated values. In a file they start with the byte order mark that spreadsheets need; in a pipe they do not.</summary>
    public TextWriter Csv => new VisibleWriter(_screen, OutIsFile ? WholeFiles.Mark : "");

    /// <summary>The number of columns when output is plain.</summary>
    public int PlainColumns { get; init; } = PlainWidth;

    /// <summary>Whether results go to a file, from its beginning.</summary>
    public bool OutIsFile { get; init; }

    /// <summary>Whether each run says which folders of parameters it reads.</summary>
    public bool SaysFolders { get; init; }

    /// <summary>Whether messages go to a terminal, where a line can be overwritten.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Why results could not be written to standard output, in words; null if they could.</summary>
    public Func<string?> OutputTrouble { get; init; } = () => null;

    /// <summary>The number of columns of a line.</summary>
    public int Width => IsPlain ? PlainColumns : Console.Profile.Width;

    /// <summary>Writes a page: in colour and as wide as the window, or plain and 80 columns wide when piped.</summary>
    public void Write(Page page) => PageOnConsole.Write(Console, page);

    private IAnsiConsole Console => _console ??= Create(_screen, IsPlain ? PlainColumns : null);

    public static Terminal OfProcess()
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        StandardStream output = new(() => System.Console.Out),
            error = new(() => System.Console.Error);
        System.Console.SetOut(output);
        System.Console.SetError(error);
        bool isPlain = System.Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(System.Console.In, System.Console.Out, System.Console.Error, Directory.GetCurrentDirectory(), isPlain)
        {
            SaysFolders = true,
            ShowsProgress = !System.Console.IsErrorRedirected,
            OutputTrouble = () => output.Trouble,
            OutIsFile = StandardOutput.IsFile(),
        };
    }

    /// <summary>The full path of a path given by the user.</summary>
    /// <exception cref="CommandException">It is empty or blank.</exception>
    public string PathOf(string path) =>
        string.IsNullOrWhiteSpace(path)
            ? throw new CommandException(
                "The name of a file or folder is empty. Give a name such as results, or . for the current folder.",
                CommandLine.WrongCommandLine
            )
            : Path.GetFullPath(path, Folder);

    private static IAnsiConsole Create(TextWriter output, int? plainColumns)
    {
        bool isPlain = plainColumns is not null;
        IAnsiConsole console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,
            }
        );
        if (plainColumns is { } columns)
        {
            console.Profile.Width = columns;
            console.Profile.Capabilities.Unicode = true;
        }

        console.Profile.Encoding = Encoding.UTF8;
        return console;
    }
}
