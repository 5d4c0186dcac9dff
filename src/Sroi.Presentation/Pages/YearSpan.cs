using System.Collections.Immutable;
using System.Globalization;
using Sroi.Evaluation;

namespace Sroi.Presentation.Pages;

/// <summary>Years of an appraisal that share a row of a table.</summary>
/// <param name="First">The first year; 0 for the start.</param>
/// <param name="Last">The last year.</param>
/// <param name="Name">How it is written: <c>3 (2027-28)</c>, or <c>11 to 20 (2035-36 to 2044-45)</c>.</param>
internal sealed record YearSpan(int First, int Last, string Name)
{
    /// <summary>More years than these are folded.</summary>
    public const int Most = 30;

    private const int Folded = 10;

    /// <summary>Every year by itself; of an appraisal of more than thirty years the first ten, then ten years at a time.</summary>
    /// <param name="result">The appraisal.</param>
    /// <param name="start">How the start is written; it is omitted if nothing is spent then.</param>
    public static ImmutableArray<YearSpan> Of(SroiResult result, string start)
    {
        int years = result.BenefitsByYear.Length - 1;
        IEnumerable<(int First, int Last)> spans =
            years <= Most
                ? Enumerable.Range(1, years).Select(year => (year, year))
                : Enumerable
                    .Range(1, Folded)
                    .Select(year => (year, year))
                    .Concat(Enumerable.Range(1, (years - 1) / Folded).Select(ten => ((ten * Folded) + 1, Math.Min((ten + 1) * Folded, years))));
        return
        [
            .. result.InputsByYear[0] == 0 ? Array.Empty<YearSpan>() : [new(0, 0, start)],
            .. spans.Select(span => new YearSpan(span.First, span.Last, NameOf(result, span.First, span.Last))),
        ];
    }

    /// <summary>The name of one year.</summary>
    public static string NameOf(SroiResult result, int year) => NameOf(result, year, year);

    /// <summary>What these years come to.</summary>
    public double Sum(ImmutableArray<double> byYear) => byYear.AsSpan(First, Last - First + 1).ToArray().Sum();

    /// <summary>Whether a year has a row of its own where years cannot be summed, as percentiles cannot: the first ten, then every tenth.</summary>
    public static bool IsShown(int year, int years) => years <= Most || year <= Folded || year % Folded == 0;

    /// <summary>Years as a list, long runs of them by their ends: <c>1, 2, 3</c> or <c>1 to 200</c>.</summary>
    public static string Listed(ImmutableArray<int> years) =>
        years.Length > Folded && years[^1] - years[0] == years.Length - 1
            ? string.Create(CultureInfo.InvariantCulture, $"{years[0]} to {years[^1]}")
            : string.Join(", ", years);

    private static string NameOf(SroiResult result, int first, int last)
    {
        Quantities.PriceYear from = result.Scenario.Appraisal.FirstYear.Plus(first - 1),
            to = result.Scenario.Appraisal.FirstYear.Plus(last - 1);
        return first == last
            ? string.Create(CultureInfo.InvariantCulture, $"{first} ({from})")
            : string.Create(CultureInfo.InvariantCulture, $"{first} to {last} ({from} to {to})");
    }
}
