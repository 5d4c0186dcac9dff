using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>Options side by side on common random numbers: what each costs and brings, what it adds to the one it is held against, and which are dominated.</summary>
/// <param name="Decision">The choice and its draws.</param>
/// <param name="Against">The option that the others are held against.</param>
/// <param name="Options">Each option, in the order given.</param>
/// <param name="Increments">What each other option adds to the one it is held against.</param>
/// <param name="Frontier">All alternatives by mean inputs, with what each step adds: the full incremental analysis.</param>
/// <param name="Differences">In what the options are not measured alike, in words; then their ratios are no league table. Empty where they are.</param>
public sealed record OptionComparison(
    Decision Decision,
    string Against,
    ImmutableArray<ComparedOption> Options,
    ImmutableArray<OptionIncrement> Increments,
    ImmutableArray<FrontierStep> Frontier,
    ImmutableArray<string> Differences
)
{
    /// <summary>The options of a decision held against the first of them.</summary>
    public static OptionComparison Of(Decision decision) => Of(decision, decision.Options[0].Name);

    /// <summary>The options of a decision held against one of them.</summary>
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
            throw new SensitivityException($"'{against}' is none of the options.{Parameters.Nearest.Hint(against, decision.Options.Select(option => option.Name))}");
        }

        double[][] net = decision.NetBenefits;
        double[] best = Evpi.BestOfEach(net);
        int[] all = [.. Enumerable.Range(0, decision.Options.Length)];
        return new(
            decision,
            against,
            [.. all.Select(option => ComparedOption.Of(decision, option, net, best))],
            [.. all.Where(option => option != reference).Select(option => OptionIncrement.Of(decision, option, reference))],
            FrontierStep.Of(decision),
            [.. FrameDifferences.Of(decision.Options)]
        );
    }
}

/// <summary>A figure over the draws.</summary>
/// <param name="Base">At the base values; null where it is undefined there.</param>
/// <param name="Mean">Its mean with its standard error; of a ratio, mean benefits ÷ mean inputs. Null where that means nothing.</param>
/// <param name="Low">The 2.5th percentile of the draws; null like the mean.</param>
/// <param name="High">The 97.5th percentile; null like the mean.</param>
public sealed record DrawnFigure(double? Base, Estimate? Mean, double? Low, double? High)
{
    internal static DrawnFigure Of(double? atBase, double[] draws) => new(atBase, Moments.MeanOf(draws), Percentile(draws, 0.025), Percentile(draws, 0.975));

    /// <summary>A ratio: of means, with the interval of the draws' ratios where all of them mean something.</summary>
    internal static DrawnFigure Ratio(double? atBase, double[] numerators, double[] denominators)
    {
        Moments below = Moments.Of(denominators);
        if (below.Mean <= 0)
        {
            return new(atBase, null, null, null);
        }

        double ratio = Moments.Of(numerators).Mean / below.Mean;
        Moments errors = default;
        bool isMeaningful = true;
        double[] ratios = new double[numerators.Length];
        for (int draw = 0; draw < ratios.Length; draw++)
        {
            errors.Add(numerators[draw] - (ratio * denominators[draw]));
            isMeaningful &= denominators[draw] > 0;
            ratios[draw] = numerators[draw] / denominators[draw];
        }

        Estimate mean = new(ratio, errors.Estimate.StandardError / below.Mean);
        return isMeaningful ? new(atBase, mean, Percentile(ratios, 0.025), Percentile(ratios, 0.975)) : new(atBase, mean, null, null);
    }

