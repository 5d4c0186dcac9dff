namespace Sroi.Uncertainty.Summaries;

/// <summary>The sums of one figure over some draws, taken from a fixed centre to keep precision.</summary>
internal struct BlockSums
{
    /// <summary>Draws in which the figure has a value.</summary>
    public long Count;

    /// <summary>Draws above the figure's threshold.</summary>
    public long Above;

    /// <summary>Draws in which a ratio is undefined, because its divisor is not above zero.</summary>
    public long Outside;

    /// <summary>Draws without a value: a division by zero, or a number too large.</summary>
    public long Undefined;

    /// <summary>The address of the first draw without a value; meaningless if there is none.</summary>
    public long FirstUndefined;

    /// <summary>The smallest and the largest value.</summary>
    public double Smallest,
        Largest;

    /// <summary>Sums of the first to fourth powers of the distance from the centre.</summary>
    public double First,
        Second,
        Third,
        Fourth;

    /// <summary>Of no draws.</summary>
    public static BlockSums None => new() { Smallest = double.PositiveInfinity, Largest = double.NegativeInfinity };

    /// <summary>Adds the sums of later draws.</summary>
    public void Add(in BlockSums later)
    {
        FirstUndefined =
            Undefined == 0 ? later.FirstUndefined
            : later.Undefined == 0 ? FirstUndefined
            : Math.Min(FirstUndefined, later.FirstUndefined);
        Count += later.Count;
        Above += later.Above;
        Outside += later.Outside;
        Undefined += later.Undefined;
        Smallest = Math.Min(Smallest, later.Smallest);
        Largest = Math.Max(Largest, later.Largest);
        First += later.First;
        Second += later.Second;
        Third += later.Third;
        Fourth += later.Fourth;
    }
}
