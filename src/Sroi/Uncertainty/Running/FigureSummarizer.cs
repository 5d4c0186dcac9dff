using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>Summarises the tallies of a run, each statistic with its Monte Carlo standard error.</summary>
/// <remarks>
/// Independent draws: σ ÷ √n for the mean, the fourth moment for the standard deviation, the binomial for shares, and for a percentile half the distance
/// between the percentiles one standard error of its share below and above. Designs: the spread of independent replicates ÷ √replicates, for a
/// percentile that of the shares below it, for the standard deviation that of the variances; multiplied by Student's factor, so that twice an error
/// has the usual coverage. What a heavy tail omits is added to the error of the standard deviation (<see cref="HeavyTail"/>).
/// </remarks>
internal sealed class FigureSummarizer(RunTally tally, Width width)
{
    // Half a draw: a design that happens to have the same share below a value in every replicate is still not exact.
    private const double LeastError = 0.5;

    // 95 % of Student's t with 15 degrees of freedom lie within 2.131, of a normal within 1.960.
    private const double Student = 2.131 / 1.960;

    private readonly BlockSums[] _pooled = Pooled(tally);

    // A run stopped at once may not have reached all replicates; its draws are then treated as independent.
    private readonly bool _isReplicated = tally.Replicates > 1 && tally.Sums.All(replicate => Array.TrueForAll(replicate, sums => sums.Count > 1));

    /// <summary>The sums of a figure over all replicates.</summary>
    public BlockSums SumsOf(int figure) => _pooled[figure];

    /// <summary>The summary of a figure that varies.</summary>
    /// <param name="figure">Its index in the tally.</param>
    /// <param name="atBase">Its value in the base case.</param>
    /// <param name="kept">Its draws in whole blocks; empty if they were not kept.</param>
    public FigureSummary Summarize(int figure, double? atBase, ReadOnlySpan<double> kept)
    {
        TalliedFigure tallied = tally.Figures[figure];
        BlockSums sums = _pooled[figure];
        FigureSummary summary = new()
        {
            Group = tallied.Figure.Group,
            Id = tallied.Figure.Id,
            Label = tallied.Figure.Label,
            IsRatio = tallied.Figure.Denominator is not null,
            Base = atBase,
            Threshold = tallied.Figure.Threshold,
            Noise = tallied.Noise,
            Count = sums.Count,
            Outside = sums.Outside,
            Undefined = sums.Undefined,
        };
        return sums.Undefined > 0 || sums.Count == 0 ? summary : Reported(summary, figure, kept);
    }

    /// <summary>The single value of a figure whose draws differ only by rounding noise; null if they differ by more.</summary>
    /// <param name="figure">Its index in the tally.</param>
    /// <param name="atBase">Its value in the base case.</param>
    public double? ConstantOf(int figure, double? atBase)
    {
        (TalliedFigure tallied, BlockSums sums) = (tally.Figures[figure], _pooled[figure]);
        double range = sums.Largest - sums.Smallest;
        if (sums.Undefined > 0 || sums.Outside > 0 || !(range > 0 && range <= tallied.Noise))
        {
            return null;
        }

        double middle = sums.Smallest + (range / 2);
        return new[] { tallied.Figure.Threshold, atBase ?? middle }.FirstOrDefault(known => Math.Abs(known - middle) <= tallied.Noise, middle);
    }

    /// <summary>The summary of a figure that is the same in every draw.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isOutside">For a ratio, whether its divisor is not above zero.</param>
    /// <param name="draws">The number of draws.</param>
    public static FigureSummary Constant(SimulatedFigure figure, double value, bool isOutside, long draws)
    {
        bool isUndefined = !isOutside && !double.IsFinite(value);
        bool isTold = !isOutside && !isUndefined;
        Estimate known = new(value, 0);
        return new()
        {
            Group = figure.Group,
            Id = figure.Id,
            Label = figure.Label,
            IsRatio = figure.Denominator is not null,
            Base = isTold ? value : null,
            Threshold = figure.Threshold,
            Count = isTold ? draws : 0,
            Outside = isOutside ? draws : 0,
            Undefined = isUndefined ? draws : 0,
            Mean = isTold ? known : null,
            StandardDeviation = isTold ? new(0, 0) : null,
            Percentiles = isTold ? [.. FigureSummary.ReportedPercentiles.Select(p => new PercentileEstimate(p, value, 0))] : [],
            ProbabilityAboveThreshold = isTold ? new(value > figure.Threshold + figure.Noise ? 1 : 0, 0) : null,
            Smallest = isTold ? value : null,
            Largest = isTold ? value : null,
        };
    }

