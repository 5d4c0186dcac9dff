using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// Quantiles of distributions with neither a smooth density nor few values: mixtures and widely spread counts. Cubic pieces on intervals that are halved
/// until the probability in each is accurate to 1e-7, found from a guide table by the highest bits.
/// </summary>
internal sealed class SearchedTable : Sampler
{
    private const int GuideBits = 10;
    private const double Whole = 4294967296;

    // Where a tail falls like the twentieth root of the probability, the value is wrong by twenty times as much.
    private const double ProbabilityError = 3e-8,
        RelativeError = 3e-7;
    private const double Settled = 1e-13;
    private const int MostSteps = 400;

    // Half the width of a jump that is bridged: 2⁻²⁶.
    private const ulong Narrowest = 64;
    private const int MostPieces = 1 << 17;

    private readonly List<ulong> _starts = [];
    private readonly List<Piece> _pieces = [];
    private readonly int[] _guide = new int[1 << GuideBits];
    private readonly Func<double, double> _below;
    private readonly Func<double, double> _above;
    private readonly bool _isCount;
    private readonly Func<double, double> _mapped;

    private SearchedTable(Func<double, double> below, Func<double, double> above, Support support, bool isCount, Func<double, double> mapped)
    {
        (_below, _above, _isCount, _mapped) = (below, above, isCount, mapped);
        double[] ends = [Solve(0, support.Low, support.High), 0];
        for (ulong start = 0; start < (ulong)Whole; )
        {
            // Octaves from both ends, down to one integer; an interval never crosses the middle.
            ulong fromEnd = start < (ulong)Whole / 2 ? start : (ulong)Whole - start;
            ulong length = Math.Max(1, System.Numerics.BitOperations.RoundUpToPowerOf2((fromEnd / 2) + 1) / (start < (ulong)Whole / 2 ? 1u : 2u));
            ulong end = Math.Min(start + length, start < (ulong)Whole / 2 ? (ulong)Whole / 2 : (ulong)Whole);
            ends[1] = Solve(end, ends[0], support.High);
            Divide(start, end, ends[0], ends[1]);
            (start, ends[0]) = (end, ends[1]);
        }

        for (int entry = 0, piece = 0; entry < _guide.Length; entry++)
        {
            while (piece + 1 < _starts.Count && _starts[piece + 1] <= (ulong)entry << (32 - GuideBits))
            {
                piece++;
            }

            _guide[entry] = piece;
        }
    }

