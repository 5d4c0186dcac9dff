using System.Globalization;
using Sroi.Evaluation;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;

namespace Sroi.Sensitivity;

/// <summary>The draws of one figure.</summary>
internal static class FigureDraws
{
    /// <exception cref="SensitivityException">Nothing varies, or the figure is undefined in some draws.</exception>
    public static JointDraws Of(TargetFigure figure, int draws, ulong seed, int? threads)
    {
        JointDraws joint = JointDraws.Of(
            [(figure.SocialReturn.Scenario, figure.Denominator is { } denominator ? [figure.Formula, denominator] : [figure.Formula])],
            draws,
            seed,
            threads
        );
        double[] values = joint.Cases[0].Values[0],
            below = figure.Denominator is null ? [] : joint.Cases[0].Values[1];
        CheckVaries(figure, joint.Cases[0].Plan);
        CheckDefined(figure, values, below);
        return joint;
    }

    /// <exception cref="SensitivityException">No parameter of the figure has a spread.</exception>
    public static void CheckVaries(TargetFigure figure, Plan plan)
    {
        if (plan.Parameters.IsEmpty)
        {
            throw new SensitivityException(
                $"No parameter of {figure.Id} in {figure.SocialReturn.Scenario.Id} has a spread, so nothing varies. Give parameters a spread in the file; 'sroi parameters list' shows which have one."
            );
        }
    }

    /// <exception cref="SensitivityException">The figure is undefined in some draws, or too large to sum.</exception>
    public static void CheckDefined(TargetFigure figure, ReadOnlySpan<double> values, ReadOnlySpan<double> denominators)
    {
        int divided = 0,
            undefined = 0;
        for (int i = 0; i < values.Length; i++)
        {
            bool isDivided = !denominators.IsEmpty && !(denominators[i] > 0);
            divided += isDivided ? 1 : 0;
            undefined += !isDivided && !Limits.IsUsable(values[i]) ? 1 : 0;
        }

        if (divided > 0)
        {
            throw new SensitivityException(
                $"In {Count(divided, values.Length)} draws {figure.Id} is undefined, because its divisor is not above zero. Use {FigureCatalogue.NetPresentValue.Id}, which is always defined."
            );
        }

        if (undefined > 0)
        {
            throw new SensitivityException(
                $"In {Count(undefined, values.Length)} draws {figure.Id} has no usable value, because of a division by zero or a number too large. 'sroi run' with --draws names the first such draw."
            );
        }
    }

    private static string Count(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some:N0} of {all:N0}");
}
