using Sroi.Arithmetic;
using Sroi.Quantities;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>What one unit of each input adds to a formula that is linear in it, read from the formula itself: for all inputs in one pass.</summary>
internal sealed class LinearForm
{
    private readonly Dictionary<string, int> _numbers;
    private readonly Slopes _slopes;

    private LinearForm(Dictionary<string, int> numbers, Slopes slopes) => (_numbers, _slopes) = (numbers, slopes);

    /// <summary>The form of a formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="inputs">The full ids of the inputs that are asked about.</param>
    /// <param name="replaced">Values of inputs that are not at base.</param>
    public static LinearForm Of(Formula formula, IEnumerable<string> inputs, IReadOnlyDictionary<string, double> replaced)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (string id in inputs)
        {
            numbers.TryAdd(id, numbers.Count);
        }

        return new(numbers, new Reader(numbers, replaced).Read(formula));
    }

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
    public double Slope(string id) => _numbers.TryGetValue(id, out int number) ? _slopes.Of(number) : 0;

    // Not a number is the slope in an input in which the formula is not linear; no slopes at all are all zero.
    private sealed record Slopes(double Value, double[]? InEach)
    {
        public double Of(int input) => InEach is null ? 0 : InEach[input];
    }

    private sealed class Reader(Dictionary<string, int> numbers, IReadOnlyDictionary<string, double> replaced) : FormulaReading<Slopes>
    {
        protected internal override Slopes Of(Formula.Constant constant) => new(constant.Value, null);

        protected internal override Slopes Of(Formula.Given given)
        {
            Quantity quantity = given.Quantity;
            double value = replaced.TryGetValue(quantity.Id, out double instead) ? instead : quantity.Value;
            if (!numbers.TryGetValue(quantity.Id, out int number))
            {
                return new(value, null);
            }

            double[] own = new double[numbers.Count];
            own[number] = 1;
            return new(value, own);
        }

        protected internal override Slopes Of(Formula.NoValue none) => new(double.NaN, null);

        protected internal override Slopes Of(Formula.Named named) => Read(named.Body);

        protected internal override Slopes Of(Formula.Sum sum)
        {
            double value = 0;
            double[]? slopes = null;
            foreach (Formula term in sum.Terms)
            {
                Slopes own = Read(term);
                value += own.Value;
                for (int i = 0; own.InEach is not null && i < numbers.Count; i++)
                {
                    slopes ??= new double[numbers.Count];
                    slopes[i] += own.InEach[i];
                }
            }

            return new(value, slopes);
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

        protected internal override Slopes Of(Formula.Ratio ratio) => Joined(ratio, ScalarArithmetic.Ratio, Divided);

        protected internal override Slopes Of(Formula.Power power) => Joined(power, ScalarArithmetic.Power, Bent);

        protected internal override Slopes Of(Formula.NaturalLogarithm logarithm)
        {
            Slopes of = Read(logarithm.Of);
            return new(Elementary.Log(of.Value), of.InEach is null ? null : [.. of.InEach.Select(slope => slope == 0 ? 0 : double.NaN)]);
        }

        protected internal override Slopes Of(Formula.Choice choice) =>
            Joined(choice, choice.TakesSmaller ? ScalarArithmetic.Smaller : ScalarArithmetic.Larger, Bent);

        protected internal override Slopes Of(Formula.Provided provided) => Joined(provided, ScalarArithmetic.Provided, Bent);

        protected internal override Slopes Of(Formula.Otherwise otherwise) => Joined(otherwise, ScalarArithmetic.Otherwise, Bent);

        private Slopes Joined(Formula of, Func<double, double, double> value, Func<double, double, double, double, double> slope)
        {
            Slopes left = Read(of.Parts[0]),
                right = Read(of.Parts[1]);
            double[]? slopes = left.InEach is null && right.InEach is null ? null : new double[numbers.Count];
            for (int i = 0; slopes is not null && i < slopes.Length; i++)
            {
                double inLeft = left.Of(i),
                    inRight = right.Of(i);
                slopes[i] = inLeft == 0 && inRight == 0 ? 0 : slope(left.Value, right.Value, inLeft, inRight);
            }

            return new(value(left.Value, right.Value), slopes);
        }

        private static double Divided(double left, double right, double inLeft, double inRight) => inRight == 0 ? inLeft / right : double.NaN;

        private static double Bent(double left, double right, double inLeft, double inRight) => double.NaN;
    }
}
