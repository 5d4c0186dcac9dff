using MathNet.Numerics.Integration;

namespace Sroi.Parameters.Distributions;

/// <content>Distributions that were moved: brought to other prices, or along with a base value.</content>
public abstract partial record Distribution
{
    /// <summary>Another distribution times a factor, plus a shift.</summary>
    public sealed record Affine : Distribution
    {
        /// <summary><paramref name="inner"/> × <paramref name="scale"/> + <paramref name="shift"/>.</summary>
        /// <exception cref="ArgumentException">The factor is not above zero, or the shift not finite.</exception>
        public Affine(Distribution inner, double scale, double shift) =>
            (Inner, Scale, Shift) = (inner, Positive("a scaled distribution", "factor", scale), Finite("a shifted distribution", "shift", shift));

        /// <summary>What is scaled and shifted.</summary>
        public Distribution Inner { get; }

        /// <summary>The factor.</summary>
        public double Scale { get; }

        /// <summary>The shift.</summary>
        public double Shift { get; }

        /// <inheritdoc/>
        public override double Mean => (Inner.Mean * Scale) + Shift;

        /// <inheritdoc/>
        public override double StandardDeviation => Inner.StandardDeviation * Scale;

        /// <inheritdoc/>
        public override Support Support => new((Inner.Support.Low * Scale) + Shift, (Inner.Support.High * Scale) + Shift);

        /// <inheritdoc/>
        public override bool IsFixed => Inner.IsFixed;

        /// <inheritdoc/>
        public override bool IsDiscrete => Inner.IsDiscrete;

        /// <inheritdoc/>
        protected override string Family => Inner.Family;

        /// <inheritdoc/>
        public override double Cdf(double x) => Inner.Cdf((x - Shift) / Scale);

        /// <summary>The same as a member of the inner family, where that is uniform or triangular.</summary>
        internal Distribution Folded() =>
            Inner switch
            {
                Uniform inner => new Uniform(At(inner.Low), At(inner.High)),
                Triangular inner => new Triangular(At(inner.Low), At(inner.Mode), At(inner.High)),
                _ => this,
            };

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => At(Inner.Quantile(p));

        private double At(double value) => (value * Scale) + Shift;
    }

    /// <summary>A share whose odds are multiplied by a factor: x becomes c·x ÷ (1 − x + c·x).</summary>
    public sealed record OddsScaled : Distribution
    {
        private const int Panels = 64;
        private const int Points = 16;

        private readonly Lazy<(double Mean, double Sd)> _moments;

        /// <summary><paramref name="inner"/> with its odds times <paramref name="factor"/>.</summary>
        /// <exception cref="ArgumentException">The factor is not above zero, or the distribution leaves 0 to 1.</exception>
        public OddsScaled(Distribution inner, double factor)
        {
            if (inner.Support.Low < 0 || inner.Support.High > 1)
            {
                throw new ArgumentException("Only a share, between 0 and 1, has odds that can be scaled.");
            }

            (Inner, Factor) = (inner, Positive("a share moved by its odds", "factor", factor));
            _moments = new(Moments);
        }

        /// <summary>The share before.</summary>
        public Distribution Inner { get; }

        /// <summary>The factor of the odds.</summary>
        public double Factor { get; }

        /// <inheritdoc/>
        public override double Mean => _moments.Value.Mean;

        /// <inheritdoc/>
        public override double StandardDeviation => _moments.Value.Sd;

        /// <inheritdoc/>
        public override Support Support => new(Moved(Inner.Support.Low), Moved(Inner.Support.High));

        /// <inheritdoc/>
        public override bool IsFixed => Inner.IsFixed;

        /// <inheritdoc/>
        public override bool IsDiscrete => Inner.IsDiscrete;

        /// <inheritdoc/>
        protected override string Family => Inner.Family;

        /// <inheritdoc/>
        public override double Cdf(double x) =>
            x <= 0 ? Inner.Cdf(0)
            : x >= 1 ? 1
            : Inner.Cdf(x / (Factor - (Factor * x) + x));

        /// <inheritdoc/>
        public bool Equals(OddsScaled? other) => other is not null && Inner == other.Inner && Factor.Equals(other.Factor);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Inner, Factor);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => Moved(Inner.Quantile(p));

        private double Moved(double x) => Factor * x / (1 - x + (Factor * x));

        // E[X] = ∫ 1 − F, E[X²] = ∫ 2x(1 − F) over the support: only cdfs are needed. Separate values are summed.
        private (double, double) Moments()
        {
            (double[] values, double[] weights) = Inner switch
            {
                Discrete discrete => ([.. discrete.Values], [.. discrete.Weights]),
                Empirical empirical => ([.. empirical.Values], [.. empirical.Weights]),
                Fixed @fixed => (new[] { @fixed.Value }, new[] { 1.0 }),
                _ => (Array.Empty<double>(), Array.Empty<double>()),
            };
            double first = values.Zip(weights, (v, w) => Moved(v) * w).Sum(),
                second = values.Zip(weights, (v, w) => Moved(v) * Moved(v) * w).Sum();
            if (values.Length == 0)
            {
                double low = Support.Low,
                    step = (Support.High - low) / Panels;
                GaussLegendreRule[] panels =
                [
                    .. Enumerable.Range(0, Panels).Select(i => new GaussLegendreRule(low + (i * step), low + ((i + 1) * step), Points)),
                ];
                first = low + panels.Sum(panel => Sum(panel, x => 1 - Cdf(x)));
                second = (low * low) + panels.Sum(panel => Sum(panel, x => 2 * x * (1 - Cdf(x))));
            }

            return (first, Math.Sqrt(Math.Max(0, second - (first * first))));
        }

        private static double Sum(GaussLegendreRule rule, Func<double, double> of) => rule.Abscissas.Zip(rule.Weights, (x, w) => w * of(x)).Sum();
    }
}
