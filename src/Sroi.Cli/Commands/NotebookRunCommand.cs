using System.CommandLine;
using System.Globalization;
using Sroi.Notebooks;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;
using Sroi.Notebooks.Supervising;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook run</c>: every cell of a notebook, with other parameters where given, written as a page or as a notebook.</summary>
internal static class NotebookRunCommand
{
    // As long as a timer of .NET can run.
    private const double LongestSeconds = 24 * 24 * 3600;

    public static Command Create(Terminal terminal)
    {
        Argument<string> notebook = new("NOTEBOOK") { Description = "A notebook of C# cells (.ipynb or .dib). It stays as it is." };
        Option<string[]> parameters = new("--parameter", "-p")
        {
            Description = "Another value for what the notebook's cell tagged 'parameters' declares. May be repeated.",
            HelpName = "NAME=VALUE",
            DefaultValueFactory = _ => [],
        };
        Option<string[]> outputs = new("--out")
        {
            Description = "Write the notebook with its results: a page that needs nothing else (.html), or a notebook (.ipynb). May be repeated.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        Option<bool> keepsGoing = new("--keep-going")
        {
            Description = "Run the cells after one that failed as well; the failures are listed at the end, and the exit code is 1.",
        };
        Option<string?> timeout = new("--cell-timeout")
        {
            Description = "Interrupt a cell that takes longer, such as 60s, 5m or 1h; it has failed then. If omitted, a cell may take any time.",
            HelpName = "TIME",
        };
        // By which the command starts itself again, in a process that the cells may end.
        Option<string?> journal = new("--journal") { Hidden = true };
        Command command = new("run", "Run a notebook from its first cell to its last, without Jupyter.")
        {
            notebook,
            parameters,
            outputs,
            keepsGoing,
            timeout,
            journal,
        };
        command.SetAction(parsed =>
        {
            string path = terminal.PathOf(parsed.GetRequiredValue(notebook));
            (string Name, string Value)[] values = [.. parsed.GetRequiredValue(parameters).Select(Parameter)];
            string[] files = [.. parsed.GetRequiredValue(outputs).Select(file => Output(terminal.PathOf(file), path))];
            RunRules rules = new(parsed.GetValue(keepsGoing), parsed.GetValue(timeout) is { } time ? TimeOf(time) : null);
            NotebookFile Read() => NotebookParameters.Set(NotebookFile.Read(path), values);
            return parsed.GetValue(journal) is { } file ? Record(Read(), rules, file) : Run(terminal, Read, Again(parsed, terminal), files);
        });
        return command;
    }

    private static (string Name, string Value) Parameter(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } name, var value]
            ? (name.Trim(), value)
            : throw new CommandException($"'{text}' is not a parameter: write NAME=VALUE.", CommandLine.WrongCommandLine);

    private static string Output(string file, string notebook) =>
        Path.GetExtension(file) is not (".html" or ".ipynb")
            ? throw new CommandException($"--out writes .html or .ipynb; {Path.GetFileName(file)} is neither.", CommandLine.WrongCommandLine)
        : file == notebook
            ? throw new CommandException(
                $"--out would write over the notebook itself, {Path.GetFileName(file)}. Name another file.",
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
                $"--cell-timeout '{text}' is not a time above zero and up to 24 days: write one such as 60s, 5m or 1h.",
                CommandLine.WrongCommandLine
            );
    }

    private static SupervisedProgram Again(ParseResult parsed, Terminal terminal)
    {
        IEnumerable<string> own = [DotnetProgram.Path, typeof(NotebookRunCommand).Assembly.Location];
        return new([.. own, .. parsed.Tokens.Select(token => token.Value), "--journal"], terminal.Folder, terminal.Error);
    }

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

            return Tell(terminal, Path.GetFileName(notebook.Path), executed);
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

    private static int Tell(Terminal terminal, string name, ExecutedNotebook executed)
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
