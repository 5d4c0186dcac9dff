using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi tornado</c>: what each uncertain number does to a figure by itself; with draws also what it brings with it.</summary>
internal sealed record TornadoCommand(
    FigureSettings Figure,
    string? Ends,
    string[] Ranges,
    string? Input,
    int? Steps,
    DrawSettings Draws,
    OutputForm Form
) : IRunnable
{
    private const string UsualEnds = "5%..95%";

    public static Declaration Declared =>
        new(
            "tornado",
            "What each uncertain number does to a figure by itself, at a low and a high value of its own.",
            given => new TornadoCommand(
                FigureSettings.WithThreshold(given),
                given.Text("--ends", "LOW..HIGH", $"Between which percentiles of its own each number moves; {UsualEnds} when left out."),
                given.Texts("--range", "ID=LOW..HIGH", "Values of your own for a number: ID=LOW..HIGH. May be repeated."),
                given.Text("--input", "ID", "The figure over the range of this one number, instead of all of them."),
                given.Value("--steps", "N", "With --input: how many values; 11 when left out.", Kinds.Few),
                DrawSettings.Of(given),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        TargetFigure figure = Figure.Read(terminal);
        return Input is { } one ? One(terminal, figure, one) : All(terminal, figure);
    }

    private int One(Terminal terminal, TargetFigure figure, string input)
    {
        Dictionary<string, ValueRange> chosen = Chosen();
        if (Ends is not null || Draws.Draws is not null || Draws.IsIdle)
        {
            throw new CommandException(
                "--ends, --draws, --seed and --threads have nothing to do beside --input; its range is --range ID=LOW..HIGH.",
                CommandLine.WrongCommandLine
            );
        }

        OneWay oneWay = OneWay.Of(figure, input, RangeOf(figure, input, chosen), Steps ?? 11);
        return Form.Print(terminal, () => SensitivityJson.Write(oneWay), () => SensitivityTables.Points(oneWay).ToCsv(), () => TornadoPage.Of(oneWay));
    }

    private int All(Terminal terminal, TargetFigure figure)
    {
        Dictionary<string, ValueRange> chosen = Chosen();
        if (Steps is not null)
        {
            throw new CommandException("--steps needs --input ID: a tornado has two values of each number.", CommandLine.WrongCommandLine);
        }

        if (Draws.IsIdle)
        {
            throw new CommandException("--seed and --threads need --draws N: a tornado draws nothing.", CommandLine.WrongCommandLine);
        }

        ValueRange percentiles = Texts.Range(Ends ?? UsualEnds, "--ends");
        Tornado tornado = Tornado.Of(figure, new(percentiles.Low, percentiles.High), chosen);
        ConditionalMeans? means = Draws.Draws is { } draws ? ConditionalMeans.Of(figure, draws, Draws.Seed, Draws.Threads) : null;
        return Form.Print(
            terminal,
            () => SensitivityJson.Write(tornado, means),
            () => means is null ? SensitivityTables.Bars(tornado).ToCsv() : SensitivityTables.Tenths(means).ToCsv(),
            () => TornadoPage.Of(tornado, means)
        );
    }

    private Dictionary<string, ValueRange> Chosen()
    {
        Dictionary<string, ValueRange> ranges = new(StringComparer.Ordinal);
        foreach (string text in Ranges)
        {
            (string id, string range) = Texts.Pair(text, "--range", "ID=LOW..HIGH");
            if (!ranges.TryAdd(id, Texts.Range(range, "--range")))
            {
                throw new CommandException($"--range of {id} was given twice.", CommandLine.WrongCommandLine);
            }
        }

        return ranges;
    }

    private static ValueRange? RangeOf(TargetFigure figure, string input, Dictionary<string, ValueRange> chosen)
    {
        string id = figure.Input(input).Id;
        return chosen.Keys.FirstOrDefault(name => figure.Input(name).Id != id) is { } other
            ? throw new CommandException($"--range of {other} has nothing to do beside --input {input}.", CommandLine.WrongCommandLine)
            : chosen.Values.FirstOrDefault();
    }
}
