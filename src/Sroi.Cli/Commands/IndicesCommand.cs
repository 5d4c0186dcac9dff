using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Variance;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi indices</c>: attributes the variance of a figure to its parameters.</summary>
internal sealed record IndicesCommand(
    FigureSettings Figure,
    string? Method,
    int? Points,
    bool EveryParameter,
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
            "Attribute the variance of a figure to its parameters (Sobol, Shapley or Morris).",
            given => new IndicesCommand(
                FigureSettings.Of(given),
                given.Text(
                    "--method",
                    "HOW",
                    "sobol (first and total order), shapley (for correlated parameters) or morris (quick screening). Default: sobol, or shapley if parameters are correlated."
                ),
                given.Value(
                    "--points",
                    "N",
                    "Sobol points (a power of two; default 8,192), sampled orderings for shapley (default 65,536) or trajectories for morris (default 64).",
                    Kinds.Count
                ),
                given.Flag(
                    "--every-param",
                    "List every parameter on its own. By default, above 50 parameters, those of little influence are grouped.",
                    formerly: "--every-input"
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
            Screen = EveryParameter ? Screen.Never : Screen.WhereMany,
            Threads = Draws.Threads,
        };
        return (Method ?? (IsCorrelated(figure) ? Shapley : Sobol)) switch
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

    private static bool IsCorrelated(TargetFigure figure)
    {
        HashSet<string> inputs = [.. figure.Parameters().Where(input => input.IsUncertain).Select(input => input.Id)];
        return figure.SocialReturn.Scenario.Correlations.Any(correlation => correlation.Rank != 0 && correlation.Between.Count(inputs.Contains) > 1);
    }

    private int Print(Terminal terminal, SobolIndices indices) =>
        Form.Print(terminal, () => VarianceJson.Write(indices), () => SensitivityTables.Indices(indices).ToCsv(), () => VariancePage.Of(indices));

    private int Print(Terminal terminal, ShapleyEffects effects) =>
        Form.Print(terminal, () => VarianceJson.Write(effects), () => SensitivityTables.Effects(effects).ToCsv(), () => VariancePage.Of(effects));

    private int Print(Terminal terminal, Screening screening) =>
        Form.Print(
            terminal,
            () => VarianceJson.Write(screening),
            () => SensitivityTables.Effects(screening).ToCsv(),
            () => VariancePage.Of(screening)
        );
}
