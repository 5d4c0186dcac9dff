using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;

namespace Sroi.Sensitivity.Decisions;

/// <summary>An option: something that could be done.</summary>
/// <param name="Name">Its name in results: a scenario, with its variant and overlays.</param>
/// <param name="SocialReturn">Its costs and benefits.</param>
public sealed record DecisionOption(string Name, SocialReturn SocialReturn)
{
    /// <summary>An option by the name of its scenario, with its variant and overlays.</summary>
    public static DecisionOption Of(SocialReturn social) =>
        new(string.Join(" + ", social.Scenario.Overlays.Select(overlay => overlay.Id).Prepend(social.Scenario.Name)), social);
}

/// <summary>Whether doing nothing, at no cost and no benefit, is one of the alternatives.</summary>
public enum DoNothing
{
    /// <summary>It is, and comes first.</summary>
    Included,

    /// <summary>One of the options must be chosen.</summary>
    Excluded,
}

/// <summary>A choice between options, simulated on common random numbers: a parameter that several options share has the same draws in all of them.</summary>
/// <remarks>
/// Draw k of a parameter is the same in every option that uses it, so an option that changes nothing differs by exactly zero. Parameters correlated in one
/// option are
/// correlated in all. Independent draws (Philox).
/// </remarks>
public sealed class Decision
{
    /// <summary>The name of doing nothing in results.</summary>
    public const string Nothing = "do nothing";

    private const int LeastDraws = 100;

    private Decision(ImmutableArray<DecisionOption> options, JointDraws joint, ulong seed, DoNothing nothing, int? threads)
    {
        (Options, Joint, Seed, DoNothing, Threads) = (options, joint, seed, nothing, threads);
        Benefits = [.. joint.Cases.Select(drawn => drawn.Values[0])];
        Inputs = [.. joint.Cases.Select(drawn => drawn.Values[1])];
        NetBenefits = At(1);
    }

    /// <summary>The options, in their order.</summary>
    public ImmutableArray<DecisionOption> Options { get; }

    /// <summary>Whether doing nothing is an alternative.</summary>
    public DoNothing DoNothing { get; }

    /// <summary>How many draws were made.</summary>
    public int Draws => Joint.Draws;

    /// <summary>Their seed.</summary>
    public ulong Seed { get; }

    /// <summary>The names of the alternatives: doing nothing first if it is one, then the options.</summary>
    public ImmutableArray<string> Alternatives =>
        [.. DoNothing == DoNothing.Included ? [Nothing] : Array.Empty<string>(), .. Options.Select(option => option.Name)];

    /// <summary>How the options are measured differently, in words; if they are, their ratios cannot be ranked. Empty if they are not.</summary>
    public ImmutableArray<string> Differences => [.. FrameDifferences.Of(Options)];

    /// <summary>Whether any parameter has a spread.</summary>
    public bool Varies => !Joint.Parameters.IsEmpty;

    /// <summary>The number of the alternative with the highest mean net present value; the first of any that tie.</summary>
    internal int BestNow => ExpectedAlternative.IndexOfBest([.. NetBenefits.Select(values => Moments.Of(values).Mean)]);

    internal JointDraws Joint { get; }

    internal int? Threads { get; }

    /// <summary>Present values of benefits, option by option, draw by draw.</summary>
    internal double[][] Benefits { get; }

    /// <summary>Present values of inputs, option by option, draw by draw.</summary>
    internal double[][] Inputs { get; }

    /// <summary>Net present values, alternative by alternative, draw by draw.</summary>
    internal double[][] NetBenefits { get; }

    /// <summary>Draws the options of a choice.</summary>
    /// <param name="options">One or more; two or more if doing nothing is not an alternative.</param>
    /// <param name="draws">The number of draws, at least 100.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="nothing">Whether doing nothing is an alternative.</param>
    /// <param name="threads">The number of threads; null for one per processor. Results do not depend on it.</param>
    /// <exception cref="SensitivityException">
    /// Too few options or draws, two options with one name, an option without valued outcomes, or one with no value in some draws.
    /// </exception>
    public static Decision Between(
        IReadOnlyList<DecisionOption> options,
        int draws,
        ulong seed,
        DoNothing nothing = DoNothing.Included,
        int? threads = null
    )
    {
        Limits.CheckDraws(draws, LeastDraws, "a choice", threads);
        CheckOptions(options, nothing);
        JointDraws joint = JointDraws.Of(
            [.. options.Select(option => (option.SocialReturn.Scenario, Formulas(option.SocialReturn)))],
            draws,
            seed,
            threads
        );
        for (int option = 0; option < options.Count; option++)
        {
            CheckDefined(options[option], joint.Cases[option].Values);
        }

        return new([.. options], joint, seed, nothing, threads);
    }

    /// <summary>Net benefits at a required ratio: benefits − ratio × inputs, alternative by alternative.</summary>
    internal double[][] At(double ratio) =>
        [.. DoNothing == DoNothing.Included ? [new double[Draws]] : Array.Empty<double[]>(), .. new NetBenefits(Joint, ratio).OfOptions()];

    /// <exception cref="SensitivityException">No parameter has a spread.</exception>
    internal void CheckVaries()
    {
        if (!Varies)
        {
            throw new SensitivityException(
                $"No parameter of {string.Join(", ", Options.Select(option => option.Name))} has a spread, so nothing is uncertain and information has no value. Give parameters a spread in the file."
            );
        }
    }

    private static ImmutableArray<Formula> Formulas(SocialReturn social) => [social.PresentValue, social.PresentValueOfInputs];

    private static void CheckOptions(IReadOnlyList<DecisionOption> options, DoNothing nothing)
    {
        if (options.Count == 0 || (options.Count == 1 && nothing == DoNothing.Excluded))
        {
            throw new SensitivityException(
                $"There is no choice to make: {(options.Count == 0 ? "no option was given" : $"{options[0].Name} is the only one, and doing nothing is excluded")}. Name two or more options."
            );
        }

        foreach (IGrouping<string, DecisionOption> twice in options.GroupBy(option => option.Name))
        {
            if (twice.Count() > 1)
            {
                throw new SensitivityException($"{twice.Key} was given twice. Name each option once.");
            }
        }

        foreach (DecisionOption option in options.Where(option => option.SocialReturn.Outcomes.IsEmpty))
        {
            throw new SensitivityException($"{option.Name} has no valued outcome, so it cannot be compared in money.");
        }
    }

    private static void CheckDefined(DecisionOption option, double[][] values)
    {
        int undefined = 0;
        for (int draw = 0; draw < values[0].Length; draw++)
        {
            undefined += Limits.IsUsable(values[0][draw]) && Limits.IsUsable(values[1][draw]) ? 0 : 1;
        }

        if (undefined > 0)
        {
            throw new SensitivityException(
                $"In {undefined:N0} of {values[0].Length:N0} draws {option.Name} has no usable value, because of a division by zero or a number too large. 'sroi run' with --draws names the first such draw."
            );
        }
    }
}
