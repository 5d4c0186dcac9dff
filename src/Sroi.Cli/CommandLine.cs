using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Sroi.Batch.Results;
using Sroi.Cli.Commands;
using Sroi.Model;
using Sroi.Notebooks;
using Sroi.Parameters;
using Sroi.Presentation;
using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Uncertainty;

namespace Sroi.Cli;

/// <summary>The <c>sroi</c> command. Exit codes: 0 done, 1 the files have problems, 2 wrong command line, 3 a bug in the program, 130 stopped by Ctrl-C.</summary>
internal static class CommandLine
{
    public const int Done = 0,
        FilesHaveProblems = 1,
        WrongCommandLine = 2,
        Bug = 3,
        Stopped = 130;

    public static int Run(string[] args, Terminal terminal)
    {
        ResultPages.Register();
        int code = Carried(args, terminal);
        if (terminal.OutputTrouble() is not { } trouble)
        {
            return code;
        }

        terminal.Error.WriteLine($"Standard output could not be written to: {trouble}. What was printed there is not complete.");
        return code == Done ? FilesHaveProblems : code;
    }

    private static int Carried(string[] args, Terminal terminal)
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
            return Problems.Tell(error.Problems, terminal);
        }
        catch (UnfilledTemplateException error)
        {
            terminal.Error.WriteLine(error.Message);
            terminal.Error.WriteLine(
                "A template gives no figure until these are filled in. Copy it, write your numbers with their sources, and run it again."
            );
            return FilesHaveProblems;
        }
        catch (UndefinedFormulaException error)
        {
            terminal.Error.WriteLine($"{error.Message} Look at it with 'sroi explain'.");
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
            terminal.Error.WriteLine($"A file could not be used: {reason}. {error.Message}");
            return FilesHaveProblems;
        }
        catch (Exception error)
        {
            terminal.Error.WriteLine($"This is a bug in sroi, not a mistake of yours: {error.GetType().Name}: {error.Message}");
            terminal.Error.WriteLine("Nothing was written. Please report it with the command and these lines:");
            terminal.Error.WriteLine(error.StackTrace);
            return Bug;
        }
    }

    // Not a root command, which would be called as the file is.
    internal static Command Root(Terminal terminal) =>
        new("sroi", "Social return on investment: what a service costs, what it changes, what that is worth, and how far the figure can be trusted.")
        {
            new HelpOption(),
            new VersionOption(),
            RunCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            CompareCommand.Create(terminal),
            TornadoCommand.Create(terminal),
            SwitchingCommand.Create(terminal),
            TwoWayCommand.Create(terminal),
            IndicesCommand.Create(terminal),
            ValueOfInformationCommand.Create(terminal),
            AcceptabilityCommand.Create(terminal),
            OptionsCommand.Create(terminal),
            SubgroupsCommand.Create(terminal),
            ParametersCommand.Create(terminal),
            ReportCommand.Create(terminal),
            ReproduceCommand.Create(terminal),
            NewCommand.Create(terminal),
            NotebookCommand.Create(terminal),
            BatchCommand.Create(terminal),
            WorkerCommand.Create(terminal),
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

        terminal.Error.WriteLine("Run 'sroi --help', or 'sroi COMMAND --help' for one command.");
        return WrongCommandLine;
    }
}

/// <summary>A command cannot be carried out; the message says why and what to do.</summary>
internal sealed class CommandException(string message, int exitCode) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>Tells the problems of files.</summary>
internal static class Problems
{
    public static int Tell(IReadOnlyList<Problem> problems, Terminal terminal)
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
