using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>
/// What is gained on average by choosing in each draw what is expected to be best in it, given what some inputs are, and how sure that is.
/// </summary>
/// <remarks>
/// A choice made by a regression and valued by what the draws bring. Made with the draw itself among those of the regression it is valued too high by
/// half of what the regression follows of chance, made without it (by its leverage, exactly) too low by half: the mean of the two is taken. The error
/// is that of the draws' gains, or, where it is larger, that of the choice (<see cref="ChoiceError"/>).
/// </remarks>
internal sealed class KnownGain
{
    private const double MostLeverage = 0.99;

    private readonly Regression _regression;
    private readonly double[][] _more;
    private readonly double[] _expected;
    private readonly double[] _without;
    private readonly ChoiceError _choice;
    private Moments _gains;

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
            int chosen = BestOf(_expected),
                chosenWithout = IsSure(chosen, draw, at[..terms], values[..terms]) ? chosen : Without(draw, at[..terms], values[..terms]);
            _gains.Add((Gain(chosen, draw) + Gain(chosenWithout, draw)) / 2);
        }
    }

    /// <summary>The mean gain, not below zero, with its standard error.</summary>
    public Estimate Value => new(Math.Max(0, _gains.Mean), Math.Max(_gains.Estimate.StandardError, _choice.Value));

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
            _choice.Add(alternative, Residual(alternative, draw), draw, at, values);
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
