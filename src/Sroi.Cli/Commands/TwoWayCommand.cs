using System.CommandLine;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi two-way</c>: a figure over a grid of two numbers, and the line on which the decision turns.</summary>
internal static class TwoWayCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario(),
            across = new("ACROSS") { Description = "The number whose values go across: its id, or the last part of it." },
            down = new("DOWN") { Description = "The number whose values go down." };
        AnalysisOptions shared = new();
        Option<string?> acrossRange = Range("--across-range"),
            downRange = Range("--down-range");
        Option<int> steps = new("--steps")
        {
            Description = "How many values of each; 5 when left out.",
            HelpName = "N",
            DefaultValueFactory = _ => 5,
            CustomParser = result => NumberArguments.Few(result, "--steps") ?? 0,
        };
        Command command = new("two-way", "A figure over a grid of two numbers, and the line on which the decision turns.")
        {
            scenario,
            across,
            down,
            acrossRange,
            downRange,
            steps,
        };
        shared.AddFigureTo(command);
        shared.AddThresholdTo(command);
        command.SetAction(parsed =>
        {
            TwoWay grid = TwoWay.Of(
                shared.Figure(terminal, parsed, parsed.GetRequiredValue(scenario)),
                new(parsed.GetRequiredValue(across), Range(parsed.GetValue(acrossRange), "--across-range")),
                new(parsed.GetRequiredValue(down), Range(parsed.GetValue(downRange), "--down-range")),
                parsed.GetValue(steps)
            );
            shared.Print(
                terminal,
                parsed,
                () => SensitivityJson.Write(grid),
                () => SensitivityTables.Cells(grid).ToCsv(),
                () => terminal.Write(TwoWayPage.Of(grid))
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static Option<string?> Range(string name) =>
        new(name) { Description = "From where to where, such as 100..300; the 5th to the 95th percentile when left out.", HelpName = "LOW..HIGH" };

    private static ValueRange? Range(string? text, string name) => text is null ? null : NumberArguments.Range(text, name);
}
