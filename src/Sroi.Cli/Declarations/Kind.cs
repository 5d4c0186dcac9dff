using System.Globalization;
using System.Net;
using Sroi.Batch.Queue;
using Sroi.Batch.Running;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Declarations;

/// <summary>What an option takes.</summary>
/// <param name="Takes">What it takes, with an example, as in "--threads takes a whole number, such as 4".</param>
/// <param name="Read">The value of a text, or null if the text has no such value.</param>
internal sealed record Kind<T>(string Takes, Func<string, T> Read);

/// <summary>The kinds of values, as written on a command line.</summary>
internal static class Kinds
{
    /// <summary>A whole number such as 100000, 100,000 or 1e5.</summary>
    public static readonly Kind<int?> Count = new($"a whole number up to {int.MaxValue:N0}, such as 100000 or 1e5", Whole);

    /// <summary>A small whole number such as 4.</summary>
    public static readonly Kind<int?> Few = new("a whole number, such as 4", Whole);

    /// <summary>A number of draws.</summary>
    public static readonly Kind<long?> Draws = new(
        "a whole number, such as 100000 or 1e6",
        text => TryReadWhole(text, out long number) ? number : null
    );

    /// <summary>A number, a percentage or an amount such as £20,000.</summary>
    public static readonly Kind<double?> Number = new("a number, such as 1.5, 25% or £20,000", NumberOrNull);

    /// <summary>A share such as 0.5% or 0.005.</summary>
    public static readonly Kind<double?> Share = new("a share, such as 0.5% or 0.005", NumberOrNull);

    /// <summary>A seed: any whole number from 0.</summary>
    public static readonly Kind<ulong?> Seed = new(
        $"a whole number from 0 to {ulong.MaxValue}",
        text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed : null
    );

    /// <summary>A shard of a plan.</summary>
    public static readonly Kind<Shard?> Shard = new("a part and the number of parts, such as 3/16", Batch.Running.Shard.Parse);

    /// <summary>A port of this machine, or an address and a port.</summary>
    public static readonly Kind<IPEndPoint?> Endpoint = new("a port, or an address and a port, such as 5050 or 0.0.0.0:5050", QueueDashboard.Parse);

    /// <summary>What was found and, if its digits belong to another script, what to write instead.</summary>
    public static string Found(string text) => AsciiForm.Remedy(text) is { } plain ? $"found '{text}'. {plain}" : $"found '{text}'.";

    /// <summary>Reads a whole number such as 100000, 100,000 or 1e6.</summary>
    public static bool TryReadWhole(string text, out long whole)
    {
        bool isNumber = double.TryParse(text.Replace("_", "").Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        bool isWhole = isNumber && double.IsInteger(number) && Math.Abs(number) < 1e18;
        whole = isWhole ? (long)number : 0;
        return isWhole;
    }

    /// <summary>Reads a number, a percentage or an amount in pounds.</summary>
    public static bool TryRead(string text, out double number)
    {
        string digits = text.Trim().Replace("£", "").Replace(",", "").Replace("_", "").Replace("−", "-");
        bool isPercent = digits.EndsWith('%'),
            isNumber = double.TryParse(digits.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        number = isPercent ? number / 100 : number;
        return isNumber && double.IsFinite(number);
    }

    private static double? NumberOrNull(string text) => TryRead(text, out double number) ? number : null;

    private static int? Whole(string text) => TryReadWhole(text, out long number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;
}
