namespace Sroi.Parameters.Distributions;

/// <content>The gamma and beta families.</content>
public abstract partial record Distribution
{
    /// <summary>A cost or a rate: positive, with a long tail.</summary>
    public sealed record Gamma : Distribution
    {
        /// <summary>The smallest supported shape.</summary>
        public const double MinimumShape = 0.05;

        /// <summary>The largest supported shape.</summary>
        public const double MaximumShape = 1e7;

        /// <summary>With this shape and scale; the mean is their product.</summary>
        /// <exception cref="ArgumentException">The shape is outside 0.05 to 10⁷, or the scale not above zero.</exception>
        public Gamma(double shape, double scale) =>
            (Shape, Scale) = (
                Within("a gamma distribution", "shape", shape, MinimumShape, MaximumShape),
                Positive("a gamma distribution", "scale", scale)
            );

        /// <summary>The shape.</summary>
        public double Shape { get; }

        /// <summary>The scale.</summary>
        public double Scale { get; }

        /// <inheritdoc/>
        public override double Mean => Shape * Scale;

        /// <inheritdoc/>
        public override double StandardDeviation => Math.Sqrt(Shape) * Scale;

        /// <inheritdoc/>
        public override Support Support => new(0, double.PositiveInfinity);

        /// <inheritdoc/>
        protected override string Family => "gamma";

        /// <inheritdoc/>
        public override double Cdf(double x) => SpecialFunctions.GammaLower(Shape, x / Scale);

        /// <summary>The value above which so much of the probability lies, with all its digits where that is little.</summary>
        internal double QuantileAbove(double tail) =>
            Scale * Inverse.Smallest(double.Epsilon, double.MaxValue / 4, x => SpecialFunctions.GammaUpper(Shape, x) <= tail);

        // Each half is solved on its own tail, so that neither loses digits to a number close to one.
        /// <inheritdoc/>
        protected override double QuantileOf(double p) =>
            Scale
            * (
                p <= 0.5
                    ? Inverse.Smallest(double.Epsilon, double.MaxValue / 4, x => SpecialFunctions.GammaLower(Shape, x) >= p)
                    : Inverse.Smallest(double.Epsilon, double.MaxValue / 4, x => SpecialFunctions.GammaUpper(Shape, x) <= 1 - p)
            );
    }

    /// <summary>A share that is itself uncertain.</summary>
    public sealed record Beta : Distribution
    {
        /// <summary>The smallest supported shape.</summary>
        public const double MinimumShape = 0.05;

        /// <summary>The largest supported shape.</summary>
        public const double MaximumShape = 1e5;

        /// <summary>With these shapes; the mean is α ÷ (α + β).</summary>
        /// <exception cref="ArgumentException">A shape is outside 0.05 to 10⁵.</exception>
        public Beta(double alpha, double beta) =>
            (Alpha, BetaShape) = (
                Within("a beta distribution", "alpha", alpha, MinimumShape, MaximumShape),
                Within("a beta distribution", "beta", beta, MinimumShape, MaximumShape)
            );

        /// <summary>The first shape, α.</summary>
        public double Alpha { get; }

        /// <summary>The second shape, β.</summary>
        public double BetaShape { get; }

        /// <inheritdoc/>
        public override double Mean => Alpha / (Alpha + BetaShape);

        /// <inheritdoc/>
        public override double StandardDeviation => Math.Sqrt(Alpha * BetaShape / (Alpha + BetaShape + 1)) / (Alpha + BetaShape);

        /// <inheritdoc/>
        public override Support Support => new(0, 1);

        /// <inheritdoc/>
        protected override string Family => "beta";

        /// <inheritdoc/>
        public override double Cdf(double x) => SpecialFunctions.BetaLower(Alpha, BetaShape, x);

        // The upper half is solved as the lower half of 1 − x.
        /// <inheritdoc/>
        protected override double QuantileOf(double p) =>
            p <= Cdf(0.5)
                ? Inverse.Smallest(double.Epsilon, 1, x => SpecialFunctions.BetaLower(Alpha, BetaShape, x) >= p)
                : 1 - Inverse.Smallest(double.Epsilon, 1, y => SpecialFunctions.BetaLower(BetaShape, Alpha, y) >= 1 - p);
    }

    /// <summary>A beta stretched between two bounds.</summary>
    public sealed record ScaledBeta : Distribution
    {
        private readonly Beta _beta;

        /// <summary>A beta of these shapes between <paramref name="low"/> and <paramref name="high"/>.</summary>
        /// <exception cref="ArgumentException">A shape is outside 0.05 to 10⁵, or the bounds are not finite and in order.</exception>
        public ScaledBeta(double alpha, double beta, double low, double high)
        {
            _beta = new(alpha, beta);
            (Low, High) = (Finite("a scaled beta", "low end", low), Finite("a scaled beta", "high end", high));
            if (low >= high)
            {
                throw new ArgumentException($"A scaled beta needs low < high; found {Shown(low)} and {Shown(high)}.");
            }
        }

        /// <summary>The first shape, α.</summary>
        public double Alpha => _beta.Alpha;

        /// <summary>The second shape, β.</summary>
        public double BetaShape => _beta.BetaShape;

        /// <summary>The lower bound.</summary>
        public double Low { get; }

        /// <summary>The upper bound.</summary>
        public double High { get; }

        /// <inheritdoc/>
        public override double Mean => Low + ((High - Low) * _beta.Mean);

        /// <inheritdoc/>
        public override double StandardDeviation => (High - Low) * _beta.StandardDeviation;

        /// <inheritdoc/>
        public override Support Support => new(Low, High);

        /// <inheritdoc/>
        protected override string Family => "scaled beta";

        /// <inheritdoc/>
        public override double Cdf(double x) => _beta.Cdf((x - Low) / (High - Low));

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => Low + ((High - Low) * _beta.Quantile(p));
    }
}
