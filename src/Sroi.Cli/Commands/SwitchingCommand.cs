using System.CommandLine;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi switching</c>: what each number would have to be for the decision to turn, and each cell of the value map.</summary>
internal static class SwitchingCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        AnalysisOptions shared = new();
        Command command = new(
            "switching",
            "What each number would have to be for the decision to turn (net present value 0, or a ratio), all others as they are."
        )
        {
            scenario,
        };
        shared.AddFigureTo(command);
        shared.AddThresholdTo(command);
        command.SetAction(parsed =>
        {
            TargetFigure figure = shared.Figure(terminal, parsed, parsed.GetRequiredValue(scenario));
            SwitchingValues values = SwitchingValues.Of(figure);
            ValueMapSwitching? map = MapOf(figure);
            shared.Print(
                terminal,
                parsed,
                () => SensitivityJson.Write(values, map),
                () => SensitivityTables.Inputs(values).ToCsv(),
                () => terminal.Write(SwitchingPage.Of(values, map))
            );
            return CommandLine.Done;
        });
        return command;
    }

    // A net present value of zero is a ratio of 1; of other figures the guide does not ask.
    private static ValueMapSwitching? MapOf(TargetFigure figure) =>
        figure.SocialReturn.PresentValueOfInputs.ValueOrNull is not > 0 ? null
        : figure.Id == FigureCatalogue.SroiRatio.Id ? ValueMapSwitching.Of(figure.SocialReturn, figure.Threshold)
        : figure.Id == FigureCatalogue.NetPresentValue.Id && figure.Threshold == 0 ? ValueMapSwitching.Of(figure.SocialReturn)
        : null;
}
