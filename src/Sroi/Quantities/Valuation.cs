using Sroi.Arithmetic;

namespace Sroi.Quantities;

/// <summary>
/// The values of formulas at one set of inputs: the base values, or the base values with some replaced. Each node is computed once.
/// </summary>
/// <remarks>Not thread-safe; make one for each substitution.</remarks>
public sealed class Valuation
{
    private readonly Reading _reading;

    /// <summary>At the base values.</summary>
    public Valuation()
        : this(new Dictionary<string, double>()) { }

    /// <summary>At the base values, but for those replaced.</summary>
    /// <param name="replaced">Values by the id of a quantity or of a named step; money at the price year that the formula uses.</param>
    public Valuation(IReadOnlyDictionary<string, double> replaced) => _reading = new(replaced);

    /// <summary>The value of <paramref name="formula"/>; null if it is undefined (a division by zero, or too large for a number).</summary>
    public double? Of(Formula formula) => _reading.Read(formula) is var value && double.IsFinite(value) ? value : null;

    // NaN is how "undefined" travels inside; it never leaves this class.
    private sealed class Reading(IReadOnlyDictionary<string, double> replaced) : FormulaReading<double>
    {
        protected internal override double Of(Formula.Constant constant) => constant.Value;

        protected internal override double Of(Formula.Given given) =>
            replaced.TryGetValue(given.Quantity.Id, out double instead) ? instead : given.Quantity.Value;

        protected internal override double Of(Formula.NoValue none) => double.NaN;

        protected internal override double Of(Formula.Named named) => replaced.TryGetValue(named.Id, out double instead) ? instead : Read(named.Body);

        protected internal override double Of(Formula.Sum sum) => SumOrder.Total(sum.Terms, Read, 0.0, (total, term) => total + term);

        protected internal override double Of(Formula.Difference difference) => Read(difference.Left) - Read(difference.Right);

        protected internal override double Of(Formula.Product product) => Read(product.Left) * Read(product.Right);

        protected internal override double Of(Formula.Quotient quotient) => ScalarArithmetic.Quotient(Read(quotient.Left), Read(quotient.Right));

        protected internal override double Of(Formula.Ratio ratio) => ScalarArithmetic.Ratio(Read(ratio.Dividend), Read(ratio.Divisor), ratio.Noise);

        protected internal override double Of(Formula.Power power) => ScalarArithmetic.Power(Read(power.Base), Read(power.Exponent));

        protected internal override double Of(Formula.NaturalLogarithm logarithm) => Elementary.Log(Read(logarithm.Of));

        protected internal override double Of(Formula.Choice choice) =>
            choice.TakesSmaller
                ? ScalarArithmetic.Smaller(Read(choice.Left), Read(choice.Right))
                : ScalarArithmetic.Larger(Read(choice.Left), Read(choice.Right));

        protected internal override double Of(Formula.Provided provided) => ScalarArithmetic.Provided(Read(provided.Body), Read(provided.Condition));

        protected internal override double Of(Formula.Otherwise otherwise) =>
            ScalarArithmetic.Otherwise(Read(otherwise.First), Read(otherwise.Second));
    }
}
