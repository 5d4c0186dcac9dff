using System.CommandLine;
using System.Globalization;
using Sroi.Notebooks.Running;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook run</c>: every cell of a notebook, with other parameters where told, written as a page or as a notebook.</summary>
internal static class NotebookRunCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> notebook = new("NOTEBOOK") { Description = "A notebook of C# cells (.ipynb). It stays as it is." };
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
        Command command = new("run", "Run a notebook from its first cell to its last, without Jupyter.") { notebook, parameters, outputs };
        command.SetAction(parsed =>
        {
            string path = terminal.PathOf(parsed.GetRequiredValue(notebook));
            (string Name, string Value)[] values = [.. parsed.GetRequiredValue(parameters).Select(Parameter)];
            string[] files = [.. parsed.GetRequiredValue(outputs).Select(file => Output(terminal.PathOf(file), path))];
            return Run(terminal, path, values, files);
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

    private static int Run(Terminal terminal, string path, (string Name, string Value)[] values, string[] files)
    {
        try
        {
            NotebookFile notebook = NotebookParameters.Set(NotebookFile.Read(path), values);
            using Interruption interruption = new();
            using CellProgressLine progress = new(terminal.Progress, terminal.ShowsProgress);
            ExecutedNotebook executed = NotebookRun.RunAsync(notebook, progress.Report, interruption.Token).GetAwaiter().GetResult();
            progress.Dispose();
            foreach (string file in files)
            {
                WholeFiles.Write(file, Path.GetExtension(file) == ".html" ? NotebookHtml.Write(executed.Notebook) : executed.Notebook.ToJson());
                terminal.Out.WriteLine($"Written: {file}");
            }

            return Tell(terminal, Path.GetFileName(path), executed);
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
            terminal.Error.WriteLine($"{name} was stopped{(executed.Failure is { } at ? $" in cell {Number(at.Number)}" : "")}.");
            return CommandLine.Stopped;
        }

        if (executed.Failure is { } failed)
        {
            string line = failed.Line is { } number ? $", line {Number(number)}" : "";
            string kind = failed.Name == "CompilationError" ? "" : $"{failed.Name}: ";
            terminal.Error.WriteLine($"{name}, cell {Number(failed.Number)}{line}: {kind}{failed.Message}");
            return CommandLine.FilesHaveProblems;
        }

        return CommandLine.Done;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
