namespace Sroi.Parameters.Distributions;

/// <content>Student's t.</content>
public abstract partial record Distribution
{
    /// <summary>An estimate whose standard error is itself estimated, from few people, sites or studies: Student's t, shifted and scaled.</summary>
    public sealed record StudentT : Distribution
    {
        /// <summary>The fewest degrees of freedom: with 2 or fewer there is no standard deviation, and just above 2 none that a simulation finds.</summary>
        public const double MinimumDegrees = 3;

        /// <summary>The most degrees of freedom; beyond it the family is indistinguishable from a normal.</summary>
        public const double MaximumDegrees = 1e5;

        /// <summary>With this centre, scale and degrees of freedom.</summary>
        /// <param name="location">The estimate, which is mean and median.</param>
        /// <param name="scale">Its standard error.</param>
        /// <param name="degreesOfFreedom">Such as the number of pairs − 1; not necessarily whole.</param>
        /// <exception cref="ArgumentException">A number is not finite, the scale not above zero, or the degrees of freedom outside 3 to 10⁵.</exception>
        public StudentT(double location, double scale, double degreesOfFreedom)
        {
            const string family = "a t distribution";
            (Location, Scale) = (Finite(family, "estimate", location), Positive(family, "standard error", scale));
            DegreesOfFreedom = Within(family, "degrees of freedom", degreesOfFreedom, MinimumDegrees, MaximumDegrees);
        }

        /// <summary>The estimate.</summary>
        public double Location { get; }

        /// <summary>Its standard error, which is smaller than the standard deviation.</summary>
        public double Scale { get; }

        /// <summary>The degrees of freedom.</summary>
        public double DegreesOfFreedom { get; }

        /// <inheritdoc/>
        public override double Mean => Location;

        /// <inheritdoc/>
        public override double StandardDeviation => Scale * Math.Sqrt(DegreesOfFreedom / (DegreesOfFreedom - 2));

        /// <inheritdoc/>
        public override Support Support => new(double.NegativeInfinity, double.PositiveInfinity);

        /// <inheritdoc/>
        protected override string Family => "t";

        /// <inheritdoc/>
        public override double Cdf(double x) => StudentsT.Above((Location - x) / Scale, DegreesOfFreedom);

        /// <inheritdoc/>
        protected override double QuantileOf(double p) =>
            p <= 0.5
                ? Location - (Scale * StudentsT.QuantileAbove(p, DegreesOfFreedom))
                : Location + (Scale * StudentsT.QuantileAbove(1 - p, DegreesOfFreedom));
    }
}
