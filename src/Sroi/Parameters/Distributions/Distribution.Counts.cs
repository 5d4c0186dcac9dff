using System.Collections.Immutable;

namespace Sroi.Parameters.Distributions;

/// <content>Counts, separate values, mixtures.</content>
public abstract partial record Distribution
{
    private const double WeightTolerance = 1e-9;

    /// <summary>A count of independent events.</summary>
    public sealed record Poisson : Distribution
    {
        private readonly double _mean;

        /// <summary>With this mean.</summary>
        /// <exception cref="ArgumentException">The mean is not above zero, or above 10⁷.</exception>
        public Poisson(double mean) => _mean = Within("a Poisson distribution", "mean", mean, 1e-9, 1e7);

        /// <inheritdoc/>
        public override double Mean => _mean;

        /// <inheritdoc/>
        public override double StandardDeviation => Math.Sqrt(_mean);

        /// <inheritdoc/>
        public override Support Support => new(0, double.PositiveInfinity);

        /// <inheritdoc/>
        public override bool IsDiscrete => true;

        /// <inheritdoc/>
        protected override string Family => "Poisson";

        /// <inheritdoc/>
        public override double Cdf(double x) => x < 0 ? 0 : SpecialFunctions.GammaUpper(Math.Floor(x) + 1, _mean);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => SmallestCount(count => Cdf(count) >= p);
    }

    /// <summary>A count that varies more than a Poisson: variance mean + mean² ÷ size.</summary>
    public sealed record NegativeBinomial : Distribution
    {
        // It is a Poisson whose mean is drawn from a gamma of this shape, which has the same least.
        internal const double MinimumSize = Gamma.MinimumShape;
        internal const double MaximumSize = 1e7;

        private readonly double _mean;

        /// <summary>With this mean and size.</summary>
        /// <exception cref="ArgumentException">The mean is not above zero or above 10⁷, or the size is outside 0.05 to 10⁷.</exception>
        public NegativeBinomial(double mean, double size) =>
            (_mean, Size) = (
                Within("a negative binomial", "mean", mean, 1e-9, 1e7),
                Within("a negative binomial", "size", size, MinimumSize, MaximumSize)
            );

        /// <summary>The size k: the smaller, the more it varies.</summary>
        public double Size { get; }

        /// <inheritdoc/>
        public override double Mean => _mean;

        /// <inheritdoc/>
        public override double StandardDeviation => Math.Sqrt(_mean + (_mean * _mean / Size));

        /// <inheritdoc/>
        public override Support Support => new(0, double.PositiveInfinity);

        /// <inheritdoc/>
        public override bool IsDiscrete => true;

        /// <inheritdoc/>
        protected override string Family => "negative binomial";

        /// <inheritdoc/>
        public override double Cdf(double x) => x < 0 ? 0 : SpecialFunctions.BetaLower(Size, Math.Floor(x) + 1, Size / (Size + _mean));

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => SmallestCount(count => Cdf(count) >= p);
    }

    /// <summary>A few values with their probabilities.</summary>
    public sealed record Discrete : Distribution
    {
        private readonly ImmutableArray<double> _cumulative;

        /// <summary>These values with these probabilities.</summary>
        /// <exception cref="ArgumentException">There are none, their numbers differ, a probability is negative, or they do not sum to 1 within 1e-9.</exception>
        public Discrete(IEnumerable<double> values, IEnumerable<double> weights)
        {
            double[] given = [.. values],
                weighed = [.. weights];
            CheckWeights("a discrete distribution", given.Length, weighed);
            int[] order = [.. Enumerable.Range(0, given.Length).OrderBy(i => given[i])];
            Values = [.. order.Select(i => Finite("a discrete distribution", "values", given[i]))];
            Weights = [.. order.Select(i => weighed[i])];
            _cumulative = Cumulative(Weights);
        }

        /// <summary>The values, ascending.</summary>
        public ImmutableArray<double> Values { get; }

        /// <summary>Their probabilities.</summary>
        public ImmutableArray<double> Weights { get; }

        /// <inheritdoc/>
        public override double Mean => Values.Zip(Weights, (v, w) => v * w).Sum();

        /// <inheritdoc/>
        public override double StandardDeviation => Math.Sqrt(Values.Zip(Weights, (v, w) => (v - Mean) * (v - Mean) * w).Sum());

        /// <inheritdoc/>
        public override Support Support => new(Values[0], Values[^1]);

        /// <inheritdoc/>
        public override bool IsFixed => Values.Distinct().Count() == 1;

        /// <inheritdoc/>
        public override bool IsDiscrete => true;

        /// <inheritdoc/>
        protected override string Family => "discrete";

        /// <inheritdoc/>
        public override double Cdf(double x) => Values.Zip(Weights, (v, w) => v <= x ? w : 0).Sum();

