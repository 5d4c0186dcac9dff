using System.Collections.Immutable;
using Sroi.Cli.Declarations;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Settings;

/// <summary>How many decisions better evidence informs, and what studies cost.</summary>
internal sealed record ResearchSettings(double? CasesPerYear, int? Years, double? Cost, string[] Costs)
{
    public static ResearchSettings Of(Given given) =>
        new(
            given.Value(
                "--cases-per-year",
                "N",
                "The number of decisions of this size each year, such as one for each area of a region (default: this one decision).",
                Kinds.Number
            ),
            given.Value("--over-years", "N", "The number of years for which the evidence is useful (default: 1).", Kinds.Count),
            given.Value(
                "--cost",
                "GBP",
                "The cost of a study of one parameter. Parameters are then ranked by the net value of a study.",
                Kinds.Number
            ),
            given.Texts("--cost-of", "ID=GBP", "The cost of a study of this parameter. May be repeated.")
        );

    /// <summary>The number of decisions that better evidence informs.</summary>
    public DecisionReach Reach(Decision decision) =>
        CasesPerYear is null && Years is null ? DecisionReach.One : DecisionReach.Of(decision.Options[0].SocialReturn, CasesPerYear ?? 1, Years ?? 1);

    /// <summary>The studies: of every parameter if a common cost was given, otherwise of those whose cost was given.</summary>
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

    /// <summary>The full name of a row, from its last part or its name in the scenario.</summary>
    /// <exception cref="CommandException">No row, or more than one, has that name.</exception>
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
                    ? $"'{given}' could be {string.Join(" or ", found)}. Use the full id."
                    : $"'{given}' is not an uncertain parameter or a group of this case.{Nearest.HintOrAll(given, [.. rows.Select(row => row.Group.Name.Split('.')[^1])])}",
                CommandLine.WrongCommandLine
            );
    }
}
