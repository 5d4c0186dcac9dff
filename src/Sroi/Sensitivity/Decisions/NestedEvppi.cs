using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The value of knowing inputs by nested draws: they are drawn, and for each draw of them everything else, from what it is given them, many times. Slow, and free of
/// the regression's assumptions: a check of it.
/// </summary>
/// <param name="Value">
/// In GBP for one decision, with its standard error. Chance in the inner draws is taken out by the formula with what is known at its mean; the bias
/// that is left to second order (M. B. Giles and T. Goda 2019), and what the second order changed is part of the error.
/// </param>
/// <param name="Outer">How often the inputs were drawn.</param>
/// <param name="Inner">How often everything else was drawn for each.</param>
public sealed record NestedEvppi(Estimate Value, int Outer, int Inner)
{
    /// <summary>How often the inputs are drawn where nobody says.</summary>
    public const int UsualOuter = 2048;

    private const int LeastOuter = 100;

    /// <summary>How far two answers lie apart, in standard errors of their difference; 0 where neither has an error and they are the same.</summary>
    public double DistanceFrom(Estimate regression)
    {
        double error = Math.Sqrt((Value.StandardError * Value.StandardError) + (regression.StandardError * regression.StandardError)),
            distance = Value.Value - regression.Value;
        return error > 0 ? distance / error
            : distance == 0 ? 0
            : distance > 0 ? double.MaxValue
            : double.MinValue;
    }

    /// <summary>The value of knowing a group's inputs.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="group">The inputs.</param>
    /// <param name="outer">How often they are drawn, at least 100.</param>
    /// <exception cref="SensitivityException">Too few draws.</exception>
    public static NestedEvppi Of(Decision decision, InputGroup group, int outer)
    {
        Limits.CheckDraws(outer, LeastOuter, "the outer draws of a nested run", threads: null);
        decision.CheckVaries();
        InnerDraws[][] drawn = new InnerDraws[outer][];
        Workers.For(
            outer,
            decision.Threads,
            () => decision.Joint.Cases.Select(one => new NestedCase(one, group, decision.Seed)).ToArray(),
            (draw, cases) =>
                drawn[draw] = [
                    .. decision.DoNothing == DoNothing.Included ? [InnerDraws.Nothing] : Array.Empty<InnerDraws>(),
                    .. cases.Select(one => one.Draw(draw)),
                ]
        );
        return Of(drawn);
    }

    private static NestedEvppi Of(InnerDraws[][] drawn)
    {
        int[] alternatives = [.. drawn[0].Select((_, alternative) => alternative)];
        double[] control = [.. alternatives.Select(alternative => drawn.Average(inner => inner[alternative].MeanOfControl))];
        int now = ExpectedAlternative.IndexOfBest([
            .. alternatives.Select(alternative => drawn.Average(inner => inner[alternative].Mean(0, InnerDraws.Quarters, control[alternative]))),
        ]);
        double[] weights = [.. alternatives.Select(alternative => Weight(drawn, control, alternative, now))];
        Moments gains = default,
            corrections = default;
        foreach (InnerDraws[] inner in drawn)
        {
            // The largest of the means of all inner draws, of halves, of quarters: too high by parts ∝ 1/n and 1/n², which cancel.
            double whole = Best(inner, control, 1),
                halves = Best(inner, control, 2),
                best = ((8 * whole) - (6 * halves) + Best(inner, control, 4)) / 3;
            double ofControl = alternatives.Sum(one => weights[one] * (inner[one].MeanOfControl - control[one]));
            gains.Add(best - inner[now].Mean(0, InnerDraws.Quarters, control[now]) + ofControl);
            corrections.Add(best - ((2 * whole) - halves));
        }

        // However alike the choices are, one outer draw more might be the one of another choice: by as much as an alternative typically varies.
        double spread = alternatives.Max(one => Moments.Of([.. drawn.Select(inner => More(inner, control, one, now))]).StandardDeviation),
            unseen = spread / drawn.Length,
            error = Math.Sqrt(Math.Pow(gains.Estimate.StandardError, 2) + (corrections.Mean * corrections.Mean));
        return new(new(Math.Max(0, gains.Mean), Math.Max(error, unseen)), drawn.Length, Block.Size);
    }

    private static double More(InnerDraws[] inner, double[] control, int alternative, int now) =>
        inner[alternative].Mean(0, InnerDraws.Quarters, control[alternative]) - inner[now].Mean(0, InnerDraws.Quarters, control[now]);

    // How much the mean of a control, which is an estimate too, counts in the answer.
    private static double Weight(InnerDraws[][] drawn, double[] control, int alternative, int now) =>
        drawn.Average(inner =>
        {
            int best = ExpectedAlternative.IndexOfBest([.. inner.Select((one, i) => one.Mean(0, InnerDraws.Quarters, control[i]))]);
            return inner[alternative].Slope * ((alternative == best ? 1 : 0) - (alternative == now ? 1 : 0));
        });

    // The mean over parts of the inner draws of what is best in them.
    private static double Best(InnerDraws[] inner, double[] control, int parts)
    {
        int quarters = InnerDraws.Quarters / parts;
        return Enumerable.Range(0, parts).Average(part => inner.Select((one, i) => one.Mean(part * quarters, quarters, control[i])).Max());
    }
}
