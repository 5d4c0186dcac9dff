using System.Collections.Immutable;
using Sroi.Quantities;

namespace Sroi.Parameters;

/// <summary>When within a year its values fall, for discounting. There is no default: it moves the result.</summary>
public enum DiscountTiming
{
    /// <summary>At the end: year 1 is divided by 1 + rate (the guide's way).</summary>
    EndOfYear,

    /// <summary>At the start: year 1 has factor 1 (our year 1 is the Green Book's year 0).</summary>
    StartOfYear,

    /// <summary>In the middle: the geometric mean of the factors at both ends.</summary>
    MidYear,
}

/// <summary>Which rates of a schedule a stream uses.</summary>
public enum RateColumn
{
    /// <summary>Money.</summary>
    Standard,

    /// <summary>Health and wellbeing counted in WELLBYs or QALYs.</summary>
    Health,

    /// <summary>The lower rates of a sensitivity test over long horizons.</summary>
    Sensitivity,
}

/// <summary>A rate that holds up to a year.</summary>
/// <param name="ToYear">The last elapsed year it holds for; null for ever.</param>
/// <param name="Rate">The yearly rate, as a fraction: a parameter like any other, with the id <c>discounting.SCHEDULE.COLUMN_to_YEAR</c>.</param>
public sealed record DiscountBand(int? ToYear, Parameter Rate);

/// <summary>Discount rates by elapsed year, declining or flat, for each kind of stream.</summary>
public sealed record DiscountSchedule
{
    /// <summary>Its name in files, such as <c>green_book_2026</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name in words.</summary>
    public required string Label { get; init; }

    /// <summary>The rates of money, in bands that follow each other.</summary>
    public required ImmutableArray<DiscountBand> Standard { get; init; }

    /// <summary>The rates of WELLBYs and QALYs; empty where the schedule has none.</summary>
    public ImmutableArray<DiscountBand> Health { get; init; } = [];

    /// <summary>The rates of a sensitivity test; empty where the schedule has none.</summary>
    public ImmutableArray<DiscountBand> Sensitivity { get; init; } = [];

    /// <summary>The columns that the schedule has.</summary>
    public IEnumerable<RateColumn> Columns => Enum.GetValues<RateColumn>().Where(Has);

    /// <summary>Whether the schedule has such rates.</summary>
    public bool Has(RateColumn column) => !Bands(column).IsEmpty;

    /// <summary>Where it comes from.</summary>
    public Source? Source { get; init; }

    /// <summary>What a pound or a WELLBY of year <paramref name="year"/> is worth at the start of year 1.</summary>
    /// <param name="year">Year of the appraisal; 0 is "before or at the start", with factor 1 under every timing.</param>
    /// <param name="timing">When within the year.</param>
    /// <param name="column">Which rates.</param>
    /// <exception cref="ArgumentException">The schedule has no such column or does not reach the year.</exception>
    public double Factor(int year, DiscountTiming timing, RateColumn column) => Factors(year, timing, column)[year].Value;

    /// <summary>The factor after whole elapsed years: the product of the yearly rates, each from the band that contains its year.</summary>
    /// <exception cref="ArgumentException">The schedule has no such column or does not reach the year.</exception>
    public double Elapsed(int years, RateColumn column) => ElapsedUpTo(years, column)[years].Value;

    /// <summary>The discount factors of years 0 to <paramref name="years"/> as formulas of the rates; index 0 is the start.</summary>
    /// <exception cref="ArgumentException">The schedule has no such column or does not reach the last year.</exception>
    public ImmutableArray<Formula> Factors(int years, DiscountTiming timing, RateColumn column)
    {
        ImmutableArray<Formula> elapsed = ElapsedUpTo(LastElapsed(years, timing), column);
        return timing switch
        {
            DiscountTiming.EndOfYear => elapsed,
            DiscountTiming.StartOfYear => [Formula.Number(1), .. elapsed[..years]],
            DiscountTiming.MidYear =>
            [
                Formula.Number(1),
                .. Enumerable.Range(1, years).Select(year => (elapsed[year - 1] * elapsed[year]).ToThe(Formula.Number(0.5, "middle of the year"))),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(timing), timing, "Not a timing."),
        };
    }

