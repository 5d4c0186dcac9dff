namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The error in the gain from choosing by a regression that is due to the regression itself: from the gains of regressions whose coefficients are perturbed by the
/// residuals of groups of draws with random signs (a wild bootstrap), more so the stronger the roughness penalty. Where the regression makes the same choice
/// in all draws without being certain of it, this is the whole error.
/// </summary>
/// <param name="regression">The regression.</param>
/// <param name="draws">The number of draws.</param>
internal sealed class ChoiceError(Regression regression, int draws)
{
    private const int Groups = 64;
    private const int Signs = 96;
    private const int DrawsLookedAt = 512;

    private readonly double[][,] _scores = [.. regression.Fits.Select(_ => new double[Groups, regression.Basis.Size])];

    /// <summary>The root mean squared difference between the gain of a perturbed regression and that of the regression.</summary>
    public double Value
    {
        get
        {
            double[][][] moves = [.. Enumerable.Range(0, Signs).Select(signs => regression.Fits.Select((_, fit) => Move(fit, signs)).ToArray())];
            PlainGain own = new(regression.Fits.Length);
            PlainGain[] moved = [.. moves.Select(_ => new PlainGain(regression.Fits.Length))];
            Span<int> at = stackalloc int[regression.Basis.MostTerms];
            Span<double> values = stackalloc double[regression.Basis.MostTerms];
            double[] expected = new double[regression.Fits.Length],
                other = new double[expected.Length];
            for (int draw = 0; draw < draws; draw += Math.Max(1, draws / DrawsLookedAt))
            {
                int terms = regression.Basis.Fill(draw, at, values);
                for (int fit = 0; fit < expected.Length; fit++)
                {
                    expected[fit] = SmoothFit.Sum(regression.Fits[fit].Coefficients, at[..terms], values[..terms]);
                }

                own.Add(expected);
                for (int signs = 0; signs < Signs; signs++)
                {
                    for (int fit = 0; fit < expected.Length; fit++)
                    {
                        other[fit] = expected[fit] + SmoothFit.Sum(moves[signs][fit], at[..terms], values[..terms]);
                    }

                    moved[signs].Add(other);
                }
            }

            return Math.Sqrt(moved.Average(gain => (gain.Value - own.Value) * (gain.Value - own.Value)));
        }
    }

    /// <summary>Adds the residual of a draw.</summary>
    public void Add(int fit, double residual, int draw, ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        double[,] scores = _scores[fit];
        int group = draw % Groups;
        for (int i = 0; i < at.Length; i++)
        {
            scores[group, at[i]] += values[i] * residual;
        }
    }

    private double[] Move(int fit, int signs)
    {
        double[,] root = regression.Fits[fit].Root,
            scores = _scores[fit];
        AddressedRandom random = new(Groups, signs);
        double[] mixed = new double[regression.Basis.Size],
            move = new double[mixed.Length];
        for (int group = 0; group < Groups; group++)
        {
            int sign = (2 * random.Below(2)) - 1;
            for (int i = 0; i < mixed.Length; i++)
            {
                mixed[i] += sign * scores[group, i];
            }
        }

        for (int i = 0; i < move.Length; i++)
        {
            for (int j = 0; j < mixed.Length; j++)
            {
                move[i] += root[i, j] * mixed[j];
            }
        }

        return move;
    }

    // The mean of the best expectations less the best of the mean expectations; zero for the alternative chosen now.
    private sealed class PlainGain(int alternatives)
    {
        private readonly double[] _sums = new double[alternatives];
        private double _best;
        private int _draws;

        public double Value => (_best - Math.Max(0, _sums.Max())) / _draws;

        public void Add(double[] expected)
        {
            double best = 0;
            for (int i = 0; i < expected.Length; i++)
            {
                best = Math.Max(best, expected[i]);
                _sums[i] += expected[i];
            }

            _best += best;
            _draws++;
        }
    }
}
