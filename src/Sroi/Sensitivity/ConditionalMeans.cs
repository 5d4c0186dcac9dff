using System.Collections.Immutable;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity;

/// <summary>
/// A tornado from the draws: the mean of the figure when a parameter lies in the lowest tenth of its values, the next tenth and so on, while everything else varies.
/// It holds for correlated parameters too: each row then includes the effect of the parameters that move with it.
/// </summary>
/// <param name="Figure">The figure.</param>
/// <param name="Draws">The number of draws.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Mean">The mean of the figure over all draws.</param>
/// <param name="Parameters">A row for each uncertain parameter, widest range of means first.</param>
public sealed record ConditionalMeans(TargetFigure Figure, int Draws, ulong Seed, Estimate Mean, ImmutableArray<ConditionalMean> Parameters) : Result
{
    internal const int Parts = 10;
    private const int LeastDraws = 1_000;

    /// <summary>The means by tenths of each parameter.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="draws">The number of draws, at least 1,000.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threads">The number of threads; null for one per processor. Results do not depend on it.</param>
    /// <exception cref="SensitivityException">Too few draws, nothing varies, or the figure is undefined in some draws.</exception>
    public static ConditionalMeans Of(TargetFigure figure, int draws, ulong seed, int? threads = null)
    {
        Limits.CheckDraws(draws, LeastDraws, "means by tenths of a parameter", threads);
        JointDraws joint = FigureDraws.Of(figure, draws, seed, threads);
        double[] values = joint.Cases[0].Values[0];
        VariedParameter[] parameters =
        [
            .. figure.Parameters().Where(parameter => parameter.IsUncertain && joint.Cases[0].Plan.NumberOf(parameter.Id) >= 0),
        ];
        ConditionalMean[] rows = new ConditionalMean[parameters.Length];
        Workers.For(parameters.Length, threads, () => 0, (i, _) => rows[i] = Row(parameters[i], joint, values));
        return new(
            figure,
            draws,
            seed,
            Moments.MeanOf(values),
            [.. rows.OrderByDescending(row => row.Range).ThenBy(row => row.Parameter.Id, StringComparer.Ordinal)]
        );
    }

    private static ConditionalMean Row(VariedParameter parameter, JointDraws joint, double[] figure)
    {
        double[] values = joint.ValuesOf(parameter.Id);
        if (parameter.ShareOf is not null)
        {
            double[][] all = [.. joint.Parameters.Where(one => one.WeightOf == parameter.ShareOf).Select(one => joint.ValuesOf(one.Id))];
            values = [.. values.Select((weight, draw) => weight / all.Sum(one => one[draw]))];
        }

        return new(parameter, [.. Tenths(values, figure)]);
    }

    // Equal values of a parameter stay together, in the tenth that contains their midpoint.
    private static IEnumerable<ConditionalPart> Tenths(double[] values, double[] figure)
    {
        int n = values.Length;
        int[] order = [.. Enumerable.Range(0, n)];
        double[] sorted = [.. values];
        Array.Sort(sorted, order);
        Moments[] ofFigure = new Moments[Parts],
            ofParameter = new Moments[Parts];
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
                ofParameter[part].Add(sorted[i]);
            }
        }

        return Enumerable
            .Range(0, Parts)
            .Where(part => ofFigure[part].Count > 0)
            .Select(part => new ConditionalPart(part + 1, ofParameter[part].Mean, ofFigure[part].Estimate, ofFigure[part].Count));
    }
}

/// <summary>The means of a figure by tenths of one parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Parts">From the lowest tenth to the highest; fewer than ten if the parameter has few distinct values.</param>
public sealed record ConditionalMean(VariedParameter Parameter, ImmutableArray<ConditionalPart> Parts)
{
    /// <summary>The distance from the lowest mean to the highest.</summary>
    public double Range => Parts.Max(part => part.Figure.Value) - Parts.Min(part => part.Figure.Value);
}

/// <summary>The draws in which a parameter lies in a given tenth of its values.</summary>
/// <param name="Tenth">1 for the lowest tenth, 10 for the highest.</param>
/// <param name="ParameterMean">The mean of the parameter in these draws.</param>
/// <param name="Figure">The mean of the figure in these draws, with its Monte Carlo standard error.</param>
/// <param name="Draws">The number of these draws.</param>
public sealed record ConditionalPart(int Tenth, double ParameterMean, Estimate Figure, int Draws);
