using MathNet.Numerics.RootFinding;
using Sroi.Parameters.Distributions;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>The value of an input, nearest to its base value, at which a function of it is zero.</summary>
internal static class RootSearch
{
    private const int Steps = 48;
    private const double FarTail = 1e-9;

    // How far beyond what is known of an input a root is looked for, in multiples of its size.
    private const double Reach = 1e6;
    private const double Accuracy = 1e-13;
    private const double Small = 1e-6;
    private const int MostSteps = 200;

    /// <summary>The root nearest to the base value: among the values the input can have, else beyond them; null where there is none.</summary>
    /// <param name="input">The input.</param>
    /// <param name="function">The function; null where it is undefined.</param>
    public static double? Nearest(VariedInput input, Func<double, double?> function) =>
        Points(input) is var points && Within(points, function) is [_, ..] within
            ? within.MinBy(root => Math.Abs(root - input.Base))
            : Beyond(input, points, function);

    /// <summary>Values that the input can have, close enough together that a function of it is looked at between them.</summary>
    public static double[] Points(VariedInput input) => [.. Possible(input).Distinct().Order()];

    /// <summary>The roots among values that the input can have, rising.</summary>
    /// <param name="points">The input's <see cref="Points"/>.</param>
    /// <param name="function">The function; null where it is undefined.</param>
    public static double[] Within(double[] points, Func<double, double?> function) => All(points, function);

    /// <summary>The root nearest to the base value beyond the values the input can have; null where there is none.</summary>
    /// <param name="input">The input.</param>
    /// <param name="points">Its <see cref="Points"/>.</param>
    /// <param name="function">The function; null where it is undefined.</param>
    public static double? Beyond(VariedInput input, double[] points, Func<double, double?> function)
    {
        double[] roots = All([.. points.Concat(Beyond(input)).Distinct().Order()], function);
        return roots.Length == 0 ? null : roots.MinBy(root => Math.Abs(root - input.Base));
    }

    private static double[] All(double[] points, Func<double, double?> function)
    {
        List<double> roots = [];
        double?[] values = [.. points.Select(function)];
        for (int i = 0; i + 1 < points.Length; i++)
        {
            if (values[i] is not { } low || values[i + 1] is not { } high || (low > 0 && high > 0) || (low < 0 && high < 0))
            {
                continue;
            }

            double? root =
                low == 0 ? points[i]
                : high == 0 ? points[i + 1]
                : Between(points[i], points[i + 1], function);
            if (root is { } found && (roots.Count == 0 || found > roots[^1]))
            {
                roots.Add(found);
            }
        }

        return [.. roots];
    }

    private static double? Between(double low, double high, Func<double, double?> function)
    {
        double accuracy = Accuracy * Math.Max(Math.Abs(low), Math.Abs(high)),
            size = Math.Max(Math.Abs(function(low) ?? 0), Math.Abs(function(high) ?? 0));
        bool isFound = Brent.TryFindRoot(x => function(x) ?? double.NaN, low, high, Math.Max(accuracy, double.Epsilon), MostSteps, out double root);

        // Where the sign changes across a pole there is no root.
        return isFound && Math.Abs(function(root) ?? double.MaxValue) <= Small * size ? root : null;
    }

    // Evenly over the probability of an uncertain input, and evenly between the ends where there are two.
    private static IEnumerable<double> Possible(VariedInput input)
    {
        Support possible = input.Possible;
        yield return input.Base;
        if (double.IsFinite(possible.Low))
        {
            yield return possible.Low;
        }

        if (double.IsFinite(possible.High))
        {
            yield return possible.High;
        }

        for (int i = 0; i <= Steps; i++)
        {
            double part = (double)i / Steps;
            if (double.IsFinite(possible.Low) && double.IsFinite(possible.High))
            {
                yield return possible.Low + (part * (possible.High - possible.Low));
            }

            if (input.IsUncertain)
            {
                yield return input.Distribution.Quantile(Math.Clamp(part, FarTail, 1 - FarTail));
            }
        }
    }

    private static IEnumerable<double> Beyond(VariedInput input)
    {
        if (input.IsShare)
        {
            yield return 0;
            yield return 1;
            yield break;
        }

        double size = Math.Max(Math.Abs(input.Base), input.Distribution.StandardDeviation);
        size = size > 0 && double.IsFinite(size) ? size : 1;
        for (double far = size / Reach; far <= size * Reach; far *= 2)
        {
            yield return far;
            if (input.Possible.Low < 0)
            {
                yield return -far;
            }
        }

        yield return 0;
    }
}