    /// <summary>The table of a distribution.</summary>
    /// <exception cref="NotSupportedException">There is no table for it.</exception>
    public static new SearchedTable Of(Distribution distribution) => Of(distribution, value => value);

    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        for (int i = 0; i < uniforms.Length; i++)
        {
            uint uniform = uniforms[i];
            int at = _guide[uniform >> (32 - GuideBits)];
            while (at + 1 < _starts.Count && _starts[at + 1] <= uniform)
            {
                at++;
            }

            double value = _pieces[at].At((uniform + 0.5 - _starts[at]) * _pieces[at].InverseWidth);
            to[i] = _mapped(_isCount ? Math.Ceiling(value) : value);
        }
    }

    private static SearchedTable Of(Distribution distribution, Func<double, double> mapped) =>
        distribution switch
        {
            Distribution.Mixture mixture => new(mixture.Cdf, x => Survival.Above(mixture, x), mixture.Support, isCount: false, mapped),
            Distribution.NegativeBinomial binomial => Of(new WideCounts(binomial.Mean, binomial.Size), mapped),
            Distribution.Affine affine => Of(affine.Inner, value => mapped((value * affine.Scale) + affine.Shift)),
            Distribution.OddsScaled moved => Of(moved.Inner, x => mapped(moved.Factor * x / (1 - x + (moved.Factor * x)))),
            _ => throw new NotSupportedException($"There is no table for {distribution.Describe()}."),
        };

    private static SearchedTable Of(WideCounts counts, Func<double, double> mapped) =>
        new(counts.Below, counts.Above, new(0, double.PositiveInfinity), isCount: true, mapped);

    private void Divide(ulong start, ulong end, double low, double high)
    {
        ulong width = end - start;
        Piece piece = Through(start, width, low, high);
        if (width == 1 || _pieces.Count >= MostPieces || (IsNarrow(start, width) && IsJump(low, high)) || IsFineEnough(piece, start, width))
        {
            _starts.Add(start);
            _pieces.Add(piece);
            return;
        }

        ulong middle = start + (width / 2);
        double value = Solve(middle, low, high);
        Divide(start, middle, low, value);
        Divide(middle, end, value, high);
    }

    private Piece Through(ulong start, ulong width, double low, double high)
    {
        if (low.Equals(high) || width == 1)
        {
            double only = Solve(start + 0.5, low, high);
            return new(only, 0, 0, 0, only, only, 1.0 / width);
        }

        double first = Solve(start + (width / 3.0), low, high),
            second = Solve(start + (2 * width / 3.0), low, high);
        return Piece.Through(low, first, second, high, 1.0 / width);
    }

    private bool IsFineEnough(Piece piece, ulong start, ulong width)
    {
        foreach (double place in (double[])[1.0 / 6, 0.5, 5.0 / 6])
        {
            double at = start + (place * width),
                smaller = Math.Min(Below(at), Above(at)),
                allowed = Math.Min(ProbabilityError, Math.Max(RelativeError * smaller, 1e-16));
            bool isHit = piece.Low.Equals(piece.High) || Math.Abs(Excess(piece.At(place), at)) <= allowed;
            if (!isHit)
            {
                return false;
            }
        }

        return true;
    }

    // In the tails, as narrow as the remaining probability requires.
    private static bool IsNarrow(ulong start, ulong width) => width <= Narrowest && width * 1024.0 <= Math.Min(start, Whole - start);

    // A gap between values: the value grows, the probability hardly does.
    private bool IsJump(double low, double high) => _below(low + ((high - low) / 2)) - _below(low) <= ProbabilityError;

    private static double Below(double at) => Math.Clamp(at, 0.25, Whole - 0.25) / Whole;

    private static double Above(double at) => Math.Clamp(Whole - at, 0.25, Whole - 0.25) / Whole;

    // The excess of the probability below a value, computed from the nearer side.
    private double Excess(double value, double at) => at <= Whole / 2 ? _below(value) - Below(at) : Above(at) - _above(value);

    // Bounds are doubled until they bracket the root; then secants if they converge, otherwise bisection over doubles, which finds any step.
    private double Solve(double at, double low, double high)
    {
        double below = double.IsFinite(low) ? low : Reach(-1, x => Excess(x, at) < 0),
            above = double.IsFinite(high) ? high : Reach(Math.Max(1, below), x => Excess(x, at) >= 0),
            missing = Excess(below, at),
            excess = Excess(above, at),
            settled = Settled * Math.Min(Below(at), Above(at));
        if (missing >= 0)
        {
            return below;
        }

        for (int step = 0; step < MostSteps; step++)
        {
            double secant = below - (missing * ((above - below) / (excess - missing))),
                halved = Inverse.Between(below, above),
                next = step % 3 == 2 || !(secant > below && secant < above) ? halved : secant;
            if (next.Equals(below) || next.Equals(above))
            {
                break;
            }

            double there = Excess(next, at);
            if (Math.Abs(there) <= settled)
            {
                return next;
            }

            // The retained side counts half; otherwise secants would converge slowly (the Illinois method).
            (below, missing, above, excess) = there < 0 ? (next, there, above, excess / 2) : (below, missing / 2, next, there);
        }

        return above;
    }

    private static double Reach(double from, Func<double, bool> holds)
    {
        double x = from;
        while (!holds(x) && Math.Abs(x) < double.MaxValue / 4)
        {
            x *= 2;
        }

        return x;
    }

    /// <summary>A cubic on 0 to 1, clamped between the values at its ends.</summary>
    private readonly record struct Piece(double C0, double C1, double C2, double C3, double Low, double High, double InverseWidth)
    {
        public double At(double place) => Math.Clamp(C0 + (place * (C1 + (place * (C2 + (place * C3))))), Low, High);

        /// <summary>Through the values at 0, ⅓, ⅔ and 1.</summary>
        public static Piece Through(double a, double b, double c, double d, double inverseWidth) =>
            new(
                a,
                (-5.5 * a) + (9 * b) - (4.5 * c) + d,
                (9 * a) - (22.5 * b) + (18 * c) - (4.5 * d),
                (-4.5 * a) + (13.5 * b) - (13.5 * c) + (4.5 * d),
                a,
                d,
                inverseWidth
            );
    }
}
