using System.Collections.Immutable;

namespace Sroi.Quantities;

/// <summary>
/// A calculation over named quantities, written once and read in several ways: its value, its explanation, its draws, its sensitivities.
/// </summary>
/// <remarks>
/// Immutable. Every node carries its unit and, for money, its price year; joining what does not fit throws
/// <see cref="UnitMismatchException"/>, which names both sides. Node identity is reference identity: a formula used twice is one node.
/// </remarks>
public abstract partial class Formula
{
    private Formula(Unit unit, PriceYear? priceYear) => (Unit, PriceYear) = (unit, unit.IsMoney ? priceYear : null);

    /// <summary>The unit of the result.</summary>
    public Unit Unit { get; }

    /// <summary>The year whose prices the result is in; null for what is not money, and for an amount of zero.</summary>
    public PriceYear? PriceYear { get; }

    /// <summary>Its operands, from left to right.</summary>
    public abstract IReadOnlyList<Formula> Parts { get; }

    /// <summary>Hands itself to a reading.</summary>
    internal abstract T ReadBy<T>(FormulaReading<T> reading);

    /// <summary>The result at the base values.</summary>
    /// <exception cref="UndefinedFormulaException">It is undefined, since it divides by zero somewhere.</exception>
    public double Value => ValueOrNull ?? throw new UndefinedFormulaException(this);

    /// <summary>The result at the base values; null if it is undefined.</summary>
    public double? ValueOrNull => new Valuation().Of(this);

    /// <summary>What is left of a whole once this share is taken away: 1 − this.</summary>
    /// <exception cref="UnitMismatchException">This is not a plain number.</exception>
    public Formula Remainder => Constant.One - this;

    /// <summary>Nothing, in the given unit.</summary>
    public static Formula Zero(Unit unit) => new Constant(0, unit, priceYear: null, reason: null);

    /// <summary>A plain number that needs no source, since it is arithmetic: 1, 12, a discount factor.</summary>
    public static Formula Number(double value, string? reason = null) => new Constant(value, Unit.None, priceYear: null, reason);

    /// <summary>A conversion such as 12 months/year; also a fixed number of years.</summary>
    public static Formula Number(double value, Unit unit, string? reason = null) => new Constant(value, unit, priceYear: null, reason);

    /// <summary>A figure that has no value, for a reason such as "nothing is valued".</summary>
    public static Formula Undefined(Unit unit, string reason) => new NoValue(unit, reason);

    /// <summary>What is divided, for each unit of the divisor: undefined unless the divisor is above zero.</summary>
    /// <param name="dividend">What is divided.</param>
    /// <param name="divisor">By what.</param>
    /// <param name="noise">How much of the divisor can be rounding noise, in its unit: a divisor that is no larger is not above zero.</param>
    /// <exception cref="UnitMismatchException">They are money at the prices of different years.</exception>
    public static Formula RatioOf(Formula dividend, Formula divisor, double noise = 0) => new Ratio(dividend, divisor, noise);

    /// <summary>The sum of the terms; <see cref="Zero"/> of <paramref name="unit"/> when there are none.</summary>
    /// <exception cref="UnitMismatchException">The terms differ in unit or price year.</exception>
    public static Formula Total(IEnumerable<Formula> terms, Unit unit)
    {
        ImmutableArray<Formula> kept = [.. terms.Where(term => !IsZero(term))];
        return kept.Length switch
        {
            0 => Zero(unit),
            1 => kept[0],
            _ => new Sum(kept),
        };
    }

    /// <summary>The smaller of two.</summary>
    /// <exception cref="UnitMismatchException">They differ in unit or price year.</exception>
    public static Formula Smaller(Formula left, Formula right) => new Choice(left, right, takesSmaller: true);

    /// <summary>The larger of two.</summary>
    /// <exception cref="UnitMismatchException">They differ in unit or price year.</exception>
    public static Formula Larger(Formula left, Formula right) => new Choice(left, right, takesSmaller: false);

