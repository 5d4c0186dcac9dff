using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi switching</c>: the value of each parameter, and of each cell of the value map, at which the decision changes.</summary>
internal sealed record SwitchingCommand(FigureSettings Figure, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "switching",
            "Find the value of each parameter at which the decision changes, all else equal.",
            given => new SwitchingCommand(FigureSettings.WithThreshold(given), OutputForm.Of(given))
        );

    public int Run(Terminal terminal)
    {
        TargetFigure figure = Figure.Read(terminal);
        SwitchingValues values = SwitchingValues.Of(figure);
        ValueMapSwitching? map = MapOf(figure);
        return Form.Print(
            terminal,
            () => SensitivityJson.Write(values, map),
            () => SensitivityTables.Parameters(values).ToCsv(),
            () => SwitchingPage.Of(values, map)
        );
    }

    // A net present value of zero is a ratio of 1. The Green Book asks for no other figure.
    private static ValueMapSwitching? MapOf(TargetFigure figure) =>
        figure.SocialReturn.PresentValueOfInputs.ValueOrNull is not > 0 ? null
        : figure.Id == FigureCatalogue.SroiRatio.Id ? ValueMapSwitching.Of(figure.SocialReturn, figure.Threshold)
        : figure.Id == FigureCatalogue.NetPresentValue.Id && figure.Threshold == 0 ? ValueMapSwitching.Of(figure.SocialReturn)
        : null;
}
