using Sroi.Parameters.Distributions;

namespace Sroi.Estimation;

/// <summary>People in one of two states, such as in work or not, before and after: the share who moved in, less the share who moved out.</summary>
/// <remarks>Jeffreys' prior, ½ for each kind of move: Agresti, Categorical Data Analysis (3rd ed. 2013), 11.1 and 1.6.</remarks>
/// <param name="Stayed">How many are in the same state before and after.</param>
/// <param name="Gained">How many moved into the state.</param>
/// <param name="Lost">How many moved out of it.</param>
public sealed record MovedStates(int Stayed, int Gained, int Lost)
{
    private const double Prior = 0.5;

    /// <summary>How many there are.</summary>
    public int Count => Stayed + Gained + Lost;

    /// <summary>The share who moved in, less the share who moved out.</summary>
    public double NetShare => (Gained - Lost) / (double)Count;

    /// <summary>Its standard error: √(gained + lost − (gained − lost)² ÷ n) ÷ n.</summary>
    public double StandardError => Math.Sqrt(Gained + Lost - ((double)(Gained - Lost) * (Gained - Lost) / Count)) / Count;

    /// <summary>The share who moved in, of all: Jeffreys' beta.</summary>
    public Distribution.Beta ShareGained => new(Gained + Prior, Count - Gained + Prior);

    /// <summary>The share who moved out, of all: Jeffreys' beta.</summary>
    public Distribution.Beta ShareLost => new(Lost + Prior, Count - Lost + Prior);

    /// <summary>
    /// The net share, between −1 and 1: the difference of two shares of a Dirichlet with Jeffreys' prior, by a beta of the same mean and standard deviation.
    /// </summary>
    public Distribution.ScaledBeta ToDistribution()
    {
        double total = Count + (3 * Prior),
            gained = (Gained + Prior) / total,
            lost = (Lost + Prior) / total,
            net = gained - lost;
        return DistributionFrom.ScaledBetaMoments(net, Math.Sqrt((gained + lost - (net * net)) / (total + 1)), -1, 1);
    }

    /// <summary>Counted from pairs of states.</summary>
    /// <param name="before">Whether each person was in the state before.</param>
    /// <param name="after">Whether each person was in it after, in the same order.</param>
    /// <exception cref="ArgumentException">The two differ in length, or are empty.</exception>
    public static MovedStates Of(IReadOnlyList<bool> before, IReadOnlyList<bool> after)
    {
        Pairs.RequireSame(before.Count, after.Count, "states before", "after");
        int gained = before.Zip(after).Count(pair => pair is (false, true)),
            lost = before.Zip(after).Count(pair => pair is (true, false));
        return before.Count > 0 ? new(before.Count - gained - lost, gained, lost) : throw new ArgumentException("There are no pairs of states.");
    }
}
