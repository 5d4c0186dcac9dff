using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary>The options that say how far information reaches, and what finding out costs.</summary>
internal sealed class ReachOptions
{
    private readonly Option<double?> _cases = new("--cases-per-year")
    {
        Description =
            "How many cases of this size face the same decision in each year, such as the areas of a region; one decision, now, when left out.",
        HelpName = "N",
        CustomParser = result => NumberArguments.Number(result, "--cases-per-year"),
    };

    private readonly Option<int?> _years = new("--over-years")
    {
        Description = "Over how many years the information is of use; 1 when left out.",
        HelpName = "N",
        CustomParser = result => NumberArguments.Count(result, "--over-years"),
    };

    private readonly Option<double?> _cost = new("--cost")
    {
        Description = "What a study costs that finds out one number, in GBP; the numbers are then ranked by what a study would be worth.",
        HelpName = "GBP",
        CustomParser = result => NumberArguments.Number(result, "--cost"),
    };

    private readonly Option<string[]> _costs = new("--cost-of")
    {
        Description = "What finding out this number costs: ID=GBP. May be repeated.",
        HelpName = "ID=GBP",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _cases, _years, _cost, _costs })
        {
            command.Add(option);
        }
    }

    public DecisionReach Reach(ParseResult parsed, Decision decision) =>
        parsed.GetValue(_cases) is null && parsed.GetValue(_years) is null
            ? DecisionReach.One
            : DecisionReach.Of(decision.Options[0].SocialReturn, parsed.GetValue(_cases) ?? 1, parsed.GetValue(_years) ?? 1);

    /// <summary>The studies, where a cost was given; of those without a cost of their own where there is no common one, nothing is said.</summary>
    public ImmutableArray<ResearchPriority> Research(ParseResult parsed, Decision decision, ImmutableArray<Evppi> inputs)
    {
        Dictionary<string, double> costs = new(StringComparer.Ordinal);
        foreach (string text in parsed.GetRequiredValue(_costs))
        {
            (string id, string pounds) = NumberArguments.Pair(text, "--cost-of", "ID=GBP");
            costs[ValueOfInformationCommand.NameOf(decision, inputs, id)] = NumberArguments.TryRead(pounds, out double cost)
                ? cost
                : throw new CommandException($"--cost-of takes ID=GBP, such as rate_ratio=20000; {NumberArguments.Found(text)}", CommandLine.WrongCommandLine);
        }

        double? common = parsed.GetValue(_cost);
        return common is null && costs.Count == 0
            ? []
            : ResearchPriority.Of(
                [.. inputs.Where(input => common is not null || costs.ContainsKey(input.Group.Name))],
                Reach(parsed, decision),
                common ?? 0,
                costs
            );
    }
}
