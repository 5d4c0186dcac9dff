using Sroi.Arithmetic;

namespace Sroi.Quantities;

/// <summary>
/// The values of formulas at one set of inputs: the base values, or the base values with some replaced. Each node is computed once.
/// </summary>
/// <remarks>Not thread-safe; make one for each substitution.</remarks>
public sealed class Valuation
{
    private readonly IReadOnlyDictionary<string, double> _replaced;
    private readonly Dictionary<Formula, double> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>At the base values.</summary>
    public Valuation()
        : this(new Dictionary<string, double>()) { }

    /// <summary>At the base values, but for those replaced.</summary>
    /// <param name="replaced">Values by the id of a quantity or of a named step; money at the price year that the formula uses.</param>
    public Valuation(IReadOnlyDictionary<string, double> replaced) => _replaced = replaced;

    /// <summary>The value of <paramref name="formula"/>; null where it is undefined (a division by zero, or too large for a number).</summary>
    public double? Of(Formula formula) => Compute(formula) is var value && double.IsFinite(value) ? value : null;

    // NaN is how "undefined" travels inside; it never leaves this class.
    private double Compute(Formula formula)
    {
        if (_known.TryGetValue(formula, out double known))
        {
            return known;
        }

        double value = formula switch
        {
            Formula.Constant constant => constant.Value,
            Formula.Given given => _replaced.TryGetValue(given.Quantity.Id, out double instead) ? instead : given.Quantity.Value,
            Formula.Named named => _replaced.TryGetValue(named.Id, out double instead) ? instead : Compute(named.Body),
            Formula.Sum sum => Add(sum),
            Formula.Difference difference => Compute(difference.Left) - Compute(difference.Right),
            Formula.Product product => Compute(product.Left) * Compute(product.Right),
            Formula.Quotient quotient => ScalarArithmetic.Quotient(Compute(quotient.Left), Compute(quotient.Right)),
            Formula.Power power => ScalarArithmetic.Power(Compute(power.Base), Compute(power.Exponent)),
            Formula.NaturalLogarithm logarithm => Elementary.Log(Compute(logarithm.Of)),
            Formula.Choice choice => Choose(choice),
            _ => throw new InvalidOperationException($"A formula of kind {formula.GetType().Name} has no valuation."),
        };
        _known.Add(formula, value);
        return value;
    }

    private double Add(Formula.Sum sum)
    {
        double total = 0;
        foreach (Formula term in sum.Terms)
        {
            total += Compute(term);
        }

        return total;
    }

    private double Choose(Formula.Choice choice)
    {
        double left = Compute(choice.Left),
            right = Compute(choice.Right);
        return choice.TakesSmaller ? ScalarArithmetic.Smaller(left, right) : ScalarArithmetic.Larger(left, right);
    }
}
