using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// What is gained on average by choosing in each draw what is expected to be best in it, given what some inputs are, and how sure that is.
/// </summary>
/// <remarks>
/// The mean of what the choice is expected to bring, from a regression that follows chance too, and is therefore valued too high. By how much is told
/// by the draws: a choice made by the regression with the draw itself and valued by what the draw brings is as much too high as one made without it
/// (by its leverage, exactly) is too low. The error is that of the draws and that of the regression (<see cref="ChoiceError"/>).
/// </remarks>
internal sealed class KnownGain
{
    private const double MostLeverage = 0.99;

    // How smooth the regression is was chosen by the same draws, of which its own error knows nothing: so much more, up to the error without one.
    private const double ChosenByDraws = 1.25;

    // Of draws on which the fit rests, residuals are divided by √(1 − leverage) (MacKinnon and White 1985, HC2), so that they do not hide their own
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
    /// <param name="regression">The regression of what each other alternative brings more than the one chosen now.</param>
    /// <param name="more">That, alternative by alternative, draw by draw.</param>
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

    // Below zero for the alternative chosen now.
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

    // Whether the choice is the same without the draw, whatever its leverage.
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
