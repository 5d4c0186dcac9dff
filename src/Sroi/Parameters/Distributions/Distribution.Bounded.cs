namespace Sroi.Parameters.Distributions;

/// <content>Families between two bounds, and the number that is known exactly.</content>
public abstract partial record Distribution
{
    /// <summary>A number that is known exactly.</summary>
    public sealed record Fixed : Distribution
    {
        /// <summary>A number that is known exactly.</summary>
        public Fixed(double value) => Value = Finite("a fixed number", "value", value);

        /// <summary>The number.</summary>
        public double Value { get; }

        /// <inheritdoc/>
        public override double Mean => Value;

        /// <inheritdoc/>
        public override double StandardDeviation => 0;

        /// <inheritdoc/>
        public override Support Support => new(Value, Value);

        /// <inheritdoc/>
        public override bool IsFixed => true;

        /// <inheritdoc/>
        public override bool IsDiscrete => true;

        /// <inheritdoc/>
        protected override string Family => "known exactly";

        /// <inheritdoc/>
        public override double Cdf(double x) => x >= Value ? 1 : 0;

        /// <inheritdoc/>
        public override string Describe() => Family;

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => Value;
    }

    /// <summary>Anything between two bounds, all of it equally likely.</summary>
    public sealed record Uniform : Distribution
    {
        /// <summary>Anything between <paramref name="low"/> and <paramref name="high"/>.</summary>
        /// <exception cref="ArgumentException">The bounds are not finite, or the low one is not below the high one.</exception>
        public Uniform(double low, double high)
        {
            (Low, High) = (Finite("a uniform distribution", "low end", low), Finite("a uniform distribution", "high end", high));
            if (low >= high)
            {
                throw new ArgumentException($"A uniform distribution needs low < high; found {Shown(low)} and {Shown(high)}.");
            }
        }

        /// <summary>The lower bound.</summary>
        public double Low { get; }

        /// <summary>The upper bound.</summary>
        public double High { get; }

        /// <inheritdoc/>
        public override double Mean => Low + ((High - Low) / 2);

        /// <inheritdoc/>
        public override double StandardDeviation => (High - Low) / Math.Sqrt(12);

        /// <inheritdoc/>
        public override Support Support => new(Low, High);

        /// <inheritdoc/>
        protected override string Family => "uniform";

        /// <inheritdoc/>
        public override double Cdf(double x) => Math.Clamp((x - Low) / (High - Low), 0, 1);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => Low + (p * (High - Low));
    }

    /// <summary>Expert range: lowest, most likely, highest. The mode may be at an end.</summary>
    public sealed record Triangular : Distribution
    {
        /// <summary>From <paramref name="low"/> over <paramref name="mode"/> to <paramref name="high"/>.</summary>
        /// <exception cref="ArgumentException">They are not finite or not in order.</exception>
        public Triangular(double low, double mode, double high) => (Low, Mode, High) = Ordered("A triangular distribution", low, mode, high);

        /// <summary>The lowest value.</summary>
        public double Low { get; }

        /// <summary>The most likely value.</summary>
        public double Mode { get; }

        /// <summary>The highest value.</summary>
        public double High { get; }

        /// <inheritdoc/>
        public override double Mean => (Low + Mode + High) / 3;

        /// <inheritdoc/>
        public override double StandardDeviation
        {
            get
            {
                double left = Mode - Low,
                    right = High - Mode;
                return Math.Sqrt(((left * left) + (left * right) + (right * right)) / 18);
            }
        }

        /// <inheritdoc/>
        public override Support Support => new(Low, High);

        /// <inheritdoc/>
        protected override string Family => "triangular";

        /// <inheritdoc/>
        public override double Cdf(double x) =>
            x <= Low ? 0
            : x >= High ? 1
            : x <= Mode ? (x - Low) * (x - Low) / ((High - Low) * (Mode - Low))
            : 1 - ((High - x) * (High - x) / ((High - Low) * (High - Mode)));

        /// <inheritdoc/>
        protected override double QuantileOf(double p) =>
            p * (High - Low) <= Mode - Low
                ? Low + Math.Sqrt(p * (High - Low) * (Mode - Low))
                : High - Math.Sqrt((1 - p) * (High - Low) * (High - Mode));
    }

    /// <summary>Expert range with more weight in the middle: a beta between the bounds whose mean is (low + shape × mode + high) ÷ (shape + 2).</summary>
    public sealed record Pert : Distribution
    {
        /// <summary>The usual weight of the mode.</summary>
        public const double UsualShape = 4;

        private readonly ScaledBeta _beta;

        /// <summary>From <paramref name="low"/> over <paramref name="mode"/> to <paramref name="high"/>.</summary>
        /// <exception cref="ArgumentException">They are not finite or not in order, or the shape is not above zero.</exception>
        public Pert(double low, double mode, double high, double shape = UsualShape)
        {
            (Low, Mode, High) = Ordered("A PERT distribution", low, mode, high);
            Shape = Positive("a PERT distribution", "shape", shape);
            double steepest = shape * Math.Max(mode - low, high - mode) / (high - low);
            if (!(1 + steepest <= Beta.MaximumShape))
            {
                string most = Shown((Beta.MaximumShape - 1) * shape / steepest);
                throw new ArgumentException($"The shape of a PERT distribution with this mode is at most {most}, but is {Shown(shape)}.");
            }

            _beta = new(1 + (shape * (mode - low) / (high - low)), 1 + (shape * (high - mode) / (high - low)), low, high);
        }

        /// <summary>The lowest value.</summary>
        public double Low { get; }

        /// <summary>The most likely value.</summary>
        public double Mode { get; }

        /// <summary>The highest value.</summary>
        public double High { get; }

        /// <summary>The weight of the mode.</summary>
        public double Shape { get; }

        /// <summary>The same as a beta between the bounds.</summary>
        public ScaledBeta AsScaledBeta => _beta;

        /// <inheritdoc/>
        public override double Mean => (Low + (Shape * Mode) + High) / (Shape + 2);

        /// <inheritdoc/>
        public override double StandardDeviation => _beta.StandardDeviation;

        /// <inheritdoc/>
        public override Support Support => new(Low, High);

        /// <inheritdoc/>
        protected override string Family => "PERT";

        /// <inheritdoc/>
        public override double Cdf(double x) => _beta.Cdf(x);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) => _beta.QuantileOf(p);
    }

    private static (double, double, double) Ordered(string family, double low, double mode, double high) =>
        double.IsFinite(low) && double.IsFinite(mode) && double.IsFinite(high) && low <= mode && mode <= high && low < high
            ? (low, mode, high)
            : throw new ArgumentException(
                $"{family} needs low ≤ most likely ≤ high, and low < high; found {Shown(low)}, {Shown(mode)}, {Shown(high)}."
            );
}
