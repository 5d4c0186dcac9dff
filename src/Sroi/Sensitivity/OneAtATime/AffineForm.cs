using Sroi.Arithmetic;
using Sroi.Quantities;

namespace Sroi.Sensitivity;

/// <summary>A formula as constant + slope × one of its inputs, read from the formula itself, all others at their values.</summary>
/// <param name="Constant">The value where the input is zero.</param>
/// <param name="Slope">What one unit of the input adds.</param>
internal readonly record struct AffineForm(double Constant, double Slope)
{
    private bool IsConstant => Slope == 0;

    /// <summary>The form of a formula in an input; null where the formula is not linear in it, or undefined.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="id">The input's full id.</param>
    /// <param name="replaced">Values of other inputs that are not at base.</param>
    public static AffineForm? Of(Formula formula, string id, IReadOnlyDictionary<string, double> replaced)
    {
        AffineForm? form = new Reader(id, replaced).Read(formula);
        return form is { } known && double.IsFinite(known.Constant) && double.IsFinite(known.Slope) ? form : null;
    }

    private sealed class Reader(string id, IReadOnlyDictionary<string, double> replaced)
    {
        private readonly Dictionary<Formula, AffineForm?> _known = new(ReferenceEqualityComparer.Instance);

        public AffineForm? Read(Formula formula)
        {
            if (!_known.TryGetValue(formula, out AffineForm? form))
            {
                form = Form(formula);
                _known.Add(formula, form);
            }

            return form;
        }

        private AffineForm? Form(Formula formula) =>
            formula switch
            {
                Formula.Constant constant => new(constant.Value, 0),
                Formula.Given given when given.Quantity.Id == id => new(0, 1),
                Formula.Given given => new(replaced.TryGetValue(given.Quantity.Id, out double instead) ? instead : given.Quantity.Value, 0),
                Formula.Named named => Read(named.Body),
                Formula.Sum sum => Sum(sum),
                Formula.Difference difference => Both(difference.Left, difference.Right, (a, b) => new(a.Constant - b.Constant, a.Slope - b.Slope)),
                Formula.Product product => Both(product.Left, product.Right, Product),
                Formula.Quotient quotient => Both(
                    quotient.Left,
                    quotient.Right,
                    (a, b) => b is { IsConstant: true, Constant: not 0 } ? new(a.Constant / b.Constant, a.Slope / b.Constant) : null
                ),
                Formula.Power power => Both(power.Base, power.Exponent, (a, b) => OfConstants(a, b, ScalarArithmetic.Power)),
                Formula.NaturalLogarithm logarithm => Read(logarithm.Of) is { IsConstant: true } of ? new(Elementary.Log(of.Constant), 0) : null,
                Formula.Choice { TakesSmaller: true } choice => Both(choice.Left, choice.Right, (a, b) => OfConstants(a, b, ScalarArithmetic.Smaller)),
                Formula.Choice choice => Both(choice.Left, choice.Right, (a, b) => OfConstants(a, b, ScalarArithmetic.Larger)),
                _ => null,
            };

        private AffineForm? Sum(Formula.Sum sum)
        {
            double constant = 0,
                slope = 0;
            foreach (Formula term in sum.Terms)
            {
                if (Read(term) is not { } form)
                {
                    return null;
                }

                (constant, slope) = (constant + form.Constant, slope + form.Slope);
            }

            return new(constant, slope);
        }

        private AffineForm? Both(Formula left, Formula right, Func<AffineForm, AffineForm, AffineForm?> join) =>
            Read(left) is { } a && Read(right) is { } b ? join(a, b) : null;

        private static AffineForm? Product(AffineForm a, AffineForm b) =>
            a.IsConstant ? new(a.Constant * b.Constant, a.Constant * b.Slope)
            : b.IsConstant ? new(a.Constant * b.Constant, a.Slope * b.Constant)
            : null;

        private static AffineForm? OfConstants(AffineForm a, AffineForm b, Func<double, double, double> compute) =>
            a.IsConstant && b.IsConstant ? new(compute(a.Constant, b.Constant), 0) : null;
    }
}
