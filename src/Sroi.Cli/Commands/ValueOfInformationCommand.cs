using System.Collections.Immutable;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi value-of-information</c>: what better evidence is worth before deciding, and which studies are worth their cost.</summary>
internal sealed record ValueOfInformationCommand(
    DecisionSettings Options,
    string[] Nested,
    GroupSettings Groups,
    ResearchSettings Studies,
    OutputForm Form
) : IRunnable
{
    private const int MostNested = 5;

    public static Declaration Declared =>
        new(
            "value-of-information",
            "Estimate what better evidence is worth before deciding: on everything (EVPI) and on each parameter (EVPPI).",
            given => new ValueOfInformationCommand(
                DecisionSettings.Of(given),
                given.Texts(
                    "--nested",
                    "ID",
                    "Check the value for this parameter or group by nested simulation; 'all' checks the five largest. May be repeated."
                ),
                GroupSettings.Of(given),
                ResearchSettings.Of(given),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        Decision decision = Options.Read(terminal);
        ImmutableArray<ParameterGroup> groups = Groups.Of(TargetFigure.NetPresentValue(decision.Options[0].SocialReturn));
        Evpi evpi = Evpi.Of(decision);
        ImmutableArray<Evppi> rows = Checked(
            decision,
            [.. Evppi.Of(decision, groups).Concat(Evppi.Of(decision)).OrderByDescending(row => row.Value.Value)]
        );
        DecisionReach reach = Studies.Reach(decision);
        ImmutableArray<ResearchPriority> research = Studies.Of(decision, rows);
        return Form.Print(
            terminal,
            () => DecisionJson.Write(decision, evpi, rows, reach, research),
            () => SensitivityTables.Information(evpi, rows, reach, research).ToCsv(),
            () => InformationPage.Of(decision, evpi, rows, reach, research)
        );
    }

    private ImmutableArray<Evppi> Checked(Decision decision, ImmutableArray<Evppi> rows)
    {
        HashSet<string> names =
        [
            .. Nested.Contains("all") ? rows.Take(MostNested).Select(row => row.Group.Name) : [],
            .. Nested.Where(name => name != "all").Select(name => ResearchSettings.NameOf(decision, rows, name)),
        ];
        return [.. rows.Select(row => names.Contains(row.Group.Name) ? row.Checked(decision, NestedEvppi.UsualOuter) : row)];
    }
}
