using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi subgroups</c>: the result by stakeholder, by party and by type of benefit, and with distributional weights.</summary>
internal sealed record SubgroupsCommand(CaseSettings Case, DrawSettings Draws, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "subgroups",
            "Break the result down by stakeholder, party and type of benefit, with distributional weights if the scenario has them.",
            given => new SubgroupsCommand(CaseSettings.Of(given), DrawSettings.Of(given), OutputForm.Of(given))
        );

    public int Run(Terminal terminal)
    {
        Subgroups subgroups = Subgroups.Of(Case.SocialReturn(terminal), Draws.DrawsOrUsual, Draws.Seed, Draws.Threads);
        return Form.Print(
            terminal,
            () => DecisionJson.Write(subgroups),
            () => SensitivityTables.Rows(subgroups).ToCsv(),
            () => SubgroupPage.Of(subgroups)
        );
    }
}
