using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// Options compared on common random numbers: the costs and benefits of each, the increments against a reference option, and which options are dominated.
/// </summary>
/// <param name="Decision">The choice and its draws.</param>
/// <param name="Against">The option the others are compared with.</param>
/// <param name="Options">Each option, in the order given.</param>
/// <param name="Alternatives">The options, and doing nothing first where it is an alternative, on average.</param>
/// <param name="Increments">The increments of each other option.</param>
/// <param name="Frontier">All alternatives in order of mean inputs, with the increments: the full incremental analysis.</param>
public sealed record OptionComparison(
    Decision Decision,
    string Against,
    ImmutableArray<ComparedOption> Options,
    ImmutableArray<ExpectedAlternative> Alternatives,
    ImmutableArray<OptionIncrement> Increments,
    ImmutableArray<FrontierStep> Frontier
) : Result
{
    /// <summary>The options of a decision compared with the first.</summary>
    public static OptionComparison Of(Decision decision) => Of(decision, decision.Options[0].Name);

    /// <summary>The options of a decision compared with one of them.</summary>
    /// <exception cref="SensitivityException">There is no such option.</exception>
    public static OptionComparison Of(Decision decision, string against)
    {
        int reference = -1;
        for (int option = 0; option < decision.Options.Length; option++)
        {
            reference = decision.Options[option].Name == against ? option : reference;
        }

        if (reference < 0)
        {
            throw new SensitivityException(
                $"'{against}' is not one of the options.{Parameters.Reading.Nearest.Hint(against, decision.Options.Select(option => option.Name))} The options are: {string.Join("; ", decision.Options.Select(option => option.Name))}."
            );
        }

        ImmutableArray<ExpectedAlternative> alternatives = ExpectedAlternative.Of(decision, decision.NetBenefits);
        ImmutableArray<ExpectedAlternative> options = alternatives[^decision.Options.Length..];
        int[] all = [.. Enumerable.Range(0, decision.Options.Length)];
        return new(
            decision,
            against,
            [.. all.Select(option => ComparedOption.Of(decision, option, options[option]))],
            alternatives,
            [.. all.Where(option => option != reference).Select(option => OptionIncrement.Of(decision, option, reference))],
            FrontierStep.Of(decision)
        );
    }
}