    /// <summary>The last elapsed year whose rate matters to an appraisal of so many years.</summary>
    internal static int LastElapsed(int years, DiscountTiming timing) => timing == DiscountTiming.StartOfYear ? Math.Max(0, years - 1) : years;

    private ImmutableArray<Formula> ElapsedUpTo(int years, RateColumn column)
    {
        var factors = ImmutableArray.CreateBuilder<Formula>();
        factors.Add(Formula.Number(1));
        for (int year = 1; year <= years; year++)
        {
            factors.Add(
                (factors[^1] / (Formula.Number(1) + BandOf(year, column).Rate)).As(
                    $"discounted.{Id}.{Name(column)}.{year}",
                    $"discount factor after {year} year{(year == 1 ? "" : "s")}, {Label}, {Name(column)} rates"
                )
            );
        }

        return factors.ToImmutable();
    }

    /// <summary>The rate of the elapsed year <paramref name="year"/>, as a fraction.</summary>
    /// <exception cref="ArgumentException">The schedule has no such column or does not reach the year.</exception>
    public double Rate(int year, RateColumn column) => BandOf(year, column).Rate.Value;

    private DiscountBand BandOf(int year, RateColumn column)
    {
        ImmutableArray<DiscountBand> bands = Bands(column);
        if (bands.IsEmpty)
        {
            throw new ArgumentException($"The schedule '{Id}' has no {Name(column)} rates.", nameof(column));
        }

        return bands.FirstOrDefault(band => band.ToYear is null || year <= band.ToYear)
            ?? throw new ArgumentException(
                $"The schedule '{Id}' ends at year {bands[^1].ToYear}; year {year} has no {Name(column)} rate.",
                nameof(year)
            );
    }

    internal DiscountSchedule With(RateColumn column, ImmutableArray<DiscountBand> bands) =>
        column switch
        {
            RateColumn.Standard => this with { Standard = bands },
            RateColumn.Health => this with { Health = bands },
            _ => this with { Sensitivity = bands },
        };

    internal ImmutableArray<DiscountBand> Bands(RateColumn column) =>
        column switch
        {
            RateColumn.Standard => Standard,
            RateColumn.Health => Health,
            _ => Sensitivity,
        };

    /// <summary>The word that files use for a timing.</summary>
    public static string Name(DiscountTiming timing) =>
        timing switch
        {
            DiscountTiming.EndOfYear => "end-of-year",
            DiscountTiming.StartOfYear => "start-of-year",
            _ => "mid-year",
        };

    /// <summary>The word that files use for a column.</summary>
    public static string Name(RateColumn column) =>
        column switch
        {
            RateColumn.Standard => "standard",
            RateColumn.Health => "health",
            _ => "sensitivity",
        };
}

/// <summary>How far benefits are cut and costs raised by the confidence in them.</summary>
/// <param name="Id">Its name in files, such as <c>gmca</c>.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Grades">The corrections of the grades, 1 (best) to 6.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record OptimismBias(string Id, string Label, ImmutableArray<GradeCorrection> Grades, Source? Source)
{
    /// <summary>The grade of an assumption.</summary>
    public const int WorstGrade = 6;

    /// <summary>The correction of a grade.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such grade.</exception>
    public GradeCorrection Of(int grade) =>
        Grades.FirstOrDefault(correction => correction.Grade == grade)
        ?? throw new ArgumentOutOfRangeException(nameof(grade), grade, "A confidence grade is 1 (best) to 6.");
}

/// <summary>How far one confidence grade is corrected.</summary>
/// <param name="Grade">1 (best) to 6.</param>
/// <param name="Benefits">The share by which benefits are cut.</param>
/// <param name="Costs">The share by which costs are raised.</param>
public sealed record GradeCorrection(int Grade, double Benefits, double Costs);
