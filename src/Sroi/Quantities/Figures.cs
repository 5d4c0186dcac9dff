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
