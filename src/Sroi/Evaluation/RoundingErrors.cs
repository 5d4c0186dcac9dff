using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>
/// How much of a formula's value can be rounding noise, at values of usual size: each step adds its own rounding to what its parts bring with them, so that
/// terms that cancel leave noise in proportion to their size. Differences up to that are treated as zero.
/// </summary>
/// <remarks>
/// Running error analysis: N. J. Higham, Accuracy and Stability of Numerical Algorithms (2nd ed. 2002), 3.3. Formulas that share parts are read once; not
/// thread-safe.
/// </remarks>
/// <param name="parameters">The parameters of the formulas. For those omitted, the base value is assumed to be of typical size.</param>
internal sealed class RoundingErrors(IEnumerable<Parameter> parameters)
{
    // A thousand times what a step can lose, so that the accuracy of drawn values is covered too.
    private const double OfStep = 1e-13;
    private const double OfNumbers = 1e-12;
    private const double PartOfSpread = 1e-9;

    // A spread so much larger than the base value: this lies far out in a long tail, or is zero, and does not say how large the draws are.
    private const double LongTail = 3;

    private readonly Reading _reading = new(new(Unusual(parameters)));

    /// <summary>The noise of a formula, in its own unit; 0 if it has no value.</summary>
    public double Of(Formula formula) => _reading.Read(formula).Error is var error && double.IsFinite(error) ? error : 0;

    /// <summary>A difference; zero if it is no larger than the rounding of the values or their noise.</summary>
    public static double Difference(double left, double right, double noise) =>
        IsNoise(left - right, Math.Abs(left) + Math.Abs(right), noise) ? 0 : left - right;

    /// <summary>Whether a difference is no larger than the rounding of numbers of some size, or than their own noise.</summary>
    public static bool IsNoise(double difference, double size, double noise) => Math.Abs(difference) <= Math.Max(OfNumbers * size, noise);

    /// <summary>A change; zero if it is no larger than the noise, null for null.</summary>
    public static double? Beyond(double? change, double noise) => change is { } known && Math.Abs(known) <= noise ? 0 : change;

    /// <summary>The noise among some draws. Where those are far out in long tails, it is no more than a small part of how far the draws spread.</summary>
    /// <param name="draws">Some draws.</param>
    /// <param name="threshold">The value with which the draws are compared.</param>
    /// <param name="noise">The noise at values of usual size.</param>
    public static double Among(ReadOnlySpan<double> draws, double threshold, double noise)
    {
        bool decides = false;
        foreach (double draw in draws)
        {
            decides |= Math.Abs(draw - threshold) <= noise;
        }

        if (!decides)
        {
            return noise;
        }

        double[] sorted = draws.ToArray();
        Array.Sort(sorted);
        double spread = sorted[3 * sorted.Length / 4] - sorted[sorted.Length / 4];
        return spread > noise ? Math.Min(noise, PartOfSpread * spread) : noise;
    }

    /// <summary>Removes noise from draws: draws that differ only by noise become one value, and draws that are only noise become zero.</summary>
    /// <param name="draws">The draws; unchanged if one has no value.</param>
    /// <param name="noise">The noise at values of usual size.</param>
    /// <returns>The noise that was taken out.</returns>
    public static double Settle(Span<double> draws, double noise)
    {
        double least = double.PositiveInfinity,
            most = double.NegativeInfinity,
            nearest = double.PositiveInfinity;
        foreach (double draw in draws)
        {
            least = Math.Min(least, draw);
            most = Math.Max(most, draw);
            nearest = Math.Min(nearest, Math.Abs(draw));
        }

        if (most > least && most - least <= noise)
        {
            double middle = least + ((most - least) / 2);
            draws.Fill(Math.Abs(middle) <= noise ? 0 : middle);
            return noise;
        }

        return nearest > noise ? noise : SettleAtZero(draws, Among(draws, threshold: 0, noise));
    }

    private static double SettleAtZero(Span<double> draws, double noise)
    {
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = Math.Abs(draws[i]) <= noise ? 0 : draws[i];
        }

        return noise;
    }

    private static Dictionary<string, double> Unusual(IEnumerable<Parameter> parameters)
    {
        Dictionary<string, double> usual = new(StringComparer.Ordinal);
        foreach (Parameter one in parameters.Where(one => !(one.Distribution.StandardDeviation <= LongTail * Math.Abs(one.Value))))
        {
            (double low, double high) = (one.Distribution.Quantile(0.25), one.Distribution.Quantile(0.75));
            double larger = Math.Abs(low) > Math.Abs(high) ? low : high;
            usual[one.Id] = larger == 0 ? one.Value : larger;
        }

        return usual;
    }

    // How large a formula's value is, and how much of it can be noise.
    private readonly record struct Inexact(double Size, double Error)
    {
        public double Relative => Size > 0 ? Error / Size : 0;
    }

    private sealed class Reading(Valuation usual) : FormulaReading<Inexact>
    {
        protected internal override Inexact Of(Formula.Constant constant) => Leaf(constant);

        protected internal override Inexact Of(Formula.Given given) => Leaf(given);

        protected internal override Inexact Of(Formula.NoValue none) => new(0, 0);

        protected internal override Inexact Of(Formula.Named named) => Read(named.Body);

        protected internal override Inexact Of(Formula.Sum sum) => Added(sum);

        protected internal override Inexact Of(Formula.Difference difference) => Added(difference);

        protected internal override Inexact Of(Formula.Product product) =>
            Step(product, (left, right, _) => (left.Size * right.Error) + (right.Size * left.Error));

        protected internal override Inexact Of(Formula.Quotient quotient) => Step(quotient, Divided);

        protected internal override Inexact Of(Formula.Ratio ratio) => Step(ratio, Divided);

        protected internal override Inexact Of(Formula.Power power) =>
            Step(power, (of, exponent, size) => size * ((exponent.Size * of.Relative) + (Math.Abs(Math.Log(of.Size)) * exponent.Error)));

        protected internal override Inexact Of(Formula.NaturalLogarithm logarithm) => Rounded(SizeOf(logarithm), Read(logarithm.Of).Relative);

        protected internal override Inexact Of(Formula.Choice choice) => Step(choice, (left, right, _) => Math.Max(left.Error, right.Error));

        protected internal override Inexact Of(Formula.Provided provided) => Read(provided.Body);

        protected internal override Inexact Of(Formula.Otherwise otherwise) =>
            Read(usual.Of(otherwise.First) is null ? otherwise.Second : otherwise.First);

        // If terms cancel completely, the noise may be as large as they are.
        private Inexact Added(Formula formula)
        {
            double size = SizeOf(formula),
                sizes = 0,
                errors = 0;
            foreach (Formula part in formula.Parts)
            {
                Inexact read = Read(part);
                sizes += read.Size;
                errors += read.Error;
            }

            return Rounded(size > 0 ? size : sizes, errors);
        }

        private Inexact Step(Formula formula, Func<Inexact, Inexact, double, double> brought)
        {
            (Inexact left, Inexact right) = (Read(formula.Parts[0]), Read(formula.Parts[1]));
            double size = SizeOf(formula);
            return Rounded(size, brought(left, right, size));
        }

        private Inexact Leaf(Formula formula) => Rounded(SizeOf(formula), brought: 0);

        private double SizeOf(Formula formula) => Math.Abs(usual.Of(formula) ?? 0);

        private static double Divided(Inexact of, Inexact by, double size) => (of.Error + (size * by.Error)) / by.Size;

        private static Inexact Rounded(double size, double brought) => new(size, brought + (OfStep * size));
    }
}
