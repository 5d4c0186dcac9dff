using System.Globalization;

namespace Sroi.Quantities;

/// <summary>How figures are written for people: rounded only here, the same in every culture.</summary>
public static class Figures
{
    /// <summary>Pounds, to the pound from £1,000 and to the penny below: <c>£1,234</c>, <c>−£5.00</c>.</summary>
    public static string Pounds(double amount)
    {
        double size = Math.Abs(amount);
        string digits = size.ToString(size >= 1000 ? "N0" : "N2", CultureInfo.InvariantCulture);
        return amount < 0 && digits.Any(c => c is > '0' and <= '9') ? $"−£{digits}" : $"£{digits}";
    }

    /// <summary>A share as a percentage with at most two decimals: <c>2.5 %</c>.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>A ratio with two decimals: <c>1.93</c>.</summary>
    public static string Ratio(double ratio) => Signed(ratio.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>Pounds, to no more digits than an error allows: <c>£1,370,000</c> with an error of £340.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="error">Its standard error; 0 for none.</param>
    public static string Pounds(double amount, double error)
    {
        double digit = LastDigit(amount, error, Math.Abs(amount) >= 1000 ? 0 : -2);
        double rounded = Rounded(amount, digit);
        return digit < 0.5 ? Pounds(rounded) : (rounded < 0 ? "−£" : "£") + Math.Abs(rounded).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>A ratio with two decimals, or fewer if its error does not justify them.</summary>
    /// <param name="ratio">The ratio.</param>
    /// <param name="error">Its standard error; 0 for none.</param>
    public static string Ratio(double ratio, double error) => Signed(Decimal(ratio, LastDigit(ratio, error, -2)));

    /// <summary>A share as a percentage with at most one decimal, or to the digits that an error allows.</summary>
    /// <param name="share">The share.</param>
    /// <param name="error">Its standard error, as a share; 0 for none.</param>
    public static string Percent(double share, double error) => Decimal(share * 100, LastDigit(share * 100, error * 100, -1)) + " %";

    /// <summary>A number to four significant digits, with thousands separators.</summary>
    public static string Short(double value)
    {
        double digit = value == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3);
        return Number(Math.Abs(value) is > 1e-6 and < 1e15 ? Math.Round(value / digit) * digit : value);
    }

    /// <summary>An error to two significant digits.</summary>
    public static string Error(double error) => error == 0 ? "0" : ToSpread(error, error);

    /// <summary>A value to the second significant digit of its spread: <c>0.73</c> with a standard deviation of 0.302.</summary>
    /// <param name="value">The value.</param>
    /// <param name="spread">Its standard deviation, above zero.</param>
    public static string ToSpread(double value, double spread)
    {
        int decimals = 1 - (int)Math.Floor(Math.Log10(spread));
        double unit = Math.Pow(10, -decimals),
            rounded = (Math.Round(value / unit) * unit) + 0.0;
        return Signed(rounded.ToString(decimals > 0 ? $"N{Math.Min(decimals, 15)}" : "N0", CultureInfo.InvariantCulture));
    }

    // The last digit that is at least as large as the error: no smaller than ten to a power, and no larger than the first digit of the value.
    private static double LastDigit(double value, double error, int least)
    {
        double digit = error > 0 && double.IsFinite(error) ? Math.Ceiling(Math.Log10(error)) : least,
            first = value == 0 ? least : Math.Floor(Math.Log10(Math.Abs(value)));
        return Math.Pow(10, Math.Max(least, Math.Min(digit, first)));
    }

    private static string Decimal(double value, double digit) =>
        Rounded(value, digit).ToString(digit < 1 ? $"N{(int)Math.Round(-Math.Log10(digit))}" : "N0", CultureInfo.InvariantCulture);

    private static double Rounded(double value, double digit) => Math.Round(value / digit) * digit;

    /// <summary>A number to about six significant digits, with thousands separators.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size switch
        {
            0 => "0",
            >= 1e15 or < 1e-6 => "0.#####e0",
            >= 100_000 => "N0",
            >= 1_000 => "#,##0.##",
            >= 1 => "0.####",
            _ => "0.######",
        };
        return Signed(value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>A value with its unit, as it reads best: money as pounds, a plain number below one as a percentage.</summary>
    public static string WithUnit(double value, Unit unit) =>
        unit switch
        {
            { IsNone: true } => Number(value),
            { Text: "GBP" } => Pounds(value),
            _ when unit.Text.StartsWith("GBP/", StringComparison.Ordinal) => Pounds(value)
                + unit.Text[3..].Replace("/", " per ", StringComparison.Ordinal),
            _ => $"{Number(value)} {unit}",
        };

    private static string Signed(string digits) => digits.StartsWith('-') ? "−" + digits[1..] : digits;
}
