using System.Collections.Immutable;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The functions of known parameters on which net benefits are regressed: a constant, and terms.</summary>
internal sealed class RegressionBasis
{
    /// <summary>The number of the constant.</summary>
    public const int Intercept = 0;

    private readonly ImmutableArray<RegressionTerm> _terms;
    private readonly int[] _first;

    public RegressionBasis(IEnumerable<RegressionTerm> terms)
    {
        _terms = [.. terms];
        _first = new int[_terms.Length];
        Size = 1;
        for (int term = 0; term < _terms.Length; term++)
        {
            _first[term] = Size;
            Size += _terms[term].Size;
        }

        MostTerms = 1 + _terms.Sum(term => term.MostTerms);
    }

    /// <summary>The number of functions.</summary>
    public int Size { get; }

    /// <summary>The most of them that are non-zero at one draw.</summary>
    public int MostTerms { get; }

    /// <summary>The roughness penalty: the matrix of a quadratic form of the coefficients, zero for unpenalised functions.</summary>
    public double[,] Penalty()
    {
        double[,] penalty = new double[Size, Size];
        for (int term = 0; term < _terms.Length; term++)
        {
            _terms[term].AddPenalty(penalty, _first[term]);
        }

        return penalty;
    }

    /// <summary>The functions that are non-zero at a draw.</summary>
    /// <returns>Their number.</returns>
    public int Fill(int draw, Span<int> at, Span<double> values)
    {
        (at[0], values[0]) = (Intercept, 1);
        int filled = 1;
        for (int term = 0; term < _terms.Length; term++)
        {
            int more = _terms[term].Fill(draw, at[filled..], values[filled..]);
            for (int i = filled; i < filled + more; i++)
            {
                at[i] += _first[term];
            }

            filled += more;
        }

        return filled;
    }
}

/// <summary>One or more functions of something known about each draw.</summary>
internal abstract class RegressionTerm
{
    /// <summary>The number of its functions.</summary>
    public abstract int Size { get; }

    /// <summary>The most of them that are non-zero at one draw.</summary>
    public abstract int MostTerms { get; }

    public abstract int Fill(int draw, Span<int> at, Span<double> values);

    /// <summary>Adds its roughness penalty, if it has one.</summary>
    /// <param name="penalty">The penalty matrix of the whole basis.</param>
    /// <param name="first">The number of its first function.</param>
    public virtual void AddPenalty(double[,] penalty, int first) { }
}

/// <summary>A column itself, standardised.</summary>
internal class LinearTerm : RegressionTerm
{
    private readonly double[] _column;
    private readonly double _mean;
    private readonly double _scale;

    public LinearTerm(double[] column)
    {
        Moments moments = Moments.Of(column);
        (_column, _mean, _scale) = (column, moments.Mean, moments.StandardDeviation > 0 ? 1 / moments.StandardDeviation : 0);
    }

    public override int Size => 1;

    public override int MostTerms => 1;

    public override int Fill(int draw, Span<int> at, Span<double> values)
    {
        (at[0], values[0]) = (0, (_column[draw] - _mean) * _scale);
        return 1;
    }
}

/// <summary>A column itself, penalised as splines are, so that many such columns do not fit noise.</summary>
internal sealed class ShrunkTerm(double[] column) : LinearTerm(column)
{
    public override void AddPenalty(double[,] penalty, int first) => penalty[first, first] += 1;
}

/// <summary>Cubic B-splines over equal intervals of a uniform from 0 to 1, given as integers x for (x + ½) ÷ 2³².</summary>
/// <remarks>Penalised by second differences of their coefficients (P. H. C. Eilers and B. D. Marx 1996); in the limit they are a straight line.</remarks>
/// <param name="uniforms">The integers.</param>
/// <param name="intervals">The number of intervals.</param>
internal sealed class SplineTerm(uint[] uniforms, int intervals) : RegressionTerm
{
    private const double Whole = 4294967296;

    // The first function is omitted, because all of them together sum to the constant.
    public override int Size => intervals + 2;

    public override int MostTerms => 4;

    public override int Fill(int draw, Span<int> at, Span<double> values)
    {
        double place = (uniforms[draw] + 0.5) / Whole * intervals;
        int interval = Math.Min((int)place, intervals - 1);
        double t = place - interval,
            rest = 1 - t;
        ReadOnlySpan<double> weights =
        [
            rest * rest * rest / 6,
            ((((3 * t) - 6) * t * t) + 4) / 6,
            ((((((-3 * t) + 3) * t) + 3) * t) + 1) / 6,
            t * t * t / 6,
        ];
        int filled = 0;
        for (int i = interval == 0 ? 1 : 0; i < 4; i++)
        {
            (at[filled], values[filled]) = (interval + i - 1, weights[i]);
            filled++;
        }

        return filled;
    }

    // The omitted function has the coefficient zero.
    public override void AddPenalty(double[,] penalty, int first)
    {
        ReadOnlySpan<double> difference = [1, -2, 1];
        for (int from = -1; from + 2 < Size; from++)
        {
            for (int i = from < 0 ? 1 : 0; i < difference.Length; i++)
            {
                for (int j = from < 0 ? 1 : 0; j < difference.Length; j++)
                {
                    penalty[first + from + i, first + from + j] += difference[i] * difference[j];
                }
            }
        }
    }
}

/// <summary>An indicator for each distinct value but the first.</summary>
/// <param name="levels">Which value each draw has, from 0.</param>
/// <param name="count">The number of values.</param>
internal sealed class LevelTerm(int[] levels, int count) : RegressionTerm
{
    public override int Size => count - 1;

    public override int MostTerms => 1;

    public override int Fill(int draw, Span<int> at, Span<double> values)
    {
        if (levels[draw] == 0)
        {
            return 0;
        }

        (at[0], values[0]) = (levels[draw] - 1, 1);
        return 1;
    }
}
