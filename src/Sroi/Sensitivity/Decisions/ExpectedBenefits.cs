namespace Sroi.Sensitivity;

/// <summary>What is expected of the net present value of each alternative, draw by draw, by a regression for each option.</summary>
internal sealed class ExpectedBenefits
{
    private readonly Decision _decision;
    private readonly Regression[] _regressions;
    private readonly int _first;

    public ExpectedBenefits(Decision decision, Regression[] regressions)
    {
        (_decision, _regressions, _first) = (decision, regressions, decision.NetBenefits.Length - regressions.Length);
        Expected = [.. decision.NetBenefits[.._first], .. regressions.Select((regression, option) => regression.Expected(option, decision.Draws))];
    }

    /// <summary>The expectations: alternative by alternative, draw by draw. Doing nothing is known.</summary>
    public double[][] Expected { get; }

    /// <summary>The part of the variance that the regression explains, of the option where it is most.</summary>
    public double Explained =>
        _regressions
            .Select((regression, option) => regression.Spreads[option] > 0 ? 1 - (regression.Residuals[option] / regression.Spreads[option]) : 0)
            .Max();

    /// <summary>The standard error of the mean gain: from the draws themselves, and from the coefficients of the regressions that they give.</summary>
    /// <param name="gains">The gain of each draw.</param>
    /// <param name="best">The alternative that is expected to be best in it.</param>
    /// <param name="now">The one that would be chosen now.</param>
    public double Error(double[] gains, int[] best, int now)
    {
        double[] influence = [.. gains];
        for (int option = 0; option < _regressions.Length; option++)
        {
            int alternative = _first + option;
            sbyte[] signs = [.. best.Select(chosen => (sbyte)((chosen == alternative ? 1 : 0) - (now == alternative ? 1 : 0)))];
            if (Array.TrueForAll(best, chosen => chosen == now) || Array.TrueForAll(signs, sign => sign == 0))
            {
                continue;
            }

            double[] own = _regressions[option].Influence(option, _decision.NetBenefits[alternative], signs);
            for (int draw = 0; draw < influence.Length; draw++)
            {
                influence[draw] += own[draw];
            }
        }

        return Moments.Of(influence).Estimate.StandardError;
    }
}
