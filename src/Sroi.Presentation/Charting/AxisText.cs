using System.Globalization;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting;

/// <summary>The values of an axis, as they are written.</summary>
internal static class AxisText
{
    private const int MostNames = 12;
    private static readonly int[] Apart = [1, 2, 5, 10, 20, 50, 100];

    public static string Of(AxisFormat format, double value) =>
        format switch
        {
            AxisFormat.Pounds => Figures.Pounds(value),
            AxisFormat.Percent => Figures.Percent(value, 0.0001),
            _ => Figures.Short(value),
        };

    /// <summary>Values at round steps from low to high, about so many.</summary>
    public static double[] Ticks(double low, double high, int about)
    {
        double raw = (high - low) / about;
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step =
            power
            * (raw / power) switch
            {
                <= 1 => 1,
                <= 2 => 2,
                <= 5 => 5,
                _ => 10,
            };
        int first = (int)Math.Ceiling(low / step),
            last = (int)Math.Floor(high / step);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => i * step)];
    }

    /// <summary>Every how many of so many names stand side by side have room to be written.</summary>
    public static int NamesApart(int names) => Apart.FirstOrDefault(apart => names <= apart * MostNames, names);

    /// <summary>A tick, in no more digits than the steps between ticks need.</summary>
    public static string Tick(AxisFormat format, double value, double step)
    {
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(format == AxisFormat.Percent ? step * 100 : step)), 0, 6);
        string digits = Math.Abs(format == AxisFormat.Percent ? value * 100 : value)
            .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string sign = value < 0 ? "−" : "";
        return format switch
        {
            AxisFormat.Pounds => $"{sign}£{digits}",
            AxisFormat.Percent => $"{sign}{digits} %",
            _ => sign + digits,
        };
    }
}
