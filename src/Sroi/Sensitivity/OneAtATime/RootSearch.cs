using MathNet.Numerics.RootFinding;
using Sroi.Parameters.Distributions;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>The value of a parameter, nearest to its base value, at which a function of it is zero.</summary>
internal static class RootSearch
{
    private const int Steps = 48;
    private const double FarTail = 1e-9;

    // How far beyond the support of a parameter a root is sought, in multiples of its size.
    private const double Reach = 1e6;
    private const double Accuracy = 1e-13;
    private const double Small = 1e-6;
    private const int MostSteps = 200;

    /// <summary>The root nearest to the base value: among the possible values of the parameter, otherwise beyond them; null if there is none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="function">The function; null if undefined.</param>
    public static double? Nearest(VariedParameter parameter, Func<double, double?> function) =>
        Points(parameter) is var points && Within(points, function) is [_, ..] within
            ? within.MinBy(root => Math.Abs(root - parameter.Base))
            : Beyond(parameter, points, function);

    /// <summary>Possible values of the parameter, close enough together to bracket the roots of a function.</summary>
    public static double[] Points(VariedParameter parameter) => [.. Possible(parameter).Distinct().Order()];

    /// <summary>The roots among possible values of the parameter, ascending.</summary>
    /// <param name="points">The parameter's <see cref="Points"/>.</param>
    /// <param name="function">The function; null if undefined.</param>
    public static double[] Within(double[] points, Func<double, double?> function) => All(points, function);

    /// <summary>The root nearest to the base value beyond the possible values of the parameter; null if there is none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="points">Its <see cref="Points"/>.</param>
    /// <param name="function">The function; null if undefined.</param>
    public static double? Beyond(VariedParameter parameter, double[] points, Func<double, double?> function)
    {
        double[] roots = All([.. points.Concat(Beyond(parameter)).Distinct().Order()], function);
        return roots.Length == 0 ? null : roots.MinBy(root => Math.Abs(root - parameter.Base));
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

        // A change of sign across a pole is not a root.
        return isFound && Math.Abs(function(root) ?? double.MaxValue) <= Small * size ? root : null;
    }

    // Evenly spaced in the probability of an uncertain parameter, and evenly between the ends of its support if both are finite.
    private static IEnumerable<double> Possible(VariedParameter parameter)
    {
        Support possible = parameter.Possible;
        yield return parameter.Base;
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

            if (parameter.IsUncertain)
            {
                yield return parameter.Distribution.Quantile(Math.Clamp(part, FarTail, 1 - FarTail));
            }
        }
    }

    private static IEnumerable<double> Beyond(VariedParameter parameter)
    {
        if (parameter.IsShare)
        {
            yield return 0;
            yield return 1;
            yield break;
        }

        double size = Math.Max(Math.Abs(parameter.Base), parameter.Distribution.StandardDeviation);
        size = size > 0 && double.IsFinite(size) ? size : 1;
        for (double far = size / Reach; far <= size * Reach; far *= 2)
        {
            yield return far;
            if (parameter.Possible.Low < 0)
            {
                yield return -far;
            }
        }

        yield return 0;
    }
}
