using System.Collections.Immutable;
using Sroi.Quantities;

namespace Sroi.Parameters;

/// <summary>The prices of financial years against one another: by level, or by yearly change.</summary>
/// <remarks>
/// A calendar year's level is ¼ of the financial year that ends in it plus ¾ of the one that begins in it. An index of changes that does not
/// reach a year is chained there with <see cref="Chained"/>, and the step says so.
/// </remarks>
public sealed record PriceIndex
{
    /// <summary>Its name in files, such as <c>gdp_deflator</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name in words.</summary>
    public required string Label { get; init; }

    /// <summary>The levels of financial years, in their order, on any base.</summary>
    public required ImmutableArray<IndexLevel> Levels { get; init; }

    /// <summary>The first and the last financial year, by the calendar years in which they begin.</summary>
    public (int First, int Last) Reach => (Levels[0].Start, Levels[^1].Start);

    /// <summary>The index that continues this one outside its years; null for none.</summary>
    public PriceIndex? Chained { get; init; }

    /// <summary>What a result that uses the index must say; null for nothing.</summary>
    public string? Caveat { get; init; }

    /// <summary>Where it comes from.</summary>
    public Source? Source { get; init; }

    /// <summary>The edition of the source, such as <c>March 2026</c>; null if not stated.</summary>
    public string? Edition { get; init; }

    /// <summary>What may be done with the figures; null if not stated.</summary>
    public string? Licence { get; init; }

    /// <summary>Whether it is published as yearly changes, so that a step uses the rates of all years between, and not as levels.</summary>
    public bool IsOfChanges { get; init; }

    /// <summary>How prices of <paramref name="from"/> become prices of <paramref name="to"/>.</summary>
    /// <exception cref="MissingIndexYearException">Neither this index nor the one it is chained with reaches a year.</exception>
    public Uprating Between(PriceYear from, PriceYear to)
    {
        (double start, bool startChained) = Level(from);
        (double end, bool endChained) = Level(to);
        bool isChained = startChained || endChained;
        bool IsForecast(PriceYear year) => isChained && Chained?.At(year.Start)?.IsForecast == true;
        IndexLevel[] used = [.. Used(from, to)];
        return new(from, to, this, end / start)
        {
            IsChained = isChained,
            UsesForecast = used.Any(level => level.IsForecast) || IsForecast(from) || IsForecast(to),
            Revised = [.. used.Where(level => level.Earlier is not null)],
        };
    }

    // Levels: the two ends. Yearly changes: every rate after the earlier year, up to the later.
    private IEnumerable<IndexLevel> Used(PriceYear from, PriceYear to)
    {
        if (from == to)
        {
            return [];
        }

        (int first, int last) = (Math.Min(First(from), First(to)), Math.Max(from.Start, to.Start));
        return IsOfChanges
            ? Levels.Where(level => level.Start > first && level.Start <= last)
            : Levels.Where(level => level.Start == from.Start || level.Start == to.Start);
    }

    // A calendar year begins in the financial year before.
    private static int First(PriceYear year) => year.IsFinancial ? year.Start : year.Start - 1;

    /// <summary>The level of the financial year that begins in <paramref name="start"/>; null if the index does not cover it.</summary>
    public IndexLevel? At(int start)
    {
        foreach (IndexLevel level in Levels)
        {
            if (level.Start == start)
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>What is missing if neither this index nor the one it is chained with covers a year; null if one does.</summary>
    public string? Missing(PriceYear year)
    {
        try
        {
            _ = Level(year);
            return null;
        }
        catch (MissingIndexYearException error)
        {
            return error.Message;
        }
    }

    private (double Level, bool IsChained) Level(PriceYear year)
    {
        if (year.IsFinancial)
        {
            return Level(year.Start, year);
        }

        (double ending, bool one) = Level(year.Start - 1, year);
        (double beginning, bool other) = Level(year.Start, year);
        return ((ending / 4) + (beginning * 3 / 4), one || other);
    }

    private (double Level, bool IsChained) Level(int start, PriceYear asked)
    {
        if (At(start) is { } known)
        {
            return (known.Level, false);
        }

        (int first, int last) = Reach;
        IndexLevel nearest = Levels[start < first ? 0 : ^1];
        return (start < first || start > last) && Chained?.At(start) is { } beyond && Chained.At(nearest.Start) is { } joint
            ? (nearest.Level * beyond.Level / joint.Level, true)
            : throw new MissingIndexYearException(this, asked);
    }
}

/// <summary>The level of prices in a financial year.</summary>
/// <param name="Start">The calendar year in which it begins.</param>
/// <param name="Level">The level, on the index's base.</param>
/// <param name="IsForecast">Whether it is a forecast, or provisional.</param>
public sealed record IndexLevel(int Start, double Level, bool IsForecast)
{
    /// <summary>What an earlier edition printed for the year; null if none printed anything else.</summary>
    public RevisedFigure? Earlier { get; init; }
}

/// <summary>A figure of an index that a later edition revised.</summary>
/// <param name="Now">The figure used: a level, or a yearly change.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Was">The earlier figure.</param>
/// <param name="EarlierEdition">The edition that printed it.</param>
public sealed record RevisedFigure(double Now, string? Edition, double Was, string EarlierEdition);

/// <summary>A step from the prices of one year to those of another.</summary>
/// <param name="From">The year whose prices it was in.</param>
/// <param name="To">The year whose prices it is in.</param>
/// <param name="Index">By which index.</param>
/// <param name="Factor">By what it is multiplied.</param>
public sealed record Uprating(PriceYear From, PriceYear To, PriceIndex Index, double Factor)
{
    /// <summary>Whether the index does not reach one of the years and was continued with another.</summary>
    public bool IsChained { get; init; }

    /// <summary>Whether a year is a forecast or provisional.</summary>
    public bool UsesForecast { get; init; }

    /// <summary>The years used of which an earlier edition printed another figure.</summary>
    public ImmutableArray<IndexLevel> Revised { get; init; } = [];

    /// <summary>The step in words: <c>from 2019 to 2024-25 prices by GDP deflator: × 1.2336</c>.</summary>
    public override string ToString() =>
        $"from {From} to {To} prices by {Index.Label}{(IsChained ? $" (continued with {Index.Chained!.Label})" : "")}: × {Figures.Number(Factor)}"
        + (UsesForecast ? " (forecast or provisional)" : "");
}

/// <summary>A price index does not reach a year.</summary>
public sealed class MissingIndexYearException(PriceIndex index, PriceYear year)
    : Exception(
        $"{index.Label} ({index.Id}) has no figure for {year}; it covers {PriceYear.Financial(index.Reach.First)} to {PriceYear.Financial(index.Reach.Last)}"
            + (
                index.Chained is { } chained
                    ? $", continued with {chained.Label} from {PriceYear.Financial(chained.Reach.First)} to {PriceYear.Financial(chained.Reach.Last)}."
                    : "."
            )
    )
{
    /// <summary>The year it does not reach.</summary>
    public PriceYear Year { get; } = year;
}
