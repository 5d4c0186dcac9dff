using Sroi.Parameters;

namespace Sroi.Uncertainty;

/// <summary>
/// The quantiles of what has neither a smooth density nor few values: mixtures, and counts that spread widely. Cubic pieces on stretches that are halved
/// until the probability at each is right to 1e-7, found from a guide by the highest bits.
/// </summary>
internal sealed class SearchedTable : Sampler
{
    private const int GuideBits = 10;
    private const double Whole = 4294967296;
    private const double ProbabilityError = 3e-8,
        RelativeError = 3e-6;

    // Half the width of a jump that is passed over: 2⁻²⁶.
    private const ulong Narrowest = 64;
    private const int MostPieces = 1 << 17;

    private readonly List<ulong> _starts = [];
    private readonly List<Piece> _pieces = [];
    private readonly int[] _guide = new int[1 << GuideBits];
    private readonly Func<double, double> _cdf;
    private readonly Support _support;
    private readonly bool _isCount;
    private readonly Func<double, double> _mapped;

    private SearchedTable(Func<double, double> cdf, Support support, bool isCount, Func<double, double> mapped)
    {
        (_cdf, _support, _isCount, _mapped) = (cdf, support, isCount, mapped);
        double[] ends = [Solve(0.5 / Whole, support.Low, support.High), 0];
        for (ulong start = 0; start < (ulong)Whole; )
        {
            // Octaves from both ends, as far as sixteen integers; a stretch never reaches over the middle.
            ulong fromEnd = start < (ulong)Whole / 2 ? start : (ulong)Whole - start;
            ulong length = Math.Max(16, System.Numerics.BitOperations.RoundUpToPowerOf2((fromEnd / 2) + 1) / (start < (ulong)Whole / 2 ? 1u : 2u));
            ulong end = Math.Min(start + length, start < (ulong)Whole / 2 ? (ulong)Whole / 2 : (ulong)Whole);
            ends[1] = Solve(Probability(end), ends[0], support.High);
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
            to[i] = _mapped(_isCount ? Math.Max(0, Math.Ceiling(value)) : value);
        }
    }

    private static SearchedTable Of(Distribution distribution, Func<double, double> mapped) =>
        distribution switch
        {
            Distribution.Mixture mixture => new(mixture.Cdf, mixture.Support, isCount: false, mapped),
            Distribution.Poisson poisson => new(
                x => SpecialFunctions.GammaUpper(x + 1, poisson.Mean),
                new(-1, double.PositiveInfinity),
                isCount: true,
                mapped
            ),
            Distribution.NegativeBinomial binomial => new(
                x => SpecialFunctions.BetaLower(binomial.Size, x + 1, binomial.Size / (binomial.Size + binomial.Mean)),
                new(-1, double.PositiveInfinity),
                isCount: true,
                mapped
            ),
            Distribution.Affine affine => Of(affine.Inner, value => mapped((value * affine.Scale) + affine.Shift)),
            Distribution.OddsScaled moved => Of(moved.Inner, x => mapped(moved.Factor * x / (1 - x + (moved.Factor * x)))),
            _ => throw new NotSupportedException($"There is no table for {distribution.Describe()}."),
        };

    private void Divide(ulong start, ulong end, double low, double high)
    {
        ulong width = end - start;
        Piece piece = Through(start, width, low, high);
        if (width <= Narrowest / 4 || _pieces.Count >= MostPieces || (width <= Narrowest && IsJump(low, high)) || IsFineEnough(piece, start, width))
        {
            _starts.Add(start);
            _pieces.Add(piece);
            return;
        }

        ulong middle = start + (width / 2);
        double value = Solve(Probability(middle), low, high);
        Divide(start, middle, low, value);
        Divide(middle, end, value, high);
    }

    private Piece Through(ulong start, ulong width, double low, double high)
    {
        if (low.Equals(high))
        {
            return new(low, 0, 0, 0, low, high, 1.0 / width);
        }

        double first = Solve(Probability(start + (width / 3.0)), low, high),
            second = Solve(Probability(start + (2 * width / 3.0)), low, high);
        return Piece.Through(low, first, second, high, 1.0 / width);
    }

    private bool IsFineEnough(Piece piece, ulong start, ulong width)
    {
        foreach (double place in (double[])[1.0 / 6, 0.5, 5.0 / 6])
        {
            double p = Probability(start + (place * width)),
                value = piece.At(place);
            double allowed = Math.Min(ProbabilityError, Math.Max(RelativeError * Math.Min(p, 1 - p), 1e-15));
            bool isHit = piece.Low.Equals(piece.High) || Math.Abs(_cdf(value) - p) <= allowed;
            if (!isHit)
            {
                return false;
            }
        }

        return true;
    }

    // A gap between values: probability hardly grows, the value does.
    private bool IsJump(double low, double high) => _cdf(low + ((high - low) / 2)) - _cdf(low) <= ProbabilityError;

    private double Probability(double at) => Math.Clamp(at / Whole, 0.25 / Whole, 1 - (0.25 / Whole));

    // Bounds are doubled until they hold, then halved over doubles.
    private double Solve(double p, double low, double high)
    {
        double below = double.IsFinite(low) ? low : Reach(-1, x => _cdf(x) < p),
            above = double.IsFinite(high) ? high : Reach(Math.Max(1, below), x => _cdf(x) >= p);
        return _cdf(below) >= p ? below : Inverse.Smallest(below, above, x => _cdf(x) >= p);
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

    /// <summary>A cubic in the place from 0 to 1, kept between the values at its ends.</summary>
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
