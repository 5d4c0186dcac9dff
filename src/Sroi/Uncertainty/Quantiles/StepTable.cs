using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>Quantiles of discrete values: each integer below a threshold has its value, found from a guide table by the highest bits.</summary>
internal sealed class StepTable : Sampler
{
    /// <summary>The most discrete values a table holds; wider counts are tabulated as smooth and rounded up.</summary>
    public const int MostValues = 1 << 17;

    private const int GuideBits = 10;
    private const double Whole = 4294967296;
    private const double Negligible = 1e-19;

    private readonly double[] _values;
    private readonly uint[] _last;
    private readonly int[] _guide = new int[1 << GuideBits];

    private StepTable(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        // (x + ½) ÷ 2³² ≤ P, so x ≤ P × 2³² − ½; values that no integer reaches are omitted.
        List<double> kept = [];
        List<uint> last = [];
        long before = -1;
        foreach ((double value, double upTo) in values.Zip(UpTo(weights)))
        {
            long highest = (long)Math.Min(Math.Floor(upTo - 0.5), uint.MaxValue);
            if (highest > before)
            {
                kept.Add(value);
                last.Add((uint)highest);
                before = highest;
            }
        }

        last[^1] = uint.MaxValue;
        (_values, _last) = ([.. kept], [.. last]);
        for (int entry = 0, step = 0; entry < _guide.Length; entry++)
        {
            while (_last[step] < (uint)entry << (32 - GuideBits))
            {
                step++;
            }

            _guide[entry] = step;
        }
    }

    /// <summary>The table of discrete values; null if there are none, or too many.</summary>
    public static new StepTable? Of(Distribution distribution) => Steps(distribution) is var (values, weights) ? new(values, weights) : null;

    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        for (int i = 0; i < uniforms.Length; i++)
        {
            uint uniform = uniforms[i];
            int step = _guide[uniform >> (32 - GuideBits)];
            while (_last[step] < uniform)
            {
                step++;
            }

            to[i] = _values[step];
        }
    }

    // 2³² times the probability of each value or a smaller one: past the middle, the probability above is summed from the top, so that small probabilities keep
    // their precision at both ends.
    private static double[] UpTo(IReadOnlyList<double> weights)
    {
        double[] upTo = new double[weights.Count];
        double below = 0,
            above = 0;
        for (int i = weights.Count - 1; i >= 0 && above < 0.5; i--)
        {
            upTo[i] = Whole - (above * Whole);
            above += weights[i];
        }

        for (int i = 0; i < weights.Count && upTo[i] is 0; i++)
        {
            below += weights[i];
            upTo[i] = below * Whole;
        }

        return upTo;
    }

    private static (IReadOnlyList<double> Values, IReadOnlyList<double> Weights)? Steps(Distribution distribution)
    {
        switch (distribution)
        {
            case Distribution.Fixed known:
                return ([known.Value], [1]);
            case Distribution.Discrete discrete:
                return (discrete.Values, discrete.Weights);
            case Distribution.Empirical empirical:
                return (empirical.Values, empirical.Weights);
            case Distribution.Poisson poisson:
                return Counts(Math.Floor(poisson.Mean), count => poisson.Mean / (count + 1), count => count / poisson.Mean);
            case Distribution.NegativeBinomial binomial:
                double ratio = binomial.Mean / (binomial.Mean + binomial.Size);
                return Counts(
                    Math.Max(0, Math.Floor((binomial.Size - 1) * binomial.Mean / binomial.Size)),
                    count => (count + binomial.Size) / (count + 1) * ratio,
                    count => count / ((count - 1 + binomial.Size) * ratio)
                );
            case Distribution.Mixture mixture:
                return Mixed(mixture);
            case Distribution.Affine affine:
                return Steps(affine.Inner) is var (inner, weights) ? ([.. inner.Select(v => (v * affine.Scale) + affine.Shift)], weights) : null;
            case Distribution.OddsScaled moved:
                return Steps(moved.Inner) is var (shares, shareWeights)
                    ? ([.. shares.Select(x => moved.Factor * x / (1 - x + (moved.Factor * x)))], shareWeights)
                    : null;
            default:
                return null;
        }
    }

    private static (IReadOnlyList<double>, IReadOnlyList<double>)? Mixed(Distribution.Mixture mixture)
    {
        List<(double Value, double Weight)> steps = [];
        for (int i = 0; i < mixture.Components.Length; i++)
        {
            if (Steps(mixture.Components[i]) is not var (values, weights))
            {
                return null;
            }

            double share = mixture.Weights[i];
            steps.AddRange(values.Zip(weights, (value, weight) => (value, weight * share)));
        }

        (double Value, double Weight)[] ordered = [.. steps.OrderBy(step => step.Value)];
        return ([.. ordered.Select(step => step.Value)], [.. ordered.Select(step => step.Weight)]);
    }

    // Probabilities relative to the likeliest count, by recurrence outwards, then normalised.
    private static (IReadOnlyList<double>, IReadOnlyList<double>)? Counts(double mode, Func<double, double> up, Func<double, double> down)
    {
        List<double> below = [];
        double weight = 1;
        for (double count = mode; count > 0 && weight > Negligible && below.Count <= MostValues; count--)
        {
            weight *= down(count);
            below.Add(weight);
        }

        List<double> weights = [.. Enumerable.Reverse(below), 1];
        double total = weights.Sum(),
            first = mode - below.Count;
        weight = 1;
        for (double count = mode; ; count++)
        {
            double factor = up(count);
            weight *= factor;

            // The remainder is at most a geometric series.
            if (factor < 1 && weight / (1 - factor) < Negligible * total)
            {
                break;
            }

            weights.Add(weight);
            total += weight;
            if (weights.Count > MostValues)
            {
                return null;
            }
        }

        return ([.. Enumerable.Range(0, weights.Count).Select(i => first + i)], [.. weights.Select(w => w / total)]);
    }
}
