namespace Sroi.Arithmetic;

/// <summary>The number of doubles this machine processes at once. Results are identical at every width.</summary>
internal enum Width
{
    One = 1,
    Four = 4,
    Eight = 8,
}

/// <summary>The widths that this machine supports.</summary>
internal static class Widths
{
    public static Width Widest { get; } =
        EightLanes.IsSupported ? Width.Eight
        : FourLanes.IsSupported ? Width.Four
        : Width.One;

    public static IEnumerable<Width> Supported => new[] { Width.One, Width.Four, Width.Eight }.Where(width => width <= Widest);
}
