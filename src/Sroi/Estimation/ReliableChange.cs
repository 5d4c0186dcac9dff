namespace Sroi.Estimation;

/// <summary>How many people changed by more than the error of the instrument explains.</summary>
/// <remarks>Jacobson and Truax 1991, Journal of Consulting and Clinical Psychology 59:12: |change| &gt; 1.96 × sd before × √(2 (1 − reliability)).</remarks>
/// <param name="Threshold">The change that has to be exceeded, in points.</param>
/// <param name="Improved">How many got better by more.</param>
/// <param name="Worsened">How many got worse by more.</param>
/// <param name="Count">How many there are.</param>
public sealed record ReliableChange(double Threshold, int Improved, int Worsened, int Count)
{
    private const double Level = 1.96;

    /// <summary>Counted from pairs of scores.</summary>
    /// <param name="before">Scores before, one per person.</param>
    /// <param name="after">Scores after, of the same people in the same order.</param>
    /// <param name="reliability">The reliability of the instrument, from 0 to below 1.</param>
    /// <param name="higherIsBetter">Whether a higher score is better.</param>
    /// <exception cref="ArgumentException">The scores differ in number, there are fewer than two, or the reliability is not from 0 to below 1.</exception>
    public static ReliableChange Of(ReadOnlySpan<double> before, ReadOnlySpan<double> after, double reliability, bool higherIsBetter) =>
        reliability is >= 0 and < 1
            ? Of(Pairs.Changes(before, after), Level * Sample.Of(before).StandardDeviation * Math.Sqrt(2 * (1 - reliability)), higherIsBetter)
            : throw new ArgumentException($"A reliability lies between 0 and 1; found {Quantities.Figures.Number(reliability)}.");

    /// <summary>Counted with a published threshold, such as 6 points of the PHQ-9.</summary>
    /// <param name="changes">The change of each person, after less before.</param>
    /// <param name="threshold">The change that has to be exceeded, in points.</param>
    /// <param name="higherIsBetter">Whether a higher score is better.</param>
    public static ReliableChange Of(ReadOnlySpan<double> changes, double threshold, bool higherIsBetter)
    {
        int up = 0,
            down = 0;
        foreach (double change in changes)
        {
            up += change > threshold ? 1 : 0;
            down += change < -threshold ? 1 : 0;
        }

        return higherIsBetter ? new(threshold, up, down, changes.Length) : new(threshold, down, up, changes.Length);
    }
}
