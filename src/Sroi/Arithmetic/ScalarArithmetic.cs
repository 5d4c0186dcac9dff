namespace Sroi.Arithmetic;

/// <summary>The arithmetic of formulas on single numbers; not a number stands for "undefined".</summary>
internal static class ScalarArithmetic
{
    private const double LargestWhole = 1024;

    /// <summary>Undefined where the divisor is zero.</summary>
    public static double Quotient(double left, double right) => right == 0 ? double.NaN : left / right;

    /// <summary>Undefined unless the divisor is above zero, by more than its rounding noise.</summary>
    public static double Ratio(double dividend, double divisor, double noise = 0) => divisor > noise ? dividend / divisor : double.NaN;

    /// <summary>The value where the condition is not below zero; otherwise undefined.</summary>
    public static double Provided(double value, double condition) => condition >= 0 ? value : double.NaN;

    /// <summary>The first, unless it is undefined; then the second.</summary>
    public static double Otherwise(double first, double second) => double.IsNaN(first) ? second : first;

    /// <summary>The smaller of two; undefined where one is.</summary>
    public static double Smaller(double left, double right) =>
        left <= right ? left
        : right < left ? right
        : double.NaN;

    /// <summary>The larger of two; undefined where one is.</summary>
    public static double Larger(double left, double right) =>
        left >= right ? left
        : right > left ? right
        : double.NaN;

    /// <summary>Base to the power of exponent: by multiplication where that is a whole number, by the square root where it is a half.</summary>
    public static double Power(double @base, double exponent) =>
        @base.Equals(Math.E) ? Elementary.Exp(exponent)
        : exponent == 0.5 ? Math.Sqrt(@base)
        : IsWhole(exponent) ? Elementary.Power(@base, (int)exponent)
        : Elementary.Power(@base, exponent);

    /// <summary>Whether a power of it is a product.</summary>
    public static bool IsWhole(double exponent) => Math.Abs(exponent) <= LargestWhole && Math.Floor(exponent).Equals(exponent);
}
