using System.Globalization;
using Sroi.Cli.Declarations;
using Sroi.Notebooks;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;
using Sroi.Notebooks.Supervising;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook run</c>: runs a notebook, with other parameters if given, and writes it as a page or a notebook.</summary>
internal sealed record NotebookRunCommand(
    string Notebook,
    string[] Parameters,
    string[] Outputs,
    bool KeepsGoing,
    string? CellTimeout,
    string? Journal,
    string[] Words
) : IRunnable
{
    // The longest interval of a .NET timer.
    private const double LongestSeconds = 24 * 24 * 3600;

    // With this option the command starts itself again, in a process that the cells may crash.
    private const string JournalOption = "--journal";

    public static Declaration Declared =>
        new(
            "run",
            "Run all cells of a notebook in order, without Jupyter.",
            given => new NotebookRunCommand(
                given.Argument("NOTEBOOK", "A C# notebook (.ipynb or .dib). It is not changed."),
                given.Texts("--parameter", "NAME=VALUE", "Another value for a variable of the cell tagged 'parameters'. May be repeated.", "-p"),
                given.Texts(
                    "--out",
                    "FILE",
                    "Write the notebook with its results as a self-contained page (.html) or a notebook (.ipynb). May be repeated."
                ),
                given.Flag("--keep-going", "Continue after a cell fails. Failures are listed at the end, and the exit code is 1."),
                given.Text(
                    "--cell-timeout",
                    "TIME",
                    "Stop a cell after this time, such as 60s, 5m or 1h, and count it as failed (default: no limit)."
                ),
                given.Hidden(JournalOption),
                given.Words
            )
        );

    public int Run(Terminal terminal)
    {
        string path = terminal.PathOf(Notebook);
        (string Name, string Value)[] values = [.. Parameters.Select(Parameter)];
        string[] files = [.. Outputs.Select(file => Output(terminal.PathOf(file), path))];
        RunRules rules = new(KeepsGoing, CellTimeout is { } time ? TimeOf(time) : null);
        NotebookFile Read() => NotebookParameters.Set(NotebookFile.Read(path), values);
        return Journal is { } journal ? Record(Read(), rules, journal) : Run(terminal, Read, Again(terminal), files);
    }

    private static (string Name, string Value) Parameter(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } name, var value]
            ? (name.Trim(), value)
            : throw new CommandException($"--parameter takes NAME=VALUE; found '{text}'.", CommandLine.WrongCommandLine);

    private static string Output(string file, string notebook) =>
        Path.GetExtension(file) is not (".html" or ".ipynb")
            ? throw new CommandException(
                $"--out takes a file name that ends in .html or .ipynb; found {Path.GetFileName(file)}.",
                CommandLine.WrongCommandLine
            )
        : file == notebook
            ? throw new CommandException(
                $"--out would overwrite the notebook, {Path.GetFileName(file)}. Choose another file.",
                CommandLine.WrongCommandLine
            )
        : file;

    private static TimeSpan TimeOf(string text)
    {
        (string number, double seconds) = text.Trim().ToLowerInvariant() switch
        {
            [.. var start, 'm', 's'] => (start, 0.001),
            [.. var start, 's'] => (start, 1),
            [.. var start, 'm'] => (start, 60),
            [.. var start, 'h'] => (start, 3600),
            var all => (all, 1),
        };
        bool isNumber = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value);
        return isNumber && value * seconds is > 0 and <= LongestSeconds
            ? TimeSpan.FromSeconds(value * seconds)
            : throw new CommandException(
                $"--cell-timeout takes a time above zero and up to 24 days, such as 60s, 5m or 1h; found '{text}'.",
                CommandLine.WrongCommandLine
            );
    }

    private SupervisedProgram Again(Terminal terminal) =>
        new([DotnetProgram.Path, typeof(NotebookRunCommand).Assembly.Location, .. Words, JournalOption], terminal.Folder, terminal.Error);

    private static int Record(NotebookFile notebook, RunRules rules, string journal)
    {
        RecordedRun.Run(journal, (progress, stop) => NotebookRun.RunAsync(notebook, rules, progress, stop));
        return CommandLine.Done;
    }

    private static int Run(Terminal terminal, Func<NotebookFile> read, SupervisedProgram again, string[] files)
    {
        try
        {
            NotebookFile notebook = read();
            using Interruption interruption = new();
            using CellProgressLine progress = new(terminal.Progress, terminal.ShowsProgress);
            ExecutedNotebook executed = SupervisedRun.RunAsync(notebook, again, progress.Report, interruption.Token).GetAwaiter().GetResult();
            progress.Dispose();
            foreach (string file in files)
            {
                WholeFiles.Write(file, Path.GetExtension(file) == ".html" ? NotebookHtml.Write(executed.Notebook) : executed.Notebook.ToJson());
                terminal.Out.WriteLine($"Written: {file}");
            }

            return Report(terminal, Path.GetFileName(notebook.Path), executed);
        }
        catch (NotebookParameterException error)
        {
            throw new CommandException(error.Message, CommandLine.WrongCommandLine);
        }
        catch (IOException error)
        {
            throw new CommandException(error.Message, CommandLine.FilesHaveProblems);
        }
    }

    private static int Report(Terminal terminal, string name, ExecutedNotebook executed)
    {
        if (executed.IsStopped)
        {
            terminal.Error.WriteLine($"{name} was stopped{(executed.Failures.LastOrDefault() is { } at ? $" in cell {Number(at.Number)}" : "")}.");
            return CommandLine.Stopped;
        }

        foreach (FailedCell failed in executed.Failures)
        {
            string line = failed.Line is { } number ? $", line {Number(number)}" : "";
            string kind = failed.Name is "CompilationError" or "CellTimeout" or "ProcessEnded" ? "" : $"{failed.Name}: ";
            terminal.Error.WriteLine($"{name}, cell {Number(failed.Number)}{line}: {kind}{failed.Message}");
        }

        if (executed.Failures.Length > 1)
        {
            terminal.Error.WriteLine($"{name}: {Number(executed.Failures.Length)} cells failed.");
        }

        return executed.Failures.IsEmpty ? CommandLine.Done : CommandLine.FilesHaveProblems;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
