using System.CommandLine;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi tornado</c>: what each uncertain number does to a figure by itself; with draws also what it brings with it.</summary>
internal sealed class TornadoCommand(Terminal terminal)
{
    private readonly AnalysisOptions _shared = new();

    private readonly Option<string> _ends = new("--ends")
    {
        Description = "Between which percentiles of its own each number moves; 5%..95% when left out.",
        HelpName = "LOW..HIGH",
        DefaultValueFactory = _ => "5%..95%",
    };

    private readonly Option<string[]> _ranges = new("--range")
    {
        Description = "Values of your own for a number: ID=LOW..HIGH. May be repeated.",
        HelpName = "ID=LOW..HIGH",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _input = new("--input")
    {
        Description = "The figure over the range of this one number, instead of all of them.",
        HelpName = "ID",
    };

    private readonly Option<int?> _steps = new("--steps")
    {
        Description = "With --input: how many values; 11 when left out.",
        HelpName = "N",
        CustomParser = result => NumberArguments.Few(result, "--steps"),
    };

    public static Command Create(Terminal terminal) => new TornadoCommand(terminal).Create();

    private Command Create()
    {
        Argument<string> scenario = Common.Scenario();
        Command command = new("tornado", "What each uncertain number does to a figure by itself, at a low and a high value of its own.")
        {
            scenario,
            _ends,
            _ranges,
            _input,
            _steps,
        };
        _shared.AddFigureTo(command);
        _shared.AddThresholdTo(command);
        _shared.AddDrawsTo(command);
        command.SetAction(parsed =>
        {
            TargetFigure figure = _shared.Figure(terminal, parsed, parsed.GetRequiredValue(scenario));
            Dictionary<string, ValueRange> chosen = Ranges(parsed.GetRequiredValue(_ranges));
            if (parsed.GetValue(_input) is { } one)
            {
                WriteOne(parsed, figure, one, chosen);
            }
            else
            {
                WriteAll(parsed, figure, chosen);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private void WriteOne(ParseResult parsed, TargetFigure figure, string input, Dictionary<string, ValueRange> chosen)
    {
        if (parsed.GetResult(_ends) is { Implicit: false } || _shared.Draws(parsed) is not null || _shared.HasIdleSeed(parsed))
        {
            throw new CommandException(
                "--ends, --draws, --seed and --threads have nothing to do beside --input; its range is --range ID=LOW..HIGH.",
                CommandLine.WrongCommandLine
            );
        }

        OneWay oneWay = OneWay.Of(figure, input, RangeOf(figure, input, chosen), parsed.GetValue(_steps) ?? 11);
        _shared.Print(
            terminal,
            parsed,
            () => SensitivityJson.Write(oneWay),
            () => SensitivityTables.Points(oneWay).ToCsv(),
            () => terminal.Write(TornadoPage.Of(oneWay))
        );
    }

    private void WriteAll(ParseResult parsed, TargetFigure figure, Dictionary<string, ValueRange> chosen)
    {
        if (parsed.GetValue(_steps) is not null)
        {
            throw new CommandException("--steps needs --input ID: a tornado has two values of each number.", CommandLine.WrongCommandLine);
        }

        if (_shared.HasIdleSeed(parsed))
        {
            throw new CommandException("--seed and --threads need --draws N: a tornado draws nothing.", CommandLine.WrongCommandLine);
        }

        ValueRange percentiles = NumberArguments.Range(parsed.GetRequiredValue(_ends), "--ends");
        Tornado tornado = Tornado.Of(figure, new(percentiles.Low, percentiles.High), chosen);
        ConditionalMeans? means = _shared.Draws(parsed) is { } draws
            ? ConditionalMeans.Of(figure, draws, _shared.Seed(parsed), _shared.Threads(parsed))
            : null;
        _shared.Print(
            terminal,
            parsed,
            () => SensitivityJson.Write(tornado, means),
            () => means is null ? SensitivityTables.Bars(tornado).ToCsv() : SensitivityTables.Tenths(means).ToCsv(),
            () => terminal.Write(TornadoPage.Of(tornado, means))
        );
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
}
