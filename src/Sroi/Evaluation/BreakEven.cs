using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>The number of people of one intake at which the service breaks even, everything else as it is.</summary>
internal static class BreakEven
{
    private const double Tolerance = 1e-9;

    /// <summary>The number of people at which the net present value is zero; null if no number above zero does.</summary>
    /// <param name="social">The social return.</param>
    /// <param name="replaced">Values instead of base values, by full id.</param>
    public static double? People(SocialReturn social, IReadOnlyDictionary<string, double> replaced)
    {
        if (
            social.Scenario.People is not { } people
            || new Valuation(replaced).Of(people) is not (> 0 and var now)
            || AddressOf(people) is not { } id
        )
        {
            return null;
        }

        double? Net(double count) => new Valuation(new Dictionary<string, double>(replaced) { [id] = count }).Of(social.NetPresentValue);
        if (Net(0) is not { } none || Net(now) is not { } present || Net(2 * now) is not { } twice)
        {
            return null;
        }

        double perPerson = (present - none) / now;
        bool isLinear = Math.Abs(twice - (2 * present) + none) <= Tolerance * Math.Max(Math.Abs(none), Math.Abs(twice));
        return isLinear ? (perPerson > 0 && none < 0 ? -none / perPerson : null) : Bracketed(Net, now);
    }

    private static string? AddressOf(Formula people) =>
        people switch
        {
            Formula.Given given => given.Quantity.Id,
            Formula.Named named => named.Id,
            _ => null,
        };

    // Bisection after doubling: the net present value is continuous in the number of people, and a tenth of a person is precise enough by far.
    private static double? Bracketed(Func<double, double?> net, double start)
    {
        double low = 0,
            high = start;
        for (int doubled = 0; net(high) is < 0; doubled++, high *= 2)
        {
            if (doubled == 40)
            {
                return null;
            }
        }

        if (net(low) is >= 0 or null)
        {
            return null;
        }

        for (int step = 0; step < 200 && high - low > Tolerance * high; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = net(middle) is < 0 ? (middle, high) : (low, middle);
        }

        return high;
    }
}
