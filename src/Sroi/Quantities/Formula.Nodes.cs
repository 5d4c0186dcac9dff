using System.Collections.Immutable;

namespace Sroi.Quantities;

/// <content>The kinds of node. Each hands itself to a reading, which has a method for each kind.</content>
public abstract partial class Formula
{
    /// <summary>A number that is arithmetic and not evidence: 1, 12 months/year, a discount factor.</summary>
    public sealed class Constant : Formula
    {
        internal static readonly Constant One = new(1, Unit.None, priceYear: null, reason: null);
        internal static readonly Constant E = new(Math.E, Unit.None, priceYear: null, reason: "the base of natural logarithms");

        internal Constant(double value, Unit unit, PriceYear? priceYear, string? reason)
            : base(unit, priceYear) => (Value, Reason) = (value, reason);

        /// <summary>The number.</summary>
        public new double Value { get; }

        /// <summary>What it is, such as "discount factor, year 2"; null if no label is needed.</summary>
        public string? Reason { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A named quantity: a leaf.</summary>
    public sealed class Given : Formula
    {
        internal Given(Quantity quantity)
            : base(quantity.Unit, quantity.PriceYear) => Quantity = quantity;

        /// <summary>The quantity.</summary>
        public Quantity Quantity { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A sum of two or more terms.</summary>
    public sealed class Sum : Formula
    {
        internal Sum(ImmutableArray<Formula> terms)
            : base(terms[0].Unit, Fit(terms)) => Terms = terms;

        /// <summary>The terms.</summary>
        public ImmutableArray<Formula> Terms { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => Terms;

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);

        private static PriceYear? Fit(ImmutableArray<Formula> terms)
        {
            Formula priced = terms.FirstOrDefault(t => t.PriceYear is not null) ?? terms[0];
            PriceYear? year = priced.PriceYear;
            foreach (Formula term in terms)
            {
                year = Together("add", priced, term);
            }

            return year;
        }
    }

    /// <summary>One formula less another.</summary>
    public sealed class Difference : Formula
    {
        internal Difference(Formula left, Formula right)
            : base(left.Unit, Together("subtract", left, right)) => (Left, Right) = (left, right);

        /// <summary>From which is taken.</summary>
        public Formula Left { get; }

        /// <summary>What is taken away.</summary>
        public Formula Right { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Left, Right];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A product.</summary>
    public sealed class Product : Formula
    {
        internal Product(Formula left, Formula right)
            : base(left.Unit * right.Unit, SamePrices("multiply", left, right)) => (Left, Right) = (left, right);

        /// <summary>The first factor.</summary>
        public Formula Left { get; }

        /// <summary>The second factor.</summary>
        public Formula Right { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Left, Right];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A quotient.</summary>
    public sealed class Quotient : Formula
    {
        internal Quotient(Formula left, Formula right)
            : base(left.Unit / right.Unit, SamePrices("divide", left, right)) => (Left, Right) = (left, right);

        /// <summary>What is divided.</summary>
        public Formula Left { get; }

        /// <summary>By what.</summary>
        public Formula Right { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Left, Right];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A plain number to the power of another.</summary>
    public sealed class Power : Formula
    {
        internal Power(Formula @base, Formula exponent)
            : base(Plain("The base of a power", @base), priceYear: null)
        {
            _ = Plain("An exponent", exponent);
            (Base, Exponent) = (@base, exponent);
        }

        /// <summary>The base.</summary>
        public Formula Base { get; }

        /// <summary>The exponent.</summary>
        public Formula Exponent { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Base, Exponent];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>The natural logarithm of a plain number; undefined at zero and below.</summary>
    public sealed class NaturalLogarithm : Formula
    {
        internal NaturalLogarithm(Formula of)
            : base(Plain("What a logarithm is taken of", of), priceYear: null) => Of = of;

        /// <summary>Of what.</summary>
        public Formula Of { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Of];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>The smaller or the larger of two.</summary>
    public sealed class Choice : Formula
    {
        internal Choice(Formula left, Formula right, bool takesSmaller)
            : base(left.Unit, Together("compare", left, right)) => (Left, Right, TakesSmaller) = (left, right, takesSmaller);

        /// <summary>One.</summary>
        public Formula Left { get; }

        /// <summary>The other.</summary>
        public Formula Right { get; }

        /// <summary>Whether the smaller of the two is taken, not the larger.</summary>
        public bool TakesSmaller { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Left, Right];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A ratio: what is divided, for each unit of the divisor. Undefined unless the divisor is above zero.</summary>
    /// <remarks>A ratio to inputs that are zero or negative has no meaning: a service that costs less than usual care is judged by its net present value.</remarks>
    public sealed class Ratio : Formula
    {
        internal Ratio(Formula dividend, Formula divisor, double noise)
            : base(dividend.Unit / divisor.Unit, SamePrices("divide", dividend, divisor)) => (Dividend, Divisor, Noise) = (dividend, divisor, noise);

        /// <summary>What is divided.</summary>
        public Formula Dividend { get; }

        /// <summary>By what; it must be above zero.</summary>
        public Formula Divisor { get; }

        /// <summary>How much of the divisor can be rounding noise, in its unit: a divisor that is no larger is not above zero.</summary>
        public double Noise { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Dividend, Divisor];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A formula that has a value only if a condition is not below zero.</summary>
    public sealed class Provided : Formula
    {
        internal Provided(Formula body, Formula condition)
            : base(body.Unit, body.PriceYear) => (Body, Condition) = (body, condition);

        /// <summary>The value.</summary>
        public Formula Body { get; }

        /// <summary>What must not be below zero.</summary>
        public Formula Condition { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Body, Condition];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>The first of two that has a value.</summary>
    public sealed class Otherwise : Formula
    {
        internal Otherwise(Formula first, Formula second)
            : base(first.Unit, Together("compare", first, second)) => (First, Second) = (first, second);

        /// <summary>Used if it has a value.</summary>
        public Formula First { get; }

        /// <summary>Used if the first has no value.</summary>
        public Formula Second { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [First, Second];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>What has no value, for a reason.</summary>
    public sealed class NoValue : Formula
    {
        internal NoValue(Unit unit, string reason)
            : base(unit, priceYear: null) => Reason = reason;

        /// <summary>Why, such as "nothing is valued".</summary>
        public string Reason { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }

    /// <summary>A step of the calculation that has a name.</summary>
    public sealed class Named : Formula
    {
        internal Named(string id, string label, Formula body)
            : base(body.Unit, body.PriceYear) => (Id, Label, Body) = (id, label, body);

        /// <summary>Its address, such as <c>fewer_attendances.gross</c>.</summary>
        public string Id { get; }

        /// <summary>What it is, in words.</summary>
        public string Label { get; }

        /// <summary>The calculation.</summary>
        public Formula Body { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<Formula> Parts => [Body];

        internal override T ReadBy<T>(FormulaReading<T> reading) => reading.Of(this);
    }
}
