using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The mean gain from choosing the best expected alternative in each draw, given some parameters, with its error.
/// </summary>
/// <remarks>
/// The mean of the expected gains is biased upwards, because the regression also fits noise. The draws show by how much:
/// a choice by the regression with the draw included, valued at that draw, is as much too high as a choice by the regression without it
/// (computed exactly from the leverage) is too low. The error combines that of the draws and that of the regression (<see cref="ChoiceError"/>).
/// </remarks>
internal sealed class KnownGain
{
    private const double MostLeverage = 0.99;

    // The smoothness was chosen from the same draws, which the regression's error does not reflect; hence this increase, up to the error without smoothing.
    private const double ChosenByDraws = 1.25;

    // Residuals are divided by √(1 − leverage) (MacKinnon and White 1985, HC2), so that influential draws do not hide their own
    // error.
    private const double NotableLeverage = 0.02;

    private readonly Regression _regression;
    private readonly double[][] _more;
    private readonly double[] _expected;
    private readonly double[] _without;
    private readonly ChoiceError _choice;
    private Moments _gains;
    private Moments _drawn;
    private readonly double _chance;

    /// <summary>The gain over all draws.</summary>
    /// <param name="regression">The regression of the difference of each other alternative from the one chosen now.</param>
    /// <param name="more">That difference, alternative by alternative, draw by draw.</param>
    public KnownGain(Regression regression, double[][] more)
    {
        (_regression, _more, _choice) = (regression, more, new(regression, more[0].Length));
        (_expected, _without) = (new double[more.Length], new double[more.Length]);
        Span<int> at = stackalloc int[regression.Basis.MostTerms];
        Span<double> values = stackalloc double[regression.Basis.MostTerms];
        for (int draw = 0; draw < more[0].Length; draw++)
        {
            int terms = regression.Basis.Fill(draw, at, values);
            Expect(draw, at[..terms], values[..terms]);
            int chosen = BestOf(_expected);
            _gains.Add(chosen < 0 ? 0 : _expected[chosen]);
            _drawn.Add(Gain(chosen, draw));
            if (!IsSure(chosen, draw, at[..terms], values[..terms]))
            {
                _chance += (Gain(chosen, draw) - Gain(Without(draw, at[..terms], values[..terms]), draw)) / 2;
            }
        }
    }

    /// <summary>The mean gain, not below zero, with its standard error.</summary>
    public Estimate Value
    {
        get
        {
            double ofDraws = _gains.Estimate.StandardError,
                ofChoice = _choice.Value,
                error = Math.Sqrt((ofDraws * ofDraws) + (ofChoice * ofChoice));
            return new(Math.Max(0, _gains.Mean - (_chance / _gains.Count)), Math.Clamp(_drawn.Estimate.StandardError, error, error * ChosenByDraws));
        }
    }

    private double Gain(int alternative, int draw) => alternative < 0 ? 0 : _more[alternative][draw];

    // Negative for the alternative chosen now.
    private static int BestOf(double[] expected)
    {
        int best = -1;
        for (int alternative = 0; alternative < expected.Length; alternative++)
        {
            best = expected[alternative] > (best < 0 ? 0 : expected[best]) ? alternative : best;
        }

        return best;
    }

    private void Expect(int draw, ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        for (int alternative = 0; alternative < _expected.Length; alternative++)
        {
            _expected[alternative] = SmoothFit.Sum(_regression.Fits[alternative].Coefficients, at, values);
            double most = _regression.Fits[alternative].MostLeverage(at, values),
                leverage = most > NotableLeverage ? Math.Min(_regression.Fits[alternative].Leverage(at, values), MostLeverage) : 0;
            _choice.Add(alternative, Residual(alternative, draw) / Math.Sqrt(1 - leverage), draw, at, values);
        }
    }

    private double Residual(int alternative, int draw) => _more[alternative][draw] - _expected[alternative];

    // Whether the choice is the same without the draw, whatever the leverage.
    private bool IsSure(int chosen, int draw, ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        double lead = chosen < 0 ? 0 : _expected[chosen] - MostMove(chosen, draw, at, values);
        bool isSure = lead >= 0;
        for (int alternative = 0; alternative < _expected.Length && isSure; alternative++)
        {
            isSure = alternative == chosen || lead > _expected[alternative] + MostMove(alternative, draw, at, values);
        }

        return isSure;
    }

    private double MostMove(int alternative, int draw, ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        double most = _regression.Fits[alternative].MostLeverage(at, values);
        return most < 1 ? Math.Abs(Residual(alternative, draw)) * most / (1 - most) : double.PositiveInfinity;
    }

    // The choice by a regression without the draw.
    private int Without(int draw, ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        for (int alternative = 0; alternative < _expected.Length; alternative++)
        {
            double leverage = Math.Min(_regression.Fits[alternative].Leverage(at, values), MostLeverage);
            _without[alternative] = _expected[alternative] - (Residual(alternative, draw) * leverage / (1 - leverage));
        }

        return BestOf(_without);
    }
}
