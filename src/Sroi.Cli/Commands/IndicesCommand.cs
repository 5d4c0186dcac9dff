using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Cli.Tables;
using Sroi.Parameters;
using Sroi.Reports;
using Sroi.Sensitivity;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi indices</c>: from which numbers the uncertainty of a figure comes.</summary>
internal static class IndicesCommand
{
    private const string Sobol = "sobol",
        Shapley = "shapley",
        Morris = "morris";

    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        AnalysisOptions shared = new();
        Option<string?> method = new("--method")
        {
            Description =
                "sobol (first and total order), shapley (where numbers move together) or morris (a quick screening). Left out: sobol, or shapley where numbers move together.",
            HelpName = "HOW",
        };
        Option<int?> points = new("--points")
        {
            Description = "Sobol points (a power of two; 4,096 when left out), sampled orders of shapley (65,536) or trajectories of morris (64).",
            HelpName = "N",
            CustomParser = result => NumberArguments.Count(result, "--points"),
        };
        Option<bool> every = new("--every-input")
        {
            Description = "Look at each number by itself, however many there are; above 50, those that do not matter are otherwise put together.",
        };
        Command command = new("indices", "From which numbers the uncertainty of a figure comes: parts of its variance.")
        {
            scenario,
            method,
            points,
            every,
        };
        shared.AddFigureTo(command);
        shared.AddSeedTo(command);
        shared.AddGroupsTo(command);
        command.SetAction(parsed =>
        {
            TargetFigure figure = shared.Figure(terminal, parsed, parsed.GetRequiredValue(scenario));
            Asked asked = new(
                shared.Seed(parsed),
                parsed.GetValue(points),
                shared.Groups(parsed, (name, ids) => InputGroup.Of(figure, name, ids)),
                parsed.GetValue(every) ? Screen.Never : Screen.WhereMany,
                shared.Threads(parsed)
            );
            switch (parsed.GetValue(method) ?? (MovesTogether(figure) ? Shapley : Sobol))
            {
                case Sobol:
                    SobolIndices indices = SobolIndices.Of(
                        figure,
                        asked.Seed,
                        asked.Points ?? SobolIndices.UsualPoints,
                        asked.Groups,
                        asked.Screen,
                        asked.Threads
                    );
                    shared.Print(
                        terminal,
                        parsed,
                        () => VarianceJson.Write(indices),
                        () => SensitivityCsv.Indices(indices),
                        () => VarianceTables.Write(terminal.Console, indices)
                    );
                    break;
                case Shapley:
                    ShapleyEffects effects = ShapleyEffects.Of(
                        figure,
                        asked.Seed,
                        asked.Points ?? ShapleyEffects.UsualSamples,
                        asked.Groups,
                        asked.Screen,
                        asked.Threads
                    );
                    shared.Print(
                        terminal,
                        parsed,
                        () => VarianceJson.Write(effects),
                        () => SensitivityCsv.Effects(effects),
                        () => VarianceTables.Write(terminal.Console, effects)
                    );
                    break;
                case Morris:
                    Screening screening = Screening.Of(figure, asked.Seed, asked.Points ?? Screening.UsualTrajectories, asked.Groups);
                    shared.Print(
                        terminal,
                        parsed,
                        () => VarianceJson.Write(screening),
                        () => SensitivityCsv.Effects(screening),
                        () => VarianceTables.Write(terminal.Console, screening)
                    );
                    break;
                case var other:
                    throw new CommandException(
                        $"--method takes {Sobol}, {Shapley} or {Morris}; found '{other}'.{Nearest.Hint(other, [Sobol, Shapley, Morris])}",
                        CommandLine.WrongCommandLine
                    );
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static bool MovesTogether(TargetFigure figure)
    {
        HashSet<string> inputs = [.. figure.Inputs().Where(input => input.IsUncertain).Select(input => input.Id)];
        return figure.SocialReturn.Scenario.Correlations.Any(correlation => correlation.Rank != 0 && correlation.Between.Count(inputs.Contains) > 1);
    }

    private sealed record Asked(ulong Seed, int? Points, ImmutableArray<InputGroup> Groups, Screen Screen, int? Threads);
}
