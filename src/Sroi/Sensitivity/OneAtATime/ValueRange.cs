namespace Sroi.Sensitivity.OneAtATime;

/// <summary>From where to where an input is varied, in its own unit.</summary>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value.</param>
public sealed record ValueRange(double Low, double High)
{
    private const int MostPoints = 10_001;

    internal static ValueRange For(VariedInput input, ValueRange? chosen)
    {
        if (chosen is null)
        {
            return input.IsUncertain
                ? new(input.Distribution.Quantile(0.05), input.Distribution.Quantile(0.95))
                : throw new SensitivityException(
                    $"{input.Id} is known exactly ({input.Shown(input.Base)}) and has no spread to be varied over. Give a range, such as {Suggested(input)}."
                );
        }

        if (!double.IsFinite(chosen.Low) || !double.IsFinite(chosen.High) || chosen.Low >= chosen.High)
        {
            throw new SensitivityException(
                $"The range of {input.Id} must go from a lower to a higher value; found {input.Shown(chosen.Low)} to {input.Shown(chosen.High)}."
            );
        }

        // Where a spread does not reach it may still be asked what would be; what such a number cannot be at all is refused.
        bool isPossible = input.IsShare
            ? chosen is { Low: >= 0, High: <= 1 }
            : input.Base < 0 || input.Distribution.Support.Low < 0 || chosen.Low >= 0;
        return isPossible
            ? chosen
            : throw new SensitivityException(
                $"{input.Id} {(input.IsShare ? "is a share of a whole and lies between 0 % and 100 %" : "cannot be below zero")}; found {input.Shown(chosen.Low)} to {input.Shown(chosen.High)}."
            );
    }

    internal IEnumerable<double> Values(int points) =>
        points is >= 2 and <= MostPoints
            ? Enumerable.Range(0, points).Select(i => i == points - 1 ? High : Low + ((High - Low) * i / (points - 1)))
            : throw new SensitivityException($"It takes from 2 to {MostPoints:N0} values to see what an input does; found {points:N0}.");

    private static string Suggested(VariedInput input)
    {
        (double low, double high) = input.MiddleRange();
        return $"{input.Shown(low)} to {input.Shown(high)}";
    }
}
