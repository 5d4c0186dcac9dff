using System.CommandLine;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Variance;

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
            Description = "Sobol points (a power of two; 8,192 when left out), sampled orders of shapley (65,536) or trajectories of morris (64).",
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
            VarianceDesign design = new(shared.Seed(parsed))
            {
                Points = parsed.GetValue(points),
                Groups = shared.Groups(parsed, (name, ids) => InputGroup.Of(figure, name, ids)),
                Screen = parsed.GetValue(every) ? Screen.Never : Screen.WhereMany,
                Threads = shared.Threads(parsed),
            };
            Forms forms = (parsed.GetValue(method) ?? (MovesTogether(figure) ? Shapley : Sobol)) switch
            {
                Sobol => Forms.Of(SobolIndices.Of(figure, design), terminal),
                Shapley => Forms.Of(ShapleyEffects.Of(figure, design), terminal),
                Morris => Forms.Of(Screening.Of(figure, design.Seed, design.Points ?? Screening.UsualTrajectories, design.Groups), terminal),
                var other => throw new CommandException(
                    $"--method takes {Sobol}, {Shapley} or {Morris}; found '{other}'.{Nearest.Hint(other, [Sobol, Shapley, Morris])}",
                    CommandLine.WrongCommandLine
                ),
            };
            shared.Print(terminal, parsed, forms.Json, forms.Csv, forms.Table);
            return CommandLine.Done;
        });
        return command;
    }

    private static bool MovesTogether(TargetFigure figure)
    {
        HashSet<string> inputs = [.. figure.Inputs().Where(input => input.IsUncertain).Select(input => input.Id)];
        return figure.SocialReturn.Scenario.Correlations.Any(correlation => correlation.Rank != 0 && correlation.Between.Count(inputs.Contains) > 1);
    }

    // A result in the three forms in which it can be printed.
    private sealed record Forms(Func<string> Json, Func<string> Csv, Action Table)
    {
        public static Forms Of(SobolIndices indices, Terminal to) =>
            new(() => VarianceJson.Write(indices), () => SensitivityTables.Indices(indices).ToCsv(), () => to.Write(VariancePage.Of(indices)));

        public static Forms Of(ShapleyEffects effects, Terminal to) =>
            new(() => VarianceJson.Write(effects), () => SensitivityTables.Effects(effects).ToCsv(), () => to.Write(VariancePage.Of(effects)));

        public static Forms Of(Screening screening, Terminal to) =>
            new(() => VarianceJson.Write(screening), () => SensitivityTables.Effects(screening).ToCsv(), () => to.Write(VariancePage.Of(screening)));
    }
}
