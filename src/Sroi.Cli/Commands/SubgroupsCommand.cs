using System.CommandLine;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi subgroups</c>: the result by stakeholder, by party and by kind of benefit, and with distributional weights.</summary>
internal static class SubgroupsCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        AnalysisOptions shared = new();
        Command command = new(
            "subgroups",
            "The result by stakeholder, by party and by kind of benefit, and with distributional weights where the case has them."
        )
        {
            scenario,
        };
        shared.AddCaseTo(command);
        shared.AddDrawsTo(command);
        command.SetAction(parsed =>
        {
            Subgroups subgroups = Subgroups.Of(
                shared.Case(terminal, parsed, parsed.GetRequiredValue(scenario)),
                shared.Draws(parsed) ?? AnalysisOptions.UsualDraws,
                shared.Seed(parsed),
                shared.Threads(parsed)
            );
            shared.Print(
                terminal,
                parsed,
                () => DecisionJson.Write(subgroups),
                () => SensitivityTables.Rows(subgroups).ToCsv(),
                () => terminal.Write(SubgroupPage.Of(subgroups))
            );
            return CommandLine.Done;
        });
        return command;
    }
}
