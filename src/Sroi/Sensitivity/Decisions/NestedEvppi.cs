using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>
/// The value of knowing inputs by nested draws: they are drawn, and for each draw of them everything else, from what it is given them, many times. Slow, and free of
/// the regression's assumptions: a check of it.
/// </summary>
/// <param name="Value">In GBP for one decision; the bias of the inner draws is removed to first order (jackknife of the two halves).</param>
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
        int first = decision.DoNothing == DoNothing.Included ? 1 : 0,
            alternatives = first + decision.Options.Length;
        double[][] means = [.. Enumerable.Range(0, outer).Select(_ => new double[alternatives])];
        double[] best = new double[outer];
        Workers.For(
            outer,
            decision.Threads,
            () => decision.Joint.Cases.Select(drawn => new NestedCase(drawn, group, decision.Seed)).ToArray(),
            (draw, cases) =>
            {
                double[] firstHalf = new double[alternatives],
                    secondHalf = new double[alternatives];
                for (int option = 0; option < cases.Length; option++)
                {
                    (firstHalf[first + option], secondHalf[first + option]) = cases[option].Halves(draw);
                    means[draw][first + option] = (firstHalf[first + option] + secondHalf[first + option]) / 2;
                }

                best[draw] = (2 * means[draw].Max()) - ((firstHalf.Max() + secondHalf.Max()) / 2);
            }
        );
        int now = ExpectedAlternative.IndexOfBest([
            .. Enumerable.Range(0, alternatives).Select(alternative => means.Average(draw => draw[alternative])),
        ]);
        return new(Moments.MeanOf([.. best.Select((value, draw) => value - means[draw][now])]), outer, Block.Size);
    }
}
