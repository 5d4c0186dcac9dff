namespace Sroi.Sensitivity;

/// <summary>Keys for sorting rows: rounded, so that values equal on paper are ordered by id and not by their last bits.</summary>
internal static class SortKeys
{
    private const double Digits = 1e9;

    /// <summary>The number to nine significant digits.</summary>
    public static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round(value / unit * Digits) / Digits * unit;
    }

    /// <summary>The number to nine significant digits; null for null.</summary>
    public static double? Rounded(double? value) => value is { } known ? Rounded(known) : null;
}
