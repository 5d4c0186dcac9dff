namespace Sroi.Quantities;

/// <summary>A fraction of a whole, from 0 to 1 (0.25 is 25 %).</summary>
public readonly record struct Share
{
    private Share(double value) => Value = value;

    /// <summary>The fraction, from 0 to 1.</summary>
    public double Value { get; }

    /// <summary>The remainder: 1 − this share.</summary>
    public Share Remainder => new(1 - Value);

    /// <summary>The share <paramref name="fraction"/> of a whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1, or not a number.</exception>
    public static Share Of(double fraction) =>
        fraction is >= 0 and <= 1
            ? new(fraction)
            : throw new ArgumentOutOfRangeException(
                nameof(fraction),
                fraction,
                "A share is a fraction between 0 and 1. For 25 % write Share.Of(0.25) or 25.Percent."
            );

    /// <inheritdoc/>
    public override string ToString() => Figures.Percent(Value);
}

/// <summary>Literals that read as an analyst writes them.</summary>
public static class Literals
{
    extension(int number)
    {
        /// <summary>This many per cent: <c>25.Percent</c> is a quarter.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 100.</exception>
        public Share Percent => Share.Of(number / 100.0);
    }

    extension(double number)
    {
        /// <summary>This many per cent: <c>2.5.Percent</c> is a fortieth.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 100.</exception>
        public Share Percent => Share.Of(number / 100.0);
    }
}
