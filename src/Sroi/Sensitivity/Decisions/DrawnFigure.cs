using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>A figure over the draws.</summary>
/// <param name="Base">At the base values; null if undefined.</param>
/// <param name="Mean">The mean with its standard error; for a ratio, mean benefits ÷ mean inputs. Null if undefined.</param>
/// <param name="Low">The 2.5th percentile of the draws; null if the mean is.</param>
/// <param name="High">The 97.5th percentile; null if the mean is.</param>
public sealed record DrawnFigure(double? Base, Estimate? Mean, double? Low, double? High)
{
    internal static DrawnFigure Of(double? atBase, double[] draws) =>
        new(atBase, Moments.MeanOf(draws), Percentile(draws, 0.025), Percentile(draws, 0.975));

    /// <summary>
    /// A ratio of means, with the interval of the draws' ratios if all are defined. None if the denominators are not above zero by
    /// more than two standard errors.
    /// </summary>
    internal static DrawnFigure Ratio(double? atBase, double[] numerators, double[] denominators)
    {
        Moments below = Moments.Of(denominators);
        if (below.Mean <= 0 || !below.Estimate.DiffersFromZero)
        {
            return new(below.Mean.Equals(0) ? null : atBase, null, null, null);
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
