using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Parameters;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi indices</c>: from which numbers the uncertainty of a figure comes.</summary>
internal sealed record IndicesCommand(
    FigureSettings Figure,
    string? Method,
    int? Points,
    bool EveryInput,
    DrawSettings Draws,
    GroupSettings Groups,
    OutputForm Form
) : IRunnable
{
    private const string Sobol = "sobol",
        Shapley = "shapley",
        Morris = "morris";

    public static Declaration Declared =>
        new(
            "indices",
            "From which numbers the uncertainty of a figure comes: parts of its variance.",
            given => new IndicesCommand(
                FigureSettings.Of(given),
                given.Text(
                    "--method",
                    "HOW",
                    "sobol (first and total order), shapley (where numbers move together) or morris (a quick screening). Left out: sobol, or shapley where numbers move together."
                ),
                given.Value(
                    "--points",
                    "N",
                    "Sobol points (a power of two; 8,192 when left out), sampled orders of shapley (65,536) or trajectories of morris (64).",
                    Kinds.Count
                ),
                given.Flag(
                    "--every-input",
                    "Look at each number by itself, however many there are; above 50, those that do not matter are otherwise put together."
                ),
                DrawSettings.WithoutDraws(given),
                GroupSettings.Of(given),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        TargetFigure figure = Figure.Read(terminal);
        VarianceDesign design = new(Draws.Seed)
        {
            Points = Points,
            Groups = Groups.Of(figure),
            Screen = EveryInput ? Screen.Never : Screen.WhereMany,
            Threads = Draws.Threads,
        };
        return (Method ?? (MovesTogether(figure) ? Shapley : Sobol)) switch
        {
            Sobol => Print(terminal, SobolIndices.Of(figure, design)),
            Shapley => Print(terminal, ShapleyEffects.Of(figure, design)),
            Morris => Print(terminal, Screening.Of(figure, design.Seed, design.Points ?? Screening.UsualTrajectories, design.Groups)),
            var other => throw new CommandException(
                $"--method takes {Sobol}, {Shapley} or {Morris}; found '{other}'.{Nearest.Hint(other, [Sobol, Shapley, Morris])}",
                CommandLine.WrongCommandLine
            ),
        };
    }

    private static bool MovesTogether(TargetFigure figure)
    {
        HashSet<string> inputs = [.. figure.Inputs().Where(input => input.IsUncertain).Select(input => input.Id)];
        return figure.SocialReturn.Scenario.Correlations.Any(correlation => correlation.Rank != 0 && correlation.Between.Count(inputs.Contains) > 1);
    }

    private int Print(Terminal terminal, SobolIndices indices) =>
        Form.Print(terminal, () => VarianceJson.Write(indices), () => SensitivityTables.Indices(indices).ToCsv(), () => VariancePage.Of(indices));

    private int Print(Terminal terminal, ShapleyEffects effects) =>
        Form.Print(terminal, () => VarianceJson.Write(effects), () => SensitivityTables.Effects(effects).ToCsv(), () => VariancePage.Of(effects));

    private int Print(Terminal terminal, Screening screening) =>
        Form.Print(terminal, () => VarianceJson.Write(screening), () => SensitivityTables.Effects(screening).ToCsv(), () => VariancePage.Of(screening));
}