    /// <summary>
    /// The mean of one figure ÷ the mean of another, both over all draws; null if the second is not above zero by more than its error.
    /// </summary>
    /// <param name="numerator">The index of the first.</param>
    /// <param name="denominator">The index of the second; null if it is the same in every draw.</param>
    /// <param name="difference">The index of the first less the second, whose variance gives their covariance.</param>
    /// <param name="constant">The second, if it is the same in every draw.</param>
    public Estimate? RatioOfMeans(int numerator, int? denominator, int difference, double constant)
    {
        if (_pooled[numerator].Undefined > 0 || (denominator is { } d && _pooled[d].Undefined > 0))
        {
            return null;
        }

        double Mean(int figure, BlockSums sums) => tally.Figures[figure].Center + (sums.First / sums.Count);
        double Ratio(Func<int, BlockSums> sums) =>
            Mean(numerator, sums(numerator)) / (denominator is { } below ? Mean(below, sums(below)) : constant);
        double above = Mean(numerator, _pooled[numerator]),
            under = denominator is { } i ? Mean(i, _pooled[i]) : constant,
            value = above / under;
        if (!(under > 0) || !double.IsFinite(value))
        {
            return null;
        }

        if (denominator is { } varying && MeanOf(varying) is not { DiffersFromZero: true })
        {
            return null;
        }

        if (_isReplicated)
        {
            return Sure(value, OfReplicates(replicate => Ratio(figure => tally.Sums[replicate][figure])));
        }

        double variance = Variance(_pooled[numerator]),
            varianceUnder = denominator is { } j ? Variance(_pooled[j]) : 0,
            covariance = (variance + varianceUnder - Variance(_pooled[difference])) / 2;
        double spread = (variance + (value * value * varianceUnder) - (2 * value * covariance)) / (under * under);
        return Sure(value, Math.Sqrt(Math.Max(0, spread) / _pooled[numerator].Count));
    }

    private FigureSummary Reported(FigureSummary figure, int number, ReadOnlySpan<double> kept)
    {
        BlockSums sums = _pooled[number];
        BinLayout layout = tally.Figures[number].Layout;
        CountedDraws counted = new(layout, PooledCounts(number), sums);
        CountedDraws[] replicates = _isReplicated
            ? [.. Enumerable.Range(0, tally.Replicates).Select(r => new CountedDraws(layout, tally.Counts[r][number], tally.Sums[r][number]))]
            : [];
        return figure with
        {
            Mean = sums.Outside > 0 ? null : MeanOf(number),
            StandardDeviation = sums.Outside > 0 ? null : SpreadOf(number, counted, kept),
            SpreadRestsOnFew = sums.Outside == 0 && RestsOnFew(number),
            Percentiles = Percentiles(counted, replicates, kept),
            ProbabilityAboveThreshold = ShareAbove(number),
            Smallest = sums.Smallest,
            Largest = sums.Largest,
            Counted = counted,
        };
    }

    private ImmutableArray<PercentileEstimate> Percentiles(CountedDraws counted, CountedDraws[] replicates, ReadOnlySpan<double> kept)
    {
        ImmutableArray<double> shares = FigureSummary.ReportedPercentiles;
        double[] independent = [.. shares.Select(p => Math.Sqrt(p * (1 - p) / counted.Count))];
        if (replicates.Length == 0 && !kept.IsEmpty)
        {
            // The neighbouring percentiles do not depend on their values, so one pass over the draws finds all of them.
            return Reported(shares, counted.Percentiles([.. shares, .. Around(shares, independent)], kept, width));
        }

        double[] values = counted.Percentiles(shares, kept, width),
            errors = replicates.Length == 0 ? independent : [.. values.Select(value => ErrorOfShare(counted, replicates, value))];
        ImmutableArray<double> around = Around(shares, errors);
        return Reported(shares, [.. values, .. kept.IsEmpty ? around.Select(counted.Approximate) : counted.Percentiles(around, kept, width)]);
    }

    private double ErrorOfShare(CountedDraws counted, CountedDraws[] replicates, double value) =>
        Math.Max(LeastError / counted.Count, OfReplicates(replicate => replicates[replicate].ShareFrom(value)));

    // The error of the share below a percentile is converted into an error of the percentile by the draws around it.
    private static ImmutableArray<PercentileEstimate> Reported(ImmutableArray<double> shares, double[] found) =>
        [.. shares.Select((p, i) => new PercentileEstimate(p, found[i], (found[shares.Length + i] - found[(2 * shares.Length) + i]) / 2))];

    private static ImmutableArray<double> Around(ImmutableArray<double> shares, double[] errors) =>
        [.. shares.Select((p, i) => Math.Min(1, p + errors[i])), .. shares.Select((p, i) => Math.Max(0, p - errors[i]))];

