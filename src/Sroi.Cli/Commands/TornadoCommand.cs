using System.CommandLine;
using Sroi.Cli.Tables;
using Sroi.Reports;
using Sroi.Sensitivity;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi tornado</c>: what each uncertain number does to a figure by itself; with draws also what it brings with it.</summary>
internal static class TornadoCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        AnalysisOptions shared = new();
        Option<string> ends = new("--ends")
        {
            Description = "Between which percentiles of its own each number moves; 5%..95% when left out.",
            HelpName = "LOW..HIGH",
            DefaultValueFactory = _ => "5%..95%",
        };
        Option<string[]> ranges = new("--range")
        {
            Description = "Values of your own for a number: ID=LOW..HIGH. May be repeated.",
            HelpName = "ID=LOW..HIGH",
            DefaultValueFactory = _ => [],
        };
        Option<string?> input = new("--input")
        {
            Description = "The figure over the range of this one number, instead of all of them.",
            HelpName = "ID",
        };
        Option<int?> steps = new("--steps") { Description = "With --input: how many values; 11 when left out.", HelpName = "N" };
        Command command = new("tornado", "What each uncertain number does to a figure by itself, at a low and a high value of its own.")
        {
            scenario,
            ends,
            ranges,
            input,
            steps,
        };
        shared.AddFigureTo(command);
        shared.AddThresholdTo(command);
        shared.AddDrawsTo(command);
        command.SetAction(parsed =>
        {
            TargetFigure figure = shared.Figure(terminal, parsed, parsed.GetRequiredValue(scenario));
            Dictionary<string, ValueRange> chosen = Ranges(parsed.GetRequiredValue(ranges));
            if (parsed.GetValue(input) is { } one)
            {
                RefuseIdleBesideInput(shared, parsed, ends);
                OneWay oneWay = OneWay.Of(figure, one, RangeOf(figure, one, chosen), parsed.GetValue(steps) ?? 11);
                shared.Print(
                    terminal,
                    parsed,
                    () => SensitivityJson.Write(oneWay),
                    () => SensitivityCsv.Points(oneWay),
                    () => TornadoTables.Write(terminal.Console, oneWay)
                );
                return CommandLine.Done;
            }

            RefuseIdle(shared, parsed, parsed.GetValue(steps));
            ValueRange percentiles = NumberArguments.Range(parsed.GetRequiredValue(ends), "--ends");
            Tornado tornado = Tornado.Of(figure, new(percentiles.Low, percentiles.High), chosen);
            ConditionalMeans? means = shared.Draws(parsed) is { } draws
                ? ConditionalMeans.Of(figure, draws, shared.Seed(parsed), shared.Threads(parsed))
                : null;
            shared.Print(
                terminal,
                parsed,
                () => SensitivityJson.Write(tornado, means),
                () => means is null ? SensitivityCsv.Bars(tornado) : SensitivityCsv.Tenths(means),
                () => TornadoTables.Write(terminal.Console, tornado, means)
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static Dictionary<string, ValueRange> Ranges(string[] texts)
    {
        Dictionary<string, ValueRange> ranges = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            (string id, string range) = NumberArguments.Pair(text, "--range", "ID=LOW..HIGH");
            if (!ranges.TryAdd(id, NumberArguments.Range(range, "--range")))
            {
                throw new CommandException($"--range of {id} was given twice.", CommandLine.WrongCommandLine);
            }
        }

        return ranges;
    }

    private static ValueRange? RangeOf(TargetFigure figure, string input, Dictionary<string, ValueRange> chosen)
    {
        string id = figure.Input(input).Id;
        foreach ((string name, ValueRange range) in chosen)
        {
            if (figure.Input(name).Id != id)
            {
                throw new CommandException($"--range of {name} has nothing to do beside --input {input}.", CommandLine.WrongCommandLine);
            }

            return range;
        }

        return null;
    }

    private static void RefuseIdleBesideInput(AnalysisOptions shared, ParseResult parsed, Option<string> ends)
    {
        if (parsed.GetResult(ends) is { Implicit: false } || shared.Draws(parsed) is not null || shared.HasIdleSeed(parsed))
        {
            throw new CommandException(
                "--ends, --draws, --seed and --threads have nothing to do beside --input; its range is --range ID=LOW..HIGH.",
                CommandLine.WrongCommandLine
            );
        }
    }

    private static void RefuseIdle(AnalysisOptions shared, ParseResult parsed, int? steps)
    {
        if (steps is not null)
        {
            throw new CommandException("--steps needs --input ID: a tornado has two values of each number.", CommandLine.WrongCommandLine);
        }

        if (shared.HasIdleSeed(parsed))
        {
            throw new CommandException("--seed and --threads need --draws N: a tornado draws nothing.", CommandLine.WrongCommandLine);
        }
    }
}