    // Between the two nearest draws by rank p × (n − 1).
    private static double Percentile(double[] draws, double p)
    {
        double[] sorted = [.. draws];
        Array.Sort(sorted);
        double rank = p * (sorted.Length - 1);
        int below = (int)rank;
        return sorted[below] + ((rank - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}

/// <summary>One option over the draws. Present values in GBP at its own prices.</summary>
public sealed record ComparedOption
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The title of its case.</summary>
    public required string Title { get; init; }

    /// <summary>How the service is designed and run.</summary>
    public required DeliveryModel DeliveryModel { get; init; }

    /// <summary>Present value of benefits.</summary>
    public required DrawnFigure Benefits { get; init; }

    /// <summary>Present value of inputs.</summary>
    public required DrawnFigure Inputs { get; init; }

    /// <summary>Net present value.</summary>
    public required DrawnFigure NetPresentValue { get; init; }

    /// <summary>SROI ratio.</summary>
    public required DrawnFigure Ratio { get; init; }

    /// <summary>The share of the draws in which its net present value is above zero.</summary>
    public required Estimate ProbabilityNpvPositive { get; init; }

    /// <summary>The share of the draws in which it is the best alternative; equally good ones share a draw.</summary>
    public required Estimate ProbabilityBest { get; init; }

    /// <summary>What is lost on average by choosing it, against the best of each draw, in GBP.</summary>
    public required Estimate ExpectedLoss { get; init; }

    internal static ComparedOption Of(Decision decision, int option, double[][] net, double[] best)
    {
        DecisionOption given = decision.Options[option];
        double[] own = net[net.Length - decision.Options.Length + option],
            benefits = decision.Benefits[option],
            inputs = decision.Inputs[option];
        Moments positive = default,
            share = default,
            loss = default;
        for (int draw = 0; draw < own.Length; draw++)
        {
            positive.Add(own[draw] > 0 ? 1 : 0);
            share.Add(Evpi.ShareOfBest(own[draw], draw, net, best));
            loss.Add(best[draw] - own[draw]);
        }

        double? costs = given.SocialReturn.PresentValueOfInputs.ValueOrNull;
        return new()
        {
            Name = given.Name,
            Title = given.SocialReturn.Scenario.Title,
            DeliveryModel = given.SocialReturn.Scenario.DeliveryModel,
            Benefits = DrawnFigure.Of(given.SocialReturn.PresentValue.ValueOrNull, benefits),
            Inputs = DrawnFigure.Of(costs, inputs),
            NetPresentValue = DrawnFigure.Of(given.SocialReturn.NetPresentValue.ValueOrNull, own),
            Ratio = DrawnFigure.Ratio(costs > 0 ? given.SocialReturn.Ratio.ValueOrNull : null, benefits, inputs),
            ProbabilityNpvPositive = positive.Estimate,
            ProbabilityBest = share.Estimate,
            ExpectedLoss = loss.Estimate,
        };
    }
}

/// <summary>What an option adds to another, draw by draw on common random numbers. Present values in GBP.</summary>
public sealed record OptionIncrement
{
    /// <summary>The option.</summary>
    public required string Name { get; init; }

    /// <summary>The one it is held against.</summary>
    public required string Against { get; init; }

    /// <summary>More benefits.</summary>
    public required DrawnFigure Benefits { get; init; }

    /// <summary>More inputs.</summary>
    public required DrawnFigure Inputs { get; init; }

    /// <summary>More net present value.</summary>
    public required DrawnFigure NetPresentValue { get; init; }

    /// <summary>More benefits ÷ more inputs; nothing where it does not cost more on average.</summary>
    public required DrawnFigure Ratio { get; init; }

    /// <summary>The share of the draws in which its net present value is higher.</summary>
    public required Estimate ProbabilityBetter { get; init; }

    /// <summary>Whether it, on average, brings at least as much for at most as much, or the other does.</summary>
    public required Dominance Dominance { get; init; }

    internal static OptionIncrement Of(Decision decision, int option, int against)
    {
        double[] benefits = Less(decision.Benefits[option], decision.Benefits[against]),
            inputs = Less(decision.Inputs[option], decision.Inputs[against]),
            net = Less(benefits, inputs);
        (DecisionOption one, DecisionOption other) = (decision.Options[option], decision.Options[against]);
        double? moreBenefits = one.SocialReturn.PresentValue.ValueOrNull - other.SocialReturn.PresentValue.ValueOrNull,
            moreInputs = one.SocialReturn.PresentValueOfInputs.ValueOrNull - other.SocialReturn.PresentValueOfInputs.ValueOrNull;
        Moments better = default;
        foreach (double more in net)
        {
            better.Add(more > 0 ? 1 : 0);
        }

        return new()
        {
            Name = one.Name,
            Against = other.Name,
            Benefits = DrawnFigure.Of(moreBenefits, benefits),
            Inputs = DrawnFigure.Of(moreInputs, inputs),
            NetPresentValue = DrawnFigure.Of(moreBenefits - moreInputs, net),
            Ratio = DrawnFigure.Ratio(moreInputs > 0 ? moreBenefits / moreInputs : null, benefits, inputs),
            ProbabilityBetter = better.Estimate,
            Dominance = DominanceOf(Moments.Of(benefits).Mean, Moments.Of(inputs).Mean),
        };
    }

    private static Dominance DominanceOf(double moreBenefits, double moreInputs) =>
        moreBenefits == 0 && moreInputs == 0 ? Dominance.None
        : moreBenefits >= 0 && moreInputs <= 0 ? Dominance.Dominates
        : moreBenefits <= 0 && moreInputs >= 0 ? Dominance.IsDominated
        : Dominance.None;

    private static double[] Less(double[] left, double[] right) => [.. left.Zip(right, (a, b) => a - b)];
}

/// <summary>Whether one option is at least as good in benefits and in inputs on average, and better in one of them.</summary>
public enum Dominance
{
    /// <summary>Neither: one brings more and costs more.</summary>
    None,

    /// <summary>The option dominates the other.</summary>
    Dominates,

    /// <summary>The other dominates the option.</summary>
    IsDominated,
}
