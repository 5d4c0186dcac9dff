namespace Sroi.Sensitivity.OneAtATime;

/// <summary>The range over which a parameter is varied, in its unit.</summary>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value.</param>
public sealed record ValueRange(double Low, double High)
{
    private const int MostPoints = 10_001;

    internal static ValueRange For(VariedParameter parameter, ValueRange? chosen)
    {
        if (chosen is null)
        {
            return parameter.IsUncertain
                ? new(parameter.Distribution.Quantile(0.05), parameter.Distribution.Quantile(0.95))
                : throw new SensitivityException(
                    $"{parameter.Id} is known exactly ({parameter.Shown(parameter.Base)}) and has no spread. Give a range, such as {Suggested(parameter)}."
                );
        }

        if (!double.IsFinite(chosen.Low) || !double.IsFinite(chosen.High) || chosen.Low >= chosen.High)
        {
            throw new SensitivityException(
                $"The range of {parameter.Id} must go from a lower to a higher value; found {parameter.Shown(chosen.Low)} to {parameter.Shown(chosen.High)}."
            );
        }

        // A range may go beyond the spread, but not beyond what the kind of number allows.
        bool isPossible = parameter.IsShare
            ? chosen is { Low: >= 0, High: <= 1 }
            : parameter.Base < 0 || parameter.Distribution.Support.Low < 0 || chosen.Low >= 0;
        return isPossible
            ? chosen
            : throw new SensitivityException(
                $"{parameter.Id} {(parameter.IsShare ? "is a share and must be between 0 % and 100 %" : "cannot be below zero")}; found {parameter.Shown(chosen.Low)} to {parameter.Shown(chosen.High)}."
            );
    }

    internal IEnumerable<double> Values(int points) =>
        points is >= 2 and <= MostPoints
            ? Enumerable.Range(0, points).Select(i => i == points - 1 ? High : Low + ((High - Low) * i / (points - 1)))
            : throw new SensitivityException($"The number of values must be from 2 to {MostPoints:N0}; found {points:N0}.");

    private static string Suggested(VariedParameter parameter)
    {
        (double low, double high) = parameter.MiddleRange();
        return $"{parameter.Shown(low)} to {parameter.Shown(high)}";
    }
}
