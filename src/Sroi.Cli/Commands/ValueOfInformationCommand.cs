using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi value-of-information</c>: what it would be worth to know more before deciding, and which study would be worth its price.</summary>
internal static class ValueOfInformationCommand
{
    public static Command Create(Terminal terminal)
    {
        DecisionOptions options = new();
        ReachOptions reaches = new();
        Option<string[]> nested = new("--nested")
        {
            Description = "Check the value of knowing this number or group by a nested run; 'all' for the five most valuable. May be repeated.",
            HelpName = "ID",
            DefaultValueFactory = _ => [],
        };
        Command command = new("value-of-information", "What it would be worth to know more before deciding: of everything, and number by number.")
        {
            nested,
        };
        options.AddTo(command);
        options.Shared.AddGroupsTo(command);
        reaches.AddTo(command);
        command.SetAction(parsed =>
        {
            Decision decision = options.Read(terminal, parsed, withVariants: false);
            TargetFigure figure = TargetFigure.NetPresentValue(decision.Options[0].SocialReturn);
            ImmutableArray<InputGroup> groups = options.Shared.Groups(parsed, (name, ids) => InputGroup.Of(figure, name, ids));
            Evpi evpi = Evpi.Of(decision);
            ImmutableArray<Evppi> inputs = Checked(
                decision,
                [.. Evppi.Of(decision, groups).Concat(Evppi.Of(decision)).OrderByDescending(row => row.Value.Value)],
                parsed.GetRequiredValue(nested)
            );
            DecisionReach reach = reaches.Reach(parsed, decision);
            ImmutableArray<ResearchPriority> research = reaches.Research(parsed, decision, inputs);
            options.Shared.Print(
                terminal,
                parsed,
                () => DecisionJson.Write(decision, evpi, inputs, reach, research),
                () => SensitivityTables.Information(evpi, inputs, reach, research).ToCsv(),
                () => terminal.Write(InformationPage.Of(decision, evpi, inputs, reach, research))
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static ImmutableArray<Evppi> Checked(Decision decision, ImmutableArray<Evppi> rows, string[] nested)
    {
        const int most = 5;
        HashSet<string> names = [.. nested.Contains("all") ? rows.Take(most).Select(row => row.Group.Name) : []];
        foreach (string name in nested.Where(name => name != "all"))
        {
            names.Add(NameOf(decision, rows, name));
        }

        return [.. rows.Select(row => names.Contains(row.Group.Name) ? row.Checked(decision, NestedEvppi.UsualOuter) : row)];
    }

    /// <summary>The full name of a row that is named by its last part, or as a scenario calls it.</summary>
    public static string NameOf(Decision decision, ImmutableArray<Evppi> rows, string given)
    {
        string name =
            decision.Options.Select(option => option.SocialReturn.Scenario.LocalNames.GetValueOrDefault(given)).FirstOrDefault(id => id is not null)
            ?? given;
        string[] found =
        [
            .. rows.Select(row => row.Group.Name).Where(known => known == name || known.EndsWith("." + name, StringComparison.Ordinal)),
        ];
        return found.Length == 1
            ? found[0]
            : throw new CommandException(
                found.Length > 1
                    ? $"'{given}' is {string.Join(" and ", found)}; give the whole id."
                    : $"'{given}' is no uncertain number or group here.{Parameters.Reading.Nearest.HintOrAll(given, [.. rows.Select(row => row.Group.Name.Split('.')[^1])])}",
                CommandLine.WrongCommandLine
            );
    }
}
