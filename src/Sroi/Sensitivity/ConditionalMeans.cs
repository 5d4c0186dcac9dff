using System.Collections.Immutable;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity;

/// <summary>
/// The tornado from the draws: the mean of the figure where an input lies in its lowest tenth, in the next, and so on, everything else varying as it does.
/// It stays right where inputs move together, and says so of what an input brings with it.
/// </summary>
/// <param name="Figure">The figure.</param>
/// <param name="Draws">How many draws there were.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Mean">The mean of the figure over all draws.</param>
/// <param name="Inputs">A row for each uncertain input, by how far its means lie apart.</param>
public sealed record ConditionalMeans(TargetFigure Figure, int Draws, ulong Seed, Estimate Mean, ImmutableArray<ConditionalMean> Inputs) : Result
{
    internal const int Parts = 10;
    private const int LeastDraws = 1_000;

    /// <summary>The means by tenths of each input.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="draws">How many draws, at least 1,000.</param>
    /// <param name="seed">Their seed.</param>
    /// <param name="threads">How many threads; null for as many as there are processors. It changes no result.</param>
    /// <exception cref="SensitivityException">Too few draws, nothing varies, or the figure is undefined in some draws.</exception>
    public static ConditionalMeans Of(TargetFigure figure, int draws, ulong seed, int? threads = null)
    {
        Limits.CheckDraws(draws, LeastDraws, "means by tenths of an input", threads);
        JointDraws joint = FigureDraws.Of(figure, draws, seed, threads);
        double[] values = joint.Cases[0].Values[0];
        VariedInput[] inputs = [.. figure.Inputs().Where(input => input.IsUncertain && joint.Cases[0].Plan.NumberOf(input.Id) >= 0)];
        ConditionalMean[] rows = new ConditionalMean[inputs.Length];
        Workers.For(inputs.Length, threads, () => 0, (i, _) => rows[i] = Row(inputs[i], joint, values));
        return new(
            figure,
            draws,
            seed,
            Moments.MeanOf(values),
            [.. rows.OrderByDescending(row => row.Range).ThenBy(row => row.Input.Id, StringComparer.Ordinal)]
        );
    }

    private static ConditionalMean Row(VariedInput input, JointDraws joint, double[] figure)
    {
        double[] values = joint.ValuesOf(input.Id);
        if (input.ShareOf is not null)
        {
            double[][] all = [.. joint.Inputs.Where(one => one.WeightOf == input.ShareOf).Select(one => joint.ValuesOf(one.Id))];
            values = [.. values.Select((weight, draw) => weight / all.Sum(one => one[draw]))];
        }

        return new(input, [.. Tenths(values, figure)]);
    }

    // Equal values of an input stay together, in the tenth in which the middle of them lies.
    private static IEnumerable<ConditionalPart> Tenths(double[] values, double[] figure)
    {
        int n = values.Length;
        int[] order = [.. Enumerable.Range(0, n)];
        double[] sorted = [.. values];
        Array.Sort(sorted, order);
        Moments[] ofFigure = new Moments[Parts],
            ofInput = new Moments[Parts];
        for (int from = 0, to; from < n; from = to)
        {
            to = from + 1;
            while (to < n && sorted[to].Equals(sorted[from]))
            {
                to++;
            }

            int part = (int)Math.Min(Parts - 1, (long)(from + to) * Parts / (2L * n));
            for (int i = from; i < to; i++)
            {
                ofFigure[part].Add(figure[order[i]]);
                ofInput[part].Add(sorted[i]);
            }
        }

        return Enumerable
            .Range(0, Parts)
            .Where(part => ofFigure[part].Count > 0)
            .Select(part => new ConditionalPart(part + 1, ofInput[part].Mean, ofFigure[part].Estimate, ofFigure[part].Count));
    }
}

/// <summary>The means of a figure by tenths of one input.</summary>
/// <param name="Input">The input.</param>
/// <param name="Parts">From the lowest tenth to the highest; of an input with few separate values fewer than ten.</param>
public sealed record ConditionalMean(VariedInput Input, ImmutableArray<ConditionalPart> Parts)
{
    /// <summary>From the lowest mean to the highest.</summary>
    public double Range => Parts.Max(part => part.Figure.Value) - Parts.Min(part => part.Figure.Value);
}

/// <summary>The draws in which an input lies in one tenth of its values.</summary>
/// <param name="Tenth">1 for the lowest tenth, 10 for the highest.</param>
/// <param name="InputMean">The mean of the input in them.</param>
/// <param name="Figure">The mean of the figure in them, with its Monte Carlo standard error.</param>
/// <param name="Draws">How many they are.</param>
public sealed record ConditionalPart(int Tenth, double InputMean, Estimate Figure, int Draws);
