using Sroi.Arithmetic;
using Sroi.Quantities;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>
/// What one unit of each input adds to a formula that is linear in it, read from the formula itself: for all inputs in one pass, in which each step costs what the
/// inputs that reach it do.
/// </summary>
internal sealed class LinearForm
{
    private readonly Slopes _slopes;

    private LinearForm(Slopes slopes) => _slopes = slopes;

    /// <summary>The form of a formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="inputs">The full ids of the inputs that are asked about.</param>
    /// <param name="replaced">Values of inputs that are not at base.</param>
    public static LinearForm Of(Formula formula, IEnumerable<string> inputs, IReadOnlyDictionary<string, double> replaced) =>
        new(new Reader(new(inputs, StringComparer.Ordinal), replaced).Read(formula));

    /// <summary>Whether the formula is linear in an input, and has a value.</summary>
    public bool IsLinearIn(string id) => double.IsFinite(_slopes.Value) && double.IsFinite(Slope(id));

    /// <summary>Whether an input does nothing to the formula.</summary>
    public bool IsIdle(string id) => Slope(id) == 0;

    /// <summary>Whether the formula rises with an input.</summary>
    public bool Rises(string id) => Slope(id) > 0;

    /// <summary>The value of an input at which the formula is zero; null where none is.</summary>
    /// <param name="id">The input.</param>
    /// <param name="now">The value at which the formula was read.</param>
    public double? Root(string id, double now)
    {
        double root = now - (_slopes.Value / Slope(id));
        return !IsIdle(id) && double.IsFinite(root) ? root : null;
    }

    /// <summary>What one more unit of an input adds to the formula: nothing where it is not used, not a number where the formula is not linear in it.</summary>
    public double Slope(string id) => _slopes.In(id);

    // The slopes in the inputs that reach a formula; not a number in those in which it is not linear.
    private sealed record Slopes(double Value, Dictionary<string, double> Each)
    {
        public double In(string id) => Each.GetValueOrDefault(id);
    }

    private sealed class Reader(HashSet<string> asked, IReadOnlyDictionary<string, double> replaced) : FormulaReading<Slopes>
    {
        private static readonly Dictionary<string, double> s_none = [];

        protected internal override Slopes Of(Formula.Constant constant) => new(constant.Value, s_none);

        protected internal override Slopes Of(Formula.Given given)
        {
            string id = given.Quantity.Id;
            double value = replaced.TryGetValue(id, out double instead) ? instead : given.Quantity.Value;
            return new(value, asked.Contains(id) ? new(StringComparer.Ordinal) { [id] = 1 } : s_none);
        }

        protected internal override Slopes Of(Formula.NoValue none) => new(double.NaN, s_none);

        protected internal override Slopes Of(Formula.Named named) => Read(named.Body);

        protected internal override Slopes Of(Formula.Sum sum)
        {
            Dictionary<string, double> slopes = new(StringComparer.Ordinal);
            foreach (Formula term in sum.Terms)
            {
                foreach ((string id, double slope) in Read(term).Each)
                {
                    slopes[id] = slopes.GetValueOrDefault(id) + slope;
                }
            }

            return new(SumOrder.Total(sum.Terms, term => Read(term).Value, 0.0, (total, term) => total + term), slopes);
        }

        protected internal override Slopes Of(Formula.Difference difference) => Joined(difference, (a, b) => a - b, (_, _, inA, inB) => inA - inB);

        protected internal override Slopes Of(Formula.Product product) =>
            Joined(
                product,
                (a, b) => a * b,
                (a, b, inA, inB) =>
                    inA == 0 ? a * inB
                    : inB == 0 ? inA * b
                    : double.NaN
            );

        protected internal override Slopes Of(Formula.Quotient quotient) => Joined(quotient, ScalarArithmetic.Quotient, Divided);

        protected internal override Slopes Of(Formula.Ratio ratio) =>
            Joined(ratio, (dividend, divisor) => ScalarArithmetic.Ratio(dividend, divisor, ratio.Noise), Divided);

        protected internal override Slopes Of(Formula.Power power) => Joined(power, ScalarArithmetic.Power, Bent);

        protected internal override Slopes Of(Formula.NaturalLogarithm logarithm)
        {
            Slopes of = Read(logarithm.Of);
            return new(
                Elementary.Log(of.Value),
                of.Each.ToDictionary(one => one.Key, one => one.Value == 0 ? 0 : double.NaN, StringComparer.Ordinal)
            );
        }

        protected internal override Slopes Of(Formula.Choice choice) =>
            Joined(choice, choice.TakesSmaller ? ScalarArithmetic.Smaller : ScalarArithmetic.Larger, Bent);

        protected internal override Slopes Of(Formula.Provided provided) => Joined(provided, ScalarArithmetic.Provided, Bent);

        protected internal override Slopes Of(Formula.Otherwise otherwise) => Joined(otherwise, ScalarArithmetic.Otherwise, Bent);

        private Slopes Joined(Formula of, Func<double, double, double> value, Func<double, double, double, double, double> slope)
        {
            Slopes left = Read(of.Parts[0]),
                right = Read(of.Parts[1]);
            Dictionary<string, double> slopes = new(left.Each.Count + right.Each.Count, StringComparer.Ordinal);
            foreach (string id in left.Each.Keys.Concat(right.Each.Keys))
            {
                (double inLeft, double inRight) = (left.In(id), right.In(id));
                slopes[id] = inLeft == 0 && inRight == 0 ? 0 : slope(left.Value, right.Value, inLeft, inRight);
            }

            return new(value(left.Value, right.Value), slopes);
        }

        private static double Divided(double left, double right, double inLeft, double inRight) => inRight == 0 ? inLeft / right : double.NaN;

        private static double Bent(double left, double right, double inLeft, double inRight) => double.NaN;
    }
}
