using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// The lower half of Student's t, of location 0 and scale 1: with y the log-odds of a beta whose shapes are both half the degrees of freedom n, t is
/// √n sinh(y ÷ 2).
/// </summary>
/// <remarks>W. T. Shaw, Sampling Student's T distribution (2006): n ÷ (n + t²) = 4 x (1 − x).</remarks>
internal sealed class StudentTail(double degrees) : BetaTail(degrees / 2, degrees / 2)
{
    private readonly double _root = Math.Sqrt(degrees);

    // Distances are from the median, downwards.
    public override (double Distance, double Slope) Distance(double y)
    {
        double beyondOne = Elementary.ExpLessOne(-y / 2),
            inverse = 1 / (1 + beyondOne);
        return (_root / 2 * beyondOne * (1 + inverse), -_root / 4 * (1 + beyondOne + inverse));
    }
}
