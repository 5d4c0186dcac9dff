namespace Sroi.Estimation;

/// <summary>The effect that one study found, on the scale on which it is symmetric.</summary>
/// <param name="Label">The study, in words.</param>
/// <param name="Value">The effect; the natural logarithm of a ratio.</param>
/// <param name="StandardError">Its standard error, on the same scale.</param>
public sealed record StudyEffect(string Label, double Value, double StandardError)
{
    private const double ForEmptyCells = 0.5;

    /// <summary>Its sampling variance.</summary>
    internal double Variance => StandardError * StandardError;

    /// <summary>A log risk ratio from two groups. If a cell is empty, ½ is added to each.</summary>
    /// <exception cref="ArgumentException">The counts are not possible.</exception>
    public static StudyEffect LogRiskRatio(string label, double events, double of, double eventsAgainst, double ofAgainst)
    {
        (double a, double b, double c, double d) = Cells(label, events, of, eventsAgainst, ofAgainst);
        return new(label, Math.Log(a / (a + b) / (c / (c + d))), Math.Sqrt((1 / a) - (1 / (a + b)) + (1 / c) - (1 / (c + d))));
    }

    /// <summary>A log odds ratio from two groups. If a cell is empty, ½ is added to each.</summary>
    /// <exception cref="ArgumentException">The counts are not possible.</exception>
    public static StudyEffect LogOddsRatio(string label, double events, double of, double eventsAgainst, double ofAgainst)
    {
        (double a, double b, double c, double d) = Cells(label, events, of, eventsAgainst, ofAgainst);
        return new(label, Math.Log(a * d / (b * c)), Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d)));
    }

    /// <summary>A difference of risks from two groups. If a cell is empty, ½ is added to each.</summary>
    /// <exception cref="ArgumentException">The counts are not possible.</exception>
    public static StudyEffect RiskDifference(string label, double events, double of, double eventsAgainst, double ofAgainst)
    {
        (double a, double b, double c, double d) = Cells(label, events, of, eventsAgainst, ofAgainst);
        double first = a / (a + b),
            second = c / (c + d);
        return new(label, first - second, Math.Sqrt((first * (1 - first) / (a + b)) + (second * (1 - second) / (c + d))));
    }

    /// <summary>A log rate ratio from events and exposures of two groups. If a group has no event, ½ is added to both.</summary>
    /// <exception cref="ArgumentException">A count is negative, or an exposure not above zero.</exception>
    public static StudyEffect LogRateRatio(string label, double events, double exposure, double eventsAgainst, double exposureAgainst)
    {
        if (!(events >= 0 && eventsAgainst >= 0 && exposure > 0 && exposureAgainst > 0))
        {
            throw new ArgumentException($"{label}: events are not negative, and exposures above zero.");
        }

        double add = events == 0 || eventsAgainst == 0 ? ForEmptyCells : 0,
            first = events + add,
            second = eventsAgainst + add;
        return new(label, Math.Log(first / exposure / (second / exposureAgainst)), Math.Sqrt((1 / first) + (1 / second)));
    }

    private static (double A, double B, double C, double D) Cells(string label, double events, double of, double eventsAgainst, double ofAgainst)
    {
        if (!(events >= 0 && events <= of && eventsAgainst >= 0 && eventsAgainst <= ofAgainst && of > 0 && ofAgainst > 0))
        {
            throw new ArgumentException(
                $"{label}: {Shown(events)} of {Shown(of)} against {Shown(eventsAgainst)} of {Shown(ofAgainst)} is not possible; events lie between 0 and the number of people."
            );
        }

        double add = events == 0 || events == of || eventsAgainst == 0 || eventsAgainst == ofAgainst ? ForEmptyCells : 0;
        return (events + add, of - events + add, eventsAgainst + add, ofAgainst - eventsAgainst + add);
    }

    private static string Shown(double number) => Quantities.Figures.Number(number);
}