        /// <inheritdoc/>
        public bool Equals(Discrete? other) => other is not null && Values.SequenceEqual(other.Values) && Weights.SequenceEqual(other.Weights);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Values.Length, Values[0], Values[^1]);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => Values[IndexOf(_cumulative, p)];
    }

    /// <summary>Observed values, drawn again as they are: a step function.</summary>
    public sealed record Empirical : Distribution
    {
        private readonly Discrete _values;

        /// <summary>These observations, each as likely unless weighted.</summary>
        /// <exception cref="ArgumentException">There are none, or the weights do not fit them.</exception>
        public Empirical(IEnumerable<double> values, IEnumerable<double>? weights = null)
        {
            double[] given = [.. values];
            double[]? weighed = weights?.ToArray();
            double total = weighed?.Sum() ?? given.Length;
            if (weighed is not null && (weighed.Length != given.Length || weighed.Any(w => !(w >= 0)) || !(total > 0) || !double.IsFinite(total)))
            {
                throw new ArgumentException(
                    $"An empirical distribution of {given.Length} values needs as many weights, none negative; found {weighed.Length}."
                );
            }

            _values = new(given, given.Select((_, i) => weighed is null ? 1.0 / given.Length : weighed[i] / total));
        }

        /// <summary>The values, ascending.</summary>
        public ImmutableArray<double> Values => _values.Values;

        /// <summary>Their probabilities.</summary>
        public ImmutableArray<double> Weights => _values.Weights;

        /// <inheritdoc/>
        public override double Mean => _values.Mean;

        /// <inheritdoc/>
        public override double StandardDeviation => _values.StandardDeviation;

        /// <inheritdoc/>
        public override Support Support => _values.Support;

        /// <inheritdoc/>
        public override bool IsFixed => _values.IsFixed;

        /// <inheritdoc/>
        public override bool IsDiscrete => true;

        /// <inheritdoc/>
        protected override string Family => "empirical";

        /// <inheritdoc/>
        public override double Cdf(double x) => _values.Cdf(x);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => _values.Quantile(p);
    }

    /// <summary>One of several distributions, each with its probability.</summary>
    public sealed record Mixture : Distribution
    {
        /// <summary>These distributions with these probabilities.</summary>
        /// <exception cref="ArgumentException">There are none, their numbers differ, a probability is negative, or they do not sum to 1 within 1e-9.</exception>
        public Mixture(IEnumerable<Distribution> components, IEnumerable<double> weights)
        {
            (Components, Weights) = ([.. components], [.. weights]);
            CheckWeights("a mixture", Components.Length, [.. Weights]);
        }

        /// <summary>The distributions.</summary>
        public ImmutableArray<Distribution> Components { get; }

        /// <summary>Their probabilities.</summary>
        public ImmutableArray<double> Weights { get; }

        /// <inheritdoc/>
        public override double Mean => Components.Zip(Weights, (c, w) => w * c.Mean).Sum();

        /// <inheritdoc/>
        public override double StandardDeviation =>
            Math.Sqrt(
                Components.Zip(Weights, (c, w) => w * ((c.StandardDeviation * c.StandardDeviation) + ((c.Mean - Mean) * (c.Mean - Mean)))).Sum()
            );

        /// <inheritdoc/>
        public override Support Support => new(Components.Min(c => c.Support.Low), Components.Max(c => c.Support.High));

        /// <inheritdoc/>
        public override bool IsDiscrete => Components.All(c => c.IsDiscrete);

        /// <inheritdoc/>
        protected override string Family => "mixture";

        /// <inheritdoc/>
        public override double Cdf(double x) => Components.Zip(Weights, (c, w) => w * c.Cdf(x)).Sum();

        /// <inheritdoc/>
        public bool Equals(Mixture? other) => other is not null && Components.SequenceEqual(other.Components) && Weights.SequenceEqual(other.Weights);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Components.Length, Components[0]);

        /// <inheritdoc/>
        protected override double QuantileOf(double p)
        {
            double low = Components.Min(c => c.Quantile(p)),
                high = Components.Max(c => c.Quantile(p));
            return low.Equals(high) ? low : Inverse.Smallest(low, high, x => Cdf(x) >= p);
        }
    }

    private static void CheckWeights(string family, int count, double[] weights)
    {
        if (count == 0 || weights.Length != count)
        {
            throw new ArgumentException($"The values and weights of {family} must be as many, and at least one; found {count} and {weights.Length}.");
        }

        double sum = weights.Sum();
        if (weights.Any(w => !(w >= 0)) || !(Math.Abs(sum - 1) <= WeightTolerance))
        {
            throw new ArgumentException($"The weights of {family} must not be negative and must sum to 1; they sum to {Shown(sum)}.");
        }
    }

    private static ImmutableArray<double> Cumulative(ImmutableArray<double> weights)
    {
        double sum = 0;
        return [.. weights.Select(weight => sum += weight)];
    }

    private static int IndexOf(ImmutableArray<double> cumulative, double p)
    {
        int index = cumulative.BinarySearch(p);
        return Math.Min(index < 0 ? ~index : index, cumulative.Length - 1);
    }

    private static double SmallestCount(Func<double, bool> reaches)
    {
        double high = 1;
        while (!reaches(high))
        {
            high *= 2;
        }

        double low = -1;
        while (high - low > 1)
        {
            double middle = Math.Floor((low + high) / 2);
            (low, high) = reaches(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
