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

    /// <summary>The most of those values whose labels have room beside each other.</summary>
    /// <param name="format">How they are written.</param>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="about">How many are wanted at most.</param>
    /// <param name="room">The room in pixels.</param>
    /// <param name="character">The width of a character in pixels.</param>
    public static double[] TicksThatFit(AxisFormat format, double low, double high, int about, double room, double character)
    {
        for (int wanted = about; wanted > 1; wanted--)
        {
            double[] ticks = Ticks(low, high, wanted);
            double step = ticks.Length > 1 ? ticks[1] - ticks[0] : 1;
            double apart = step / (high - low) * room;
            if (ticks.All(tick => (Tick(format, tick, step).Length * character) + 10 <= apart))
            {
                return ticks;
            }
        }

        return Ticks(low, high, 1);
    }

    /// <summary>Every how many names side by side there is room for one.</summary>
    /// <param name="names">The names.</param>
    /// <param name="room">The room in pixels.</param>
    public static int NamesApart(IReadOnlyList<string> names, double room)
    {
        double widest = TextLines.LongestWord(names) + 10;
        return Apart.FirstOrDefault(
            apart => names.Count <= apart * MostNames && room * apart / Math.Max(1, names.Count) >= widest,
            Math.Max(1, names.Count)
        );
    }

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
