using System.Collections.Immutable;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The probability that each option reaches a required ratio R, for a range of R; which option is best at each R; and the frontier.</summary>
/// <remarks>
/// The cost-effectiveness acceptability curve of health economics (Fenwick, Claxton and Sculpher 2001) with the required ratio in place of the willingness to
/// pay: at R an option's net benefit is benefits − R × inputs. The option on the frontier has the highest mean net benefit and need not be the option
/// most likely to be best.
/// </remarks>
/// <param name="Decision">The choice and its draws.</param>
/// <param name="Options">Each option on its own.</param>
/// <param name="Points">From the lowest required ratio to the highest.</param>
public sealed record AcceptabilityCurve(Decision Decision, ImmutableArray<AcceptableOption> Options, ImmutableArray<AcceptabilityPoint> Points)
    : Result
{
    private const int UsualSteps = 20;
    private const int MostPoints = 100_000;
    private const double MostRatio = 1e6;

    /// <summary>The curve at evenly spaced ratios, from 0 to beyond nearly all draws of all options.</summary>
    public static AcceptabilityCurve Of(Decision decision) => Of(decision, [.. UsualRatios(decision)]);

    /// <summary>The curve at given ratios.</summary>
    /// <exception cref="SensitivityException">The ratios are not ascending, or there are none.</exception>
    public static AcceptabilityCurve Of(Decision decision, ImmutableArray<double> ratios)
    {
        Check(ratios);
        AcceptabilityPoint[] points = new AcceptabilityPoint[ratios.Length];
        Workers.For(ratios.Length, decision.Threads, () => 0, (i, _) => points[i] = Point(decision, ratios[i]));
        return new(decision, [.. decision.Options.Select((option, i) => Option(decision, option, i))], [.. points]);
    }

    private static void Check(ImmutableArray<double> ratios)
    {
        if (ratios.IsDefaultOrEmpty || ratios.Length > MostPoints)
        {
            throw new SensitivityException(
                $"An acceptability curve takes 1 to {MostPoints:N0} ratios; found {(ratios.IsDefault ? 0 : ratios.Length):N0}."
            );
        }

        for (int i = 0; i < ratios.Length; i++)
        {
            if (!(Math.Abs(ratios[i]) <= MostRatio) || (i > 0 && ratios[i] <= ratios[i - 1]))
            {
                throw new SensitivityException(
                    i > 0 && Math.Abs(ratios[i]) <= MostRatio
                        ? $"Ratios must be ascending; found {ratios[i - 1]} before {ratios[i]}."
                        : $"A ratio must be between −1,000,000 and 1,000,000; found {ratios[i]}."
                );
            }
        }
    }

    private static AcceptableOption Option(Decision decision, DecisionOption option, int number)
    {
        Shares above = default,
            notPositive = default;
        for (int draw = 0; draw < decision.Draws; draw++)
        {
            above.Add(decision.NetBenefits[decision.NetBenefits.Length - decision.Options.Length + number][draw] > 0);
            notPositive.Add(decision.Inputs[number][draw] > 0 ? 0 : 1);
        }

        return new(option.Name, above.Estimate, notPositive.Estimate.Value);
    }

    private static AcceptabilityPoint Point(Decision decision, double ratio)
    {
        double[][] net = decision.At(ratio);
        ImmutableArray<ExpectedAlternative> alternatives = ExpectedAlternative.Of(decision, net);
        int first = alternatives.Length - decision.Options.Length;
        return new(
            ratio,
            alternatives[ExpectedAlternative.IndexOfBest(alternatives)].Name,
            [
                .. alternatives.Select(
                    (one, i) =>
                        new AcceptabilityOfOption(
                            one.Name,
                            i < first ? null : Reached(net[i], decision.Inputs[i - first]),
                            one.ProbabilityBest,
                            one.NetPresentValue.Value,
                            one.ExpectedLoss.Value
                        )
                ),
            ]
        );
    }

    // As elsewhere, only draws with inputs above zero count.
    private static Estimate? Reached(double[] net, double[] inputs)
    {
        Shares reached = default;
        for (int draw = 0; draw < net.Length; draw++)
        {
            if (inputs[draw] > 0)
            {
                reached.Add(net[draw] >= 0);
            }
        }

        return reached.Count > 0 ? reached.Estimate : null;
    }

    private static IEnumerable<double> UsualRatios(Decision decision)
    {
        double highest = 1.5;
        for (int option = 0; option < decision.Options.Length; option++)
        {
            double[] ratios =
            [
                .. decision.Benefits[option].Zip(decision.Inputs[option], (benefits, inputs) => inputs > 0 ? benefits / inputs : 0).Order(),
            ];
            highest = Math.Max(highest, ratios[(int)(0.99 * (ratios.Length - 1))]);
        }

        highest = Math.Min(highest, MostRatio / 2);
        double step = Nice(highest / UsualSteps);
        return Enumerable.Range(0, (int)Math.Ceiling(highest / step) + 1).Select(i => Math.Round(i * step, 10));
    }

    // 1, 2 or 5 times a power of ten, so that 1 is among the ratios unless they extend far beyond it.
    private static double Nice(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return step / power is var part && part <= 1 ? power
            : part <= 2 ? 2 * power
            : part <= 5 ? 5 * power
            : 10 * power;
    }
}

/// <summary>An option on its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ProbabilityNpvPositive">The share of the draws in which its net present value is above zero.</param>
/// <param name="ShareInputsNotPositive">The share of the draws in which its inputs are not above zero, so its ratio is undefined.</param>
public sealed record AcceptableOption(string Name, Estimate ProbabilityNpvPositive, double ShareInputsNotPositive);

/// <summary>The alternatives at a required ratio.</summary>
/// <param name="Ratio">The required ratio.</param>
/// <param name="Frontier">The alternative with the highest mean net benefit; the first of any that tie.</param>
/// <param name="Alternatives">Each of them, in the order of the decision.</param>
public sealed record AcceptabilityPoint(double Ratio, string Frontier, ImmutableArray<AcceptabilityOfOption> Alternatives);

/// <summary>An alternative at a required ratio.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ProbabilityReached">Of the draws with inputs above zero, the share in which its ratio reaches the required ratio; null for doing nothing.</param>
/// <param name="ProbabilityBest">The share of the draws in which it is best; ties share a draw.</param>
/// <param name="MeanNetBenefit">Mean of benefits − ratio × inputs, in GBP.</param>
/// <param name="ExpectedLoss">The expected loss from choosing it, in GBP; the smallest of these is the EVPI.</param>
public sealed record AcceptabilityOfOption(
    string Name,
    Estimate? ProbabilityReached,
    Estimate ProbabilityBest,
    double MeanNetBenefit,
    double ExpectedLoss
);
