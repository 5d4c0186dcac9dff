using Sroi.Model;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

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

    /// <summary>The share of the draws in which it is the best alternative; ties share a draw.</summary>
    public required Estimate ProbabilityBest { get; init; }

    /// <summary>The expected loss from choosing it instead of the best alternative in each draw, in GBP.</summary>
    public required Estimate ExpectedLoss { get; init; }

    internal static ComparedOption Of(Decision decision, int option, ExpectedAlternative onAverage)
    {
        DecisionOption given = decision.Options[option];
        double[] own = decision.NetBenefits[decision.NetBenefits.Length - decision.Options.Length + option],
            benefits = decision.Benefits[option],
            inputs = decision.Inputs[option];
        Shares positive = default;
        foreach (double net in own)
        {
            positive.Add(net > 0);
        }

        return new()
        {
            Name = given.Name,
            Title = given.SocialReturn.Scenario.Title,
            DeliveryModel = given.SocialReturn.Scenario.DeliveryModel,
            Benefits = DrawnFigure.Of(given.SocialReturn.PresentValue.ValueOrNull, benefits),
            Inputs = DrawnFigure.Of(given.SocialReturn.PresentValueOfInputs.ValueOrNull, inputs),
            NetPresentValue = DrawnFigure.Of(given.SocialReturn.NetPresentValue.ValueOrNull, own),
            Ratio = DrawnFigure.Ratio(given.SocialReturn.Ratio.ValueOrNull, benefits, inputs),
            ProbabilityNpvPositive = positive.Estimate,
            ProbabilityBest = onAverage.ProbabilityBest,
            ExpectedLoss = onAverage.ExpectedLoss,
        };
    }
}