    /// <summary>This formula if a condition is not below zero; undefined otherwise.</summary>
    public Formula ProvidedThat(Formula isNotNegative) => new Provided(this, isNotNegative);

    /// <summary>This formula if it has a value, otherwise <paramref name="other"/>.</summary>
    /// <exception cref="UnitMismatchException">They differ in unit or price year.</exception>
    public Formula Else(Formula other) => new Otherwise(this, other);

    /// <summary>e to the power of this.</summary>
    /// <exception cref="UnitMismatchException">This is not a plain number.</exception>
    public Formula Exponential() => new Power(Constant.E, this);

    /// <summary>The natural logarithm.</summary>
    /// <exception cref="UnitMismatchException">This is not a plain number.</exception>
    public Formula Logarithm() => new NaturalLogarithm(this);

    /// <summary>This to the power of <paramref name="exponent"/>.</summary>
    /// <exception cref="UnitMismatchException">One of the two is not a plain number.</exception>
    public Formula ToThe(Formula exponent) => exponent is Constant { Value: 1 } ? this : new Power(this, exponent);

    /// <summary>The same calculation under a name, so that an explanation can speak of it.</summary>
    /// <param name="id">Its address, such as <c>fewer_attendances.gross</c>.</param>
    /// <param name="label">What it is, in words.</param>
    public Formula As(string id, string label) => new Named(id, label, this);

    /// <summary>A quantity as a formula.</summary>
    public static implicit operator Formula(Quantity quantity) => new Given(quantity);

    /// <summary>A share that needs no source, such as 0 %.</summary>
    public static implicit operator Formula(Share share) => Number(share.Value);

    /// <summary>A plain number that needs no source.</summary>
    public static implicit operator Formula(int number) => Number(number);

    /// <summary>The sum.</summary>
    public static Formula operator +(Formula left, Formula right) =>
        IsZero(left) ? right
        : IsZero(right) ? left
        : new Sum([left, right]);

    /// <summary>The difference.</summary>
    public static Formula operator -(Formula left, Formula right) => IsZero(right) ? left : new Difference(left, right);

    /// <summary>The product.</summary>
    public static Formula operator *(Formula left, Formula right) =>
        IsOne(left) ? right
        : IsOne(right) ? left
        : new Product(left, right);

    /// <summary>The quotient; undefined if the divisor is zero.</summary>
    public static Formula operator /(Formula left, Formula right) => IsOne(right) ? left : new Quotient(left, right);

    /// <summary>The formula in words, such as <c>people × ae_before × (1 − rate_ratio)</c>.</summary>
    public override string ToString() => FormulaText.Of(this);

    private static bool IsOne(Formula formula) => formula is Constant { Value: 1, Unit.IsNone: true };

    // Dropping a zero amount must not hide a mismatch of units, so only a literal zero without a unit is dropped.
    private static bool IsZero(Formula formula) => formula is Constant { Value: 0, Reason: null };

    private static PriceYear? Together(string verb, Formula left, Formula right)
    {
        if (left.Unit != right.Unit)
        {
            throw new UnitMismatchException(
                $"Cannot {verb} {left.Unit.Words} and {right.Unit.Words}: {left} is {left.Unit.Phrase}, {right} is {right.Unit.Phrase}."
            );
        }

        return SamePrices(verb, left, right);
    }

    private static PriceYear? SamePrices(string verb, Formula left, Formula right) =>
        left.PriceYear is { } one && right.PriceYear is { } other && one != other
            ? throw new UnitMismatchException(
                $"Cannot {verb} prices of {one} and of {other}: {left} is at {one} prices, {right} at {other} prices. Uprate one of them first."
            )
            : left.PriceYear ?? right.PriceYear;

    private static Unit Plain(string what, Formula formula) =>
        formula.Unit.IsNone ? Unit.None : throw new UnitMismatchException($"{what} must be a plain number, but {formula} is in {formula.Unit}.");
}