    private Estimate? MeanOf(int figure)
    {
        BlockSums sums = _pooled[figure];
        double mean = tally.Figures[figure].Center + (sums.First / sums.Count);
        double error = _isReplicated
            ? OfReplicates(r => tally.Sums[r][figure].First / tally.Sums[r][figure].Count)
            : Math.Sqrt(Variance(sums) / sums.Count);
        return Sure(mean, error);
    }

    // √((μ₄ − σ⁴) ÷ n) ÷ 2σ: Kendall and Stuart, vol. 1, 10.5. For replicates, the error of the mean squared distance ÷ 2σ.
    private Estimate? SpreadOf(int figure, CountedDraws counted, ReadOnlySpan<double> kept)
    {
        BlockSums sums = _pooled[figure];
        (double second, double fourth) = CentralMoments(sums);
        if (second <= 0)
        {
            return new(0, 0);
        }

        double mean = tally.Figures[figure].Center + (sums.First / sums.Count),
            missing = fourth > HeavyTail.LightKurtosis * second * second
                ? HeavyTail.MissingFourth(counted.Farthest(mean, HeavyTail.DrawsOf(sums.Count), kept), sums.Count)
                : 0,
            ofSquares = _isReplicated
                ? Math.Pow(OfReplicates(r => SquaredDistance(tally.Sums[r][figure], sums.First / sums.Count)), 2) * sums.Count
                : Math.Max(0, fourth - (second * second));
        return Sure(Math.Sqrt(Variance(sums)), Math.Sqrt((ofSquares + missing) / (4 * second * sums.Count)));
    }

    private bool RestsOnFew(int figure)
    {
        BlockSums sums = _pooled[figure];
        double mean = tally.Figures[figure].Center + (sums.First / sums.Count);
        (double second, double fourth) = CentralMoments(sums);
        return fourth > HeavyTail.LightKurtosis * second * second
            && HeavyTail.RestsOnFew(Math.Max(sums.Largest - mean, mean - sums.Smallest), fourth, sums.Count);
    }

    private Estimate ShareAbove(int figure)
    {
        BlockSums sums = _pooled[figure];
        double share = sums.Above / (double)sums.Count;
        // Half a draw is added on either side, so that no occurrence in a few draws is not taken as probability zero.
        double seen = (sums.Above + 0.5) / (sums.Count + 1.0);
        double error = _isReplicated
            ? OfReplicates(r => tally.Sums[r][figure].Above / (double)tally.Sums[r][figure].Count)
            : Math.Sqrt(seen * (1 - seen) / sums.Count);
        return new(share, error);
    }

    private double OfReplicates(Func<int, double> figure)
    {
        double[] values = new double[tally.Replicates];
        double sum = 0;
        for (int replicate = 0; replicate < values.Length; replicate++)
        {
            values[replicate] = figure(replicate);
            sum += values[replicate];
        }

        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - (sum / values.Length)) * (value - (sum / values.Length));
        }

        return Student * Math.Sqrt(squares / (values.Length - 1) / values.Length);
    }

    private static double Variance(BlockSums sums)
    {
        double mean = sums.First / sums.Count;
        return sums.Count < 2 ? 0 : Math.Max(0, sums.Second - (sums.First * mean)) / (sums.Count - 1);
    }

    private static double SquaredDistance(BlockSums sums, double from) => ((sums.Second - (2 * from * sums.First)) / sums.Count) + (from * from);

    private static (double Second, double Fourth) CentralMoments(BlockSums sums)
    {
        double d = sums.First / sums.Count,
            second = (sums.Second / sums.Count) - (d * d),
            third = sums.Third / sums.Count,
            fourth = (sums.Fourth / sums.Count) - (4 * d * third) + (6 * d * d * (sums.Second / sums.Count)) - (3 * d * d * d * d);
        return (second, fourth);
    }

    private static Estimate? Sure(double value, double error) => double.IsFinite(value) && double.IsFinite(error) ? new(value, error) : null;

    private static BlockSums[] Pooled(RunTally tally)
    {
        BlockSums[] pooled = new BlockSums[tally.Figures.Length];
        for (int figure = 0; figure < pooled.Length; figure++)
        {
            pooled[figure] = BlockSums.None;
            foreach (BlockSums[] replicate in tally.Sums)
            {
                pooled[figure].Add(in replicate[figure]);
            }
        }

        return pooled;
    }

    private BinCounts PooledCounts(int figure)
    {
        BinCounts pooled = BinCounts.None;
        for (int replicate = 0; replicate < tally.Replicates; replicate++)
        {
            pooled = pooled.Plus(tally.Counts[replicate][figure]);
        }

        return pooled;
    }
}
