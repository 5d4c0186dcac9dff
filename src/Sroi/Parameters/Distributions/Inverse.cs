namespace Sroi.Parameters.Distributions;

/// <summary>Solves monotone conditions over doubles by bisection of their bit patterns: at most 64 steps, to the last bit, in every magnitude.</summary>
internal static class Inverse
{
    /// <summary>The smallest double in [low, high] at which <paramref name="holds"/>, which must be false below and true above some point.</summary>
    public static double Smallest(double low, double high, Func<double, bool> holds)
    {
        long below = Order(low),
            above = Order(high);
        if (holds(low))
        {
            return low;
        }

        // Between a negative and a positive double lie more patterns than a signed number counts.
        while (unchecked((ulong)(above - below)) > 1)
        {
            long middle = unchecked(below + (long)((ulong)(above - below) / 2));
            if (holds(Value(middle)))
            {
                above = middle;
            }
            else
            {
                below = middle;
            }
        }

        return Value(above);
    }

    /// <summary>The double halfway between two others in order; the lower one if there is none between them.</summary>
    public static double Between(double low, double high) => Value(unchecked(Order(low) + (long)((ulong)(Order(high) - Order(low)) / 2)));

    // Doubles as integers in the same order, negative ones included.
    private static long Order(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Value(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
