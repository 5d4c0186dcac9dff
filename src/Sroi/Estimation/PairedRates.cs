namespace Sroi.Estimation;

/// <summary>The ratio of two rates of events of the same people: after against before.</summary>
/// <remarks>
/// The standard error of the logarithm is robust, clustered by person with the factor n ÷ (n − 1), since the same people return: the linearised ratio, as in a
/// Poisson regression by generalised estimating equations (Liang and Zeger 1986). Beside it, that of independent Poisson counts, √(1 ÷ A + 1 ÷ B).
/// </remarks>
public sealed record PairedRates
{
    private PairedRates(double before, double after, double rateBefore, double rateAfter) =>
        (EventsBefore, EventsAfter, RateBefore, RateAfter) = (before, after, rateBefore, rateAfter);

    /// <summary>Events before.</summary>
    public double EventsBefore { get; }

    /// <summary>Events after.</summary>
    public double EventsAfter { get; }

    /// <summary>Events before, per unit of exposure.</summary>
    public double RateBefore { get; }

    /// <summary>Events after, per unit of exposure.</summary>
    public double RateAfter { get; }

    /// <summary>The logarithm of the rate ratio, with the robust standard error.</summary>
    public EffectEstimate Estimate { get; private init; } = null!;

    /// <summary>The standard error of the logarithm if the counts were independent and Poisson; it can be larger or smaller than the robust one.</summary>
    public double PoissonError => Math.Sqrt((1 / EventsBefore) + (1 / EventsAfter));

    /// <summary>The rate ratio of counts by person.</summary>
    /// <param name="before">Events before, one count per person.</param>
    /// <param name="after">Events after, of the same people in the same order.</param>
    /// <param name="exposureBefore">The time that each person was observed before.</param>
    /// <param name="exposureAfter">The time that each person was observed after, in the same unit.</param>
    /// <exception cref="ArgumentException">They differ in length, a count is negative or not whole, an exposure not above zero, or a period has no event.</exception>
    public static PairedRates Of(
        ReadOnlySpan<double> before,
        ReadOnlySpan<double> after,
        ReadOnlySpan<double> exposureBefore,
        ReadOnlySpan<double> exposureAfter
    )
    {
        Pairs.RequireSame(before.Length, after.Length, "counts before", "after");
        Pairs.RequireSame(before.Length, exposureBefore.Length, "counts", "exposures before");
        Pairs.RequireSame(before.Length, exposureAfter.Length, "counts", "exposures after");
        int people = before.Length;
        if (people < 2)
        {
            throw new ArgumentException("The robust error of a rate ratio needs at least two people.");
        }

        double eventsBefore = Counted(before, "before"),
            eventsAfter = Counted(after, "after"),
            timeBefore = Exposed(exposureBefore, "before"),
            timeAfter = Exposed(exposureAfter, "after"),
            squares = 0;
        for (int i = 0; i < people; i++)
        {
            double pull = (after[i] / eventsAfter) - (exposureAfter[i] / timeAfter) - ((before[i] / eventsBefore) - (exposureBefore[i] / timeBefore));
            squares += pull * pull;
        }

        double rateBefore = eventsBefore / timeBefore,
            rateAfter = eventsAfter / timeAfter,
            error = Math.Sqrt(squares * people / (people - 1));
        return new(eventsBefore, eventsAfter, rateBefore, rateAfter)
        {
            Estimate = new(EffectScale.LogRatio, Math.Log(rateAfter / rateBefore), error, double.PositiveInfinity),
        };
    }

    private static double Counted(ReadOnlySpan<double> counts, string period)
    {
        double sum = 0;
        foreach (double count in counts)
        {
            sum +=
                count >= 0 && double.IsInteger(count)
                    ? count
                    : throw new ArgumentException($"A count {period} is {Quantities.Figures.Number(count)}; counts are whole and not negative.");
        }

        return sum > 0 ? sum : throw new ArgumentException($"There is no event {period}, so there is no ratio of rates.");
    }

    private static double Exposed(ReadOnlySpan<double> times, string period)
    {
        double sum = 0;
        foreach (double time in times)
        {
            sum +=
                time > 0 && double.IsFinite(time)
                    ? time
                    : throw new ArgumentException($"An exposure {period} is {Quantities.Figures.Number(time)}; it must be above zero.");
        }

        return sum;
    }
}
