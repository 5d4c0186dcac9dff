using System.Collections.Immutable;
using Sroi.Cli.Declarations;
using Sroi.Parameters;
using Sroi.Sensitivity;

namespace Sroi.Cli.Settings;

/// <summary>How far information reaches, and what studies cost.</summary>
internal sealed record ResearchSettings(double? CasesPerYear, int? Years, double? Cost, string[] Costs)
{
    public static ResearchSettings Of(Given given) =>
        new(
            given.Value(
                "--cases-per-year",
                "N",
                "How many cases of this size face the same decision in each year, such as the areas of a region; one decision, now, when left out.",
                Kinds.Number
            ),
            given.Value("--over-years", "N", "Over how many years the information is of use; 1 when left out.", Kinds.Count),
            given.Value(
                "--cost",
                "GBP",
                "What a study costs that finds out one number, in GBP; the numbers are then ranked by what a study would be worth.",
                Kinds.Number
            ),
            given.Texts("--cost-of", "ID=GBP", "What finding out this number costs: ID=GBP. May be repeated.")
        );

    /// <summary>How far information about a decision reaches.</summary>
    public DecisionReach Reach(Decision decision) =>
        CasesPerYear is null && Years is null ? DecisionReach.One : DecisionReach.Of(decision.Options[0].SocialReturn, CasesPerYear ?? 1, Years ?? 1);

    /// <summary>The studies whose cost was given; without a common cost, only those with a cost of their own.</summary>
    public ImmutableArray<ResearchPriority> Of(Decision decision, ImmutableArray<Evppi> rows)
    {
        Dictionary<string, double> costs = new(StringComparer.Ordinal);
        foreach (string text in Costs)
        {
            (string id, string pounds) = Texts.Pair(text, "--cost-of", "ID=GBP");
            costs[NameOf(decision, rows, id)] = Kinds.TryRead(pounds, out double cost)
                ? cost
                : throw new CommandException($"--cost-of takes ID=GBP, such as rate_ratio=20000; {Kinds.Found(text)}", CommandLine.WrongCommandLine);
        }

        return Cost is null && costs.Count == 0
            ? []
            : ResearchPriority.Of([.. rows.Where(row => Cost is not null || costs.ContainsKey(row.Group.Name))], Reach(decision), Cost ?? 0, costs);
    }

    /// <summary>The full name of a row that is named by its last part, or as a scenario calls it.</summary>
    /// <exception cref="CommandException">No row, or more than one, has that name.</exception>
    public static string NameOf(Decision decision, ImmutableArray<Evppi> rows, string given)
    {
        string name =
            decision.Options.Select(option => option.SocialReturn.Scenario.LocalNames.GetValueOrDefault(given)).FirstOrDefault(id => id is not null)
            ?? given;
        string[] found = [.. rows.Select(row => row.Group.Name).Where(known => known == name || known.EndsWith("." + name, StringComparison.Ordinal))];
        return found.Length == 1
            ? found[0]
            : throw new CommandException(
                found.Length > 1
                    ? $"'{given}' is {string.Join(" and ", found)}; give the whole id."
                    : $"'{given}' is no uncertain number or group here.{Nearest.HintOrAll(given, [.. rows.Select(row => row.Group.Name.Split('.')[^1])])}",
                CommandLine.WrongCommandLine
            );
    }
}
