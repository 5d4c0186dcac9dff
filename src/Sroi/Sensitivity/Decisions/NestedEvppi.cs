using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The value of knowing parameters by nested simulation: for each draw of them, everything else is drawn many times, conditional on them. Slow, but free of
/// the assumptions of the regression, so it checks that.
/// </summary>
/// <param name="Value">
/// In GBP for one decision, with its standard error. Noise in the inner draws is reduced by a control variate (the formula with the known parameters at their
/// means); the bias
/// is removed to second order (M. B. Giles and T. Goda 2019), and the second-order correction is part of the error.
/// </param>
/// <param name="Outer">The number of outer draws.</param>
/// <param name="Inner">The number of inner draws for each outer draw.</param>
public sealed record NestedEvppi(Estimate Value, int Outer, int Inner)
{
    /// <summary>The default number of outer draws.</summary>
    public const int UsualOuter = 2048;

    private const int LeastOuter = 100;

    /// <summary>The difference between two answers, in standard errors of that difference; 0 if neither has an error and they are equal.</summary>
    public double DistanceFrom(Estimate regression)
    {
        double error = Math.Sqrt((Value.StandardError * Value.StandardError) + (regression.StandardError * regression.StandardError)),
            distance = Value.Value - regression.Value;
        return error > 0 ? distance / error
            : distance == 0 ? 0
            : distance > 0 ? double.MaxValue
            : double.MinValue;
    }

    /// <summary>The value of knowing a group's parameters.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="group">The parameters.</param>
    /// <param name="outer">The number of outer draws, at least 100.</param>
    /// <exception cref="SensitivityException">Too few draws.</exception>
    public static NestedEvppi Of(Decision decision, ParameterGroup group, int outer)
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
            // The largest of the means over all inner draws, halves and quarters: biased upwards by terms in 1/n and 1/n², which cancel.
            double whole = Best(inner, control, 1),
                halves = Best(inner, control, 2),
                best = ((8 * whole) - (6 * halves) + Best(inner, control, 4)) / 3;
            double ofControl = alternatives.Sum(one => weights[one] * (inner[one].MeanOfControl - control[one]));
            gains.Add(best - inner[now].Mean(0, InnerDraws.Quarters, control[now]) + ofControl);
            corrections.Add(best - ((2 * whole) - halves));
        }

        // However uniform the choices, one more outer draw might choose differently, by as much as an alternative typically varies.
        double spread = alternatives.Max(one => Moments.Of([.. drawn.Select(inner => More(inner, control, one, now))]).StandardDeviation),
            unseen = spread / drawn.Length,
            error = Math.Sqrt(Math.Pow(gains.Estimate.StandardError, 2) + (corrections.Mean * corrections.Mean));
        return new(new(Math.Max(0, gains.Mean), Math.Max(error, unseen)), drawn.Length, Block.Size);
    }

    private static double More(InnerDraws[] inner, double[] control, int alternative, int now) =>
        inner[alternative].Mean(0, InnerDraws.Quarters, control[alternative]) - inner[now].Mean(0, InnerDraws.Quarters, control[now]);

    // How much the answer depends on the mean of the control, which is itself an estimate.
    private static double Weight(InnerDraws[][] drawn, double[] control, int alternative, int now) =>
        drawn.Average(inner =>
        {
            int best = ExpectedAlternative.IndexOfBest([.. inner.Select((one, i) => one.Mean(0, InnerDraws.Quarters, control[i]))]);
            return inner[alternative].Slope * ((alternative == best ? 1 : 0) - (alternative == now ? 1 : 0));
        });

    // The mean over parts of the inner draws of the best alternative in each part.
    private static double Best(InnerDraws[] inner, double[] control, int parts)
    {
        int quarters = InnerDraws.Quarters / parts;
        return Enumerable.Range(0, parts).Average(part => inner.Select((one, i) => one.Mean(part * quarters, quarters, control[i])).Max());
    }
}
