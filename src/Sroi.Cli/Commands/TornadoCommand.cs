using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi tornado</c>: how a figure responds to each uncertain parameter on its own; with draws, also with the parameters correlated with it.</summary>
internal sealed record TornadoCommand(
    FigureSettings Figure,
    string? Percentiles,
    string[] Ranges,
    string? Parameter,
    int? Steps,
    DrawSettings Draws,
    OutputForm Form
) : IRunnable
{
    private const string UsualPercentiles = "5%..95%";

    public static Declaration Declared =>
        new(
            "tornado",
            "Show how a figure responds to a low and a high value of each uncertain parameter.",
            given => new TornadoCommand(
                FigureSettings.WithThreshold(given),
                given.Text(
                    "--percentiles",
                    "LOW..HIGH",
                    $"The percentiles between which each parameter varies (default: {UsualPercentiles}).",
                    formerly: "--ends"
                ),
                given.Texts("--range", "ID=LOW..HIGH", "Your own range for a parameter. May be repeated."),
                given.Text("--param", "ID", "Vary only this parameter, over its whole range.", formerly: "--input"),
                given.Value("--steps", "N", "With --param: the number of values (default: 11).", Kinds.Few),
                DrawSettings.Of(given),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        TargetFigure figure = Figure.Read(terminal);
        return Parameter is { } one ? One(terminal, figure, one) : All(terminal, figure);
    }

    private int One(Terminal terminal, TargetFigure figure, string parameter)
    {
        Dictionary<string, ValueRange> chosen = Chosen();
        if (Percentiles is not null || Draws.Draws is not null || Draws.IsIdle)
        {
            throw new CommandException(
                "--percentiles, --draws, --seed and --threads cannot be used with --param. Set its range with --range ID=LOW..HIGH.",
                CommandLine.WrongCommandLine
            );
        }

        OneWay oneWay = OneWay.Of(figure, parameter, RangeOf(figure, parameter, chosen), Steps ?? 11);
        return Form.Print(
            terminal,
            () => SensitivityJson.Write(oneWay),
            () => SensitivityTables.Points(oneWay).ToCsv(),
            () => TornadoPage.Of(oneWay)
        );
    }

    private int All(Terminal terminal, TargetFigure figure)
    {
        Dictionary<string, ValueRange> chosen = Chosen();
        if (Steps is not null)
        {
            throw new CommandException("--steps needs --param ID: otherwise each parameter takes two values.", CommandLine.WrongCommandLine);
        }

        if (Draws.IsIdle)
        {
            throw new CommandException("--seed and --threads need --draws N: without it, a tornado makes no draws.", CommandLine.WrongCommandLine);
        }

        ValueRange percentiles = Texts.Range(Percentiles ?? UsualPercentiles, "--percentiles");
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
                throw new CommandException($"--range was given twice for {id}.", CommandLine.WrongCommandLine);
            }
        }

        return ranges;
    }

    private static ValueRange? RangeOf(TargetFigure figure, string parameter, Dictionary<string, ValueRange> chosen)
    {
        string id = figure.Parameter(parameter).Id;
        return chosen.Keys.FirstOrDefault(name => figure.Parameter(name).Id != id) is { } other
            ? throw new CommandException($"--range {other}=… does not apply with --param {parameter}.", CommandLine.WrongCommandLine)
            : chosen.Values.FirstOrDefault();
    }
}
