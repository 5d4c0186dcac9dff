namespace Sroi.Arithmetic;

/// <summary>The arithmetic of formulas on single numbers; not a number stands for "undefined".</summary>
internal static class ScalarArithmetic
{
    private const double LargestWhole = 1024;

    /// <summary>Undefined where the divisor is zero.</summary>
    public static double Quotient(double left, double right) => right == 0 ? double.NaN : left / right;

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

    /// <summary>Base to the power of exponent: by multiplication where that is a whole number.</summary>
    public static double Power(double @base, double exponent) =>
        @base.Equals(Math.E) ? Elementary.Exp(exponent)
        : IsWhole(exponent) ? Elementary.Power(@base, (int)exponent)
        : Elementary.Power(@base, exponent);

    /// <summary>Whether a power of it is a product.</summary>
    public static bool IsWhole(double exponent) => Math.Abs(exponent) <= LargestWhole && Math.Floor(exponent).Equals(exponent);
}
