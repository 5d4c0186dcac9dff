using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Sroi.Batch.Results;
using Sroi.Cli.Commands;
using Sroi.Model.Reading;
using Sroi.Notebooks;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Presentation;
using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Uncertainty.Streams;

namespace Sroi.Cli;

/// <summary>The <c>sroi</c> command. Exit codes: 0 success, 1 problems in files, 2 wrong command line, 3 a bug in sroi, 130 stopped by Ctrl-C.</summary>
internal static class CommandLine
{
    public const int Done = 0,
        FilesHaveProblems = 1,
        WrongCommandLine = 2,
        Bug = 3,
        Stopped = 130;

    /// <summary>Printed after errors in the command line.</summary>
    public const string Hint = "Run 'sroi --help', or 'sroi COMMAND --help' for one command.";

    public static int Run(string[] args, Terminal terminal)
    {
        ResultPages.Register();
        int code = Execute(args, terminal);
        if (terminal.OutputTrouble() is not { } trouble)
        {
            return code;
        }

        terminal.Error.WriteLine($"Standard output could not be written to: {trouble}. The output is incomplete.");
        return code == Done ? FilesHaveProblems : code;
    }

    private static int Execute(string[] args, Terminal terminal)
    {
        try
        {
            ParseResult parsed = Root(terminal).Parse(args.Length == 0 ? ["--help"] : args);
            return parsed.Errors.Count > 0
                ? Refuse(parsed, terminal)
                : parsed.Invoke(
                    new()
                    {
                        Output = terminal.Out,
                        Error = terminal.Error,
                        EnableDefaultExceptionHandler = false,
                    }
                );
        }
        catch (InvalidFilesException error)
        {
            return Problems.Print(error.Problems, terminal);
        }
        catch (UnfilledTemplateException error)
        {
            terminal.Error.WriteLine(error.Message);
            terminal.Error.WriteLine(
                "A template has no result until these are filled in. Copy it, enter your values with their sources, and run the copy."
            );
            return FilesHaveProblems;
        }
        catch (UndefinedFormulaException error)
        {
            terminal.Error.WriteLine($"{error.Message} See 'sroi explain'.");
            return FilesHaveProblems;
        }
        catch (UnknownNameException error)
        {
            terminal.Error.WriteLine(error.Message);
            return WrongCommandLine;
        }
        catch (Exception error) when (error is SimulationException or SensitivityException)
        {
            terminal.Error.WriteLine(error.Message);
            return WrongCommandLine;
        }
        catch (NotebookException error)
        {
            terminal.Error.WriteLine(error.Message);
            return FilesHaveProblems;
        }
        catch (BatchException error)
        {
            terminal.Error.WriteLine(error.Message);
            return FilesHaveProblems;
        }
        catch (CommandException error)
        {
            terminal.Error.WriteLine(error.Message);
            return error.ExitCode;
        }
        catch (UnwrittenFileException error)
        {
            terminal.Error.WriteLine(error.Message);
            return FilesHaveProblems;
        }
        catch (Exception error) when (UnwrittenFileException.Reason(error) is { } reason)
        {
            terminal.Error.WriteLine($"A file could not be read or written: {reason}. {error.Message}");
            return FilesHaveProblems;
        }
        catch (Exception error)
        {
            terminal.Error.WriteLine($"This is a bug in sroi, not an error of yours: {error.GetType().Name}: {error.Message}");
            terminal.Error.WriteLine("No file was written. Please report the command and these lines:");
            terminal.Error.WriteLine(error.StackTrace);
            return Bug;
        }
    }

    // Not a RootCommand, which would be named after the program file.
    internal static Command Root(Terminal terminal) =>
        new("sroi", "Social return on investment: what a service costs, what it changes, what that is worth, and how far the figure can be trusted.")
        {
            new HelpOption { Action = new HelpAction { MaxWidth = terminal.Width } },
            new VersionOption(),
            RunCommand.Declared.Build(terminal),
            CheckCommand.Declared.Build(terminal),
            ExplainCommand.Declared.Build(terminal),
            CompareCommand.Declared.Build(terminal),
            TornadoCommand.Declared.Build(terminal),
            SwitchingCommand.Declared.Build(terminal),
            TwoWayCommand.Declared.Build(terminal),
            IndicesCommand.Declared.Build(terminal),
            ValueOfInformationCommand.Declared.Build(terminal),
            AcceptabilityCommand.Declared.Build(terminal),
            OptionsCommand.Declared.Build(terminal),
            SubgroupsCommand.Declared.Build(terminal),
            ParametersCommand.Declared.Build(terminal),
            ReportCommand.Declared.Build(terminal),
            ReproduceCommand.Declared.Build(terminal),
            NewCommand.Declared.Build(terminal),
            NotebookCommand.Declared.Build(terminal),
            BatchCommand.Declared.Build(terminal),
            WorkerCommand.Declared.Build(terminal),
        };

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        Command command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            IEnumerable<string> known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name));
            string of = command.Name == "sroi" ? "sroi" : $"sroi {command.Name}";
            terminal.Error.WriteLine($"'{unknown}' is not a command, argument or option of '{of}'.{Nearest.Hint(unknown, known)}");
        }
        else
        {
            foreach (ParseError error in parsed.Errors)
            {
                terminal.Error.WriteLine(ParseErrorText.Of(error));
            }
        }

        terminal.Error.WriteLine(Hint);
        return WrongCommandLine;
    }
}

/// <summary>A command cannot be run; the message says why and what to do.</summary>
internal sealed class CommandException(string message, int exitCode) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>Prints problems of files.</summary>
internal static class Problems
{
    public static int Print(IReadOnlyList<Problem> problems, Terminal terminal)
    {
        foreach (Problem problem in problems)
        {
            terminal.Error.WriteLine(problem);
        }

        int listed = problems.Count(problem => problem.More == 0),
            more = problems.Sum(problem => problem.More);
        terminal.Error.WriteLine(
            more > 0 ? $"{listed:N0} of {listed + more:N0} problems are listed."
            : listed == 1 ? "1 problem."
            : $"{listed:N0} problems."
        );
        return CommandLine.FilesHaveProblems;
    }
}
