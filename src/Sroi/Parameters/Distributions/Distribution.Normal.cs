namespace Sroi.Parameters.Distributions;

/// <content>The normal family.</content>
public abstract partial record Distribution
{
    /// <summary>An estimate with its error.</summary>
    public sealed record Normal : Distribution
    {
        private readonly double _mean;
        private readonly double _sd;

        /// <summary>With this mean and standard deviation.</summary>
        /// <exception cref="ArgumentException">The mean is not finite, or the standard deviation not above zero.</exception>
        public Normal(double mean, double sd) =>
            (_mean, _sd) = (Finite("a normal distribution", "mean", mean), Positive("a normal distribution", "standard deviation", sd));

        /// <inheritdoc/>
        public override double Mean => _mean;

        /// <inheritdoc/>
        public override double StandardDeviation => _sd;

        /// <inheritdoc/>
        public override Support Support => new(double.NegativeInfinity, double.PositiveInfinity);

        /// <inheritdoc/>
        protected override string Family => "normal";

        /// <inheritdoc/>
        public override double Cdf(double x) => SpecialFunctions.NormalCdf((x - _mean) / _sd);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => _mean + (_sd * SpecialFunctions.NormalQuantile(p));
    }

    /// <summary>A normal cut off at one or two bounds and made whole again; its parameters are those of the normal before the cut.</summary>
    public sealed record TruncatedNormal : Distribution
    {
        private const double LeastLeft = 1e-9;

        private readonly double _below;
        private readonly double _within;

        /// <summary>A normal of this mean and standard deviation, cut off below <paramref name="low"/> and above <paramref name="high"/>.</summary>
        /// <exception cref="ArgumentException">The bounds are not in order, both infinite, or leave less than a billionth of the normal.</exception>
        public TruncatedNormal(double parentMean, double parentSd, double low, double high)
        {
            const string family = "a truncated normal";
            (ParentMean, ParentSd) = (Finite(family, "mean", parentMean), Positive(family, "standard deviation", parentSd));
            if (double.IsNaN(low) || double.IsNaN(high) || low >= high || (double.IsInfinity(low) && double.IsInfinity(high)))
            {
                throw new ArgumentException($"A truncated normal needs low < high, one of them finite; found {Shown(low)} and {Shown(high)}.");
            }

            (Low, High) = (low, high);
            _below = SpecialFunctions.NormalCdf(Z(low));
            _within =
                Z(low) > 0
                    ? SpecialFunctions.NormalCdf(-Z(low)) - SpecialFunctions.NormalCdf(-Z(high))
                    : SpecialFunctions.NormalCdf(Z(high)) - _below;
            if (_within < LeastLeft)
            {
                throw new ArgumentException(
                    $"The bounds {Shown(low)} and {Shown(high)} cut off all but {Shown(_within)} of a normal of mean {Shown(parentMean)} and sd {Shown(parentSd)}; at least {Shown(LeastLeft)} must be left."
                );
            }
        }

        /// <summary>The mean of the normal before the cut.</summary>
        public double ParentMean { get; }

        /// <summary>The standard deviation of the normal before the cut.</summary>
        public double ParentSd { get; }

        /// <summary>The lower bound; may be minus infinity.</summary>
        public double Low { get; }

        /// <summary>The upper bound; may be infinity.</summary>
        public double High { get; }

        /// <inheritdoc/>
        public override double Mean => ParentMean + (ParentSd * (Density(Low) - Density(High)) / _within);

        /// <inheritdoc/>
        public override double StandardDeviation
        {
            get
            {
                double first = (Density(Low) - Density(High)) / _within;
                double second = (Weighted(Low) - Weighted(High)) / _within;
                return ParentSd * Math.Sqrt(Math.Max(0, 1 + second - (first * first)));
            }
        }

        /// <inheritdoc/>
        public override Support Support => new(Low, High);

        /// <inheritdoc/>
        protected override string Family => "truncated normal";

        /// <inheritdoc/>
        public override double Cdf(double x) =>
            x <= Low ? 0
            : x >= High ? 1
            : Z(Low) > 0 ? 1 - ((SpecialFunctions.NormalCdf(-Z(x)) - SpecialFunctions.NormalCdf(-Z(High))) / _within)
            : (SpecialFunctions.NormalCdf(Z(x)) - _below) / _within;

        /// <inheritdoc/>
        protected override double QuantileOf(double p)
        {
            double z =
                Z(Low) > 0
                    ? -SpecialFunctions.NormalQuantile(SpecialFunctions.NormalCdf(-Z(High)) + ((1 - p) * _within))
                    : SpecialFunctions.NormalQuantile(_below + (p * _within));
            return Math.Clamp(ParentMean + (ParentSd * z), Low, High);
        }

        private double Z(double x) => (x - ParentMean) / ParentSd;

        private double Density(double x) => double.IsInfinity(x) ? 0 : SpecialFunctions.NormalDensity(Z(x));

        private double Weighted(double x) => double.IsInfinity(x) ? 0 : Z(x) * SpecialFunctions.NormalDensity(Z(x));
    }

    /// <summary>A number whose logarithm is normal: a ratio, or a cost with a long tail.</summary>
    public sealed record LogNormal : Distribution
    {
        /// <summary>With this mean and standard deviation of the natural logarithm.</summary>
        /// <exception cref="ArgumentException">The mean is not finite, or the standard deviation not above zero, or larger than 10.</exception>
        public LogNormal(double mu, double sigma) =>
            (Mu, Sigma) = (Within("a lognormal distribution", "mu", mu, -300, 300), Within("a lognormal distribution", "sigma", sigma, 1e-9, 10));

        /// <summary>The mean of the logarithm.</summary>
        public double Mu { get; }

        /// <summary>The standard deviation of the logarithm.</summary>
        public double Sigma { get; }

        /// <inheritdoc/>
        public override double Mean => Math.Exp(Mu + (Sigma * Sigma / 2));

        /// <inheritdoc/>
        public override double StandardDeviation => Mean * Math.Sqrt(Math.Exp(Sigma * Sigma) - 1);

        /// <inheritdoc/>
        public override Support Support => new(0, double.PositiveInfinity);

        /// <inheritdoc/>
        protected override string Family => "lognormal";

        /// <inheritdoc/>
        public override double Cdf(double x) => x <= 0 ? 0 : SpecialFunctions.NormalCdf((Math.Log(x) - Mu) / Sigma);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => Math.Exp(Mu + (Sigma * SpecialFunctions.NormalQuantile(p)));
    }
}
