using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>The estimators of the indices, on the values of a design.</summary>
internal sealed class SobolEstimator
{
    // 95 % of Student's t with 31 degrees of freedom lie within 2.040, of a normal within 1.960.
    private const double Student = 2.040 / 1.960;

    private readonly SaltelliDesign _design;
    private readonly FigureFunction _function;
    private readonly double[] _a;
    private readonly double[] _b;
    private readonly double _center;
    private readonly double[] _variances;

    public SobolEstimator(SaltelliDesign design, FigureFunction function, int? threads)
    {
        (_design, _function) = (design, function);
        double[][] values = [new double[design.Points], new double[design.Points]];
        Workers.For(2, threads, function.Room, (side, room) => function.Evaluate(room, side == 0 ? design.A : design.B, values[side]));
        (_a, _b) = (values[0], values[1]);
        _center = (Moments.Of(_a).Mean + Moments.Of(_b).Mean) / 2;
        _variances = ByReplicate(i => (Square(_a[i] - _center) + Square(_b[i] - _center)) / 2);
        Estimate variance = Moments.MeanOf(_variances);
        Variance = variance with { StandardError = Student * variance.StandardError };
        if (function.IsNoise(Variance.Value))
        {
            throw new SensitivityException($"{function.Figure.Id} has the same value in every draw: there is no variance to attribute.");
        }
    }

    public Estimate Variance { get; }

    public SobolIndex Index(ParameterGroup group, GivenParameters room)
    {
        double[][] columns = [.. _design.A];
        foreach (int parameter in group.NumbersIn(_function.Plan))
        {
            columns[parameter] = _design.B[parameter];
        }

        double[] mixed = new double[_design.Points];
        _function.Evaluate(room, columns, mixed);
        return new(
            group,
            PartOfVariance(ByReplicate(i => (_b[i] - _center) * (mixed[i] - _a[i]))),
            PartOfVariance(ByReplicate(i => Square(_a[i] - mixed[i]) / 2))
        );
    }

    // A ratio of two means over replicates, with its jackknife error, which shows a replicate that dominates.
    private Estimate PartOfVariance(double[] parts)
    {
        double part = parts.Sum(),
            whole = _variances.Sum();
        Moments without = default;
        for (int replicate = 0; replicate < parts.Length; replicate++)
        {
            without.Add((part - parts[replicate]) / (whole - _variances[replicate]));
        }

        double error = without.StandardDeviation * (parts.Length - 1) / Math.Sqrt(parts.Length);
        return new(part / whole, double.IsFinite(error) ? Student * error : double.MaxValue);
    }

    private double[] ByReplicate(Func<int, double> value)
    {
        double[] means = new double[_design.Replicates];
        for (int replicate = 0; replicate < means.Length; replicate++)
        {
            double sum = 0;
            for (int i = replicate * _design.OfReplicate; i < (replicate + 1) * _design.OfReplicate; i++)
            {
                sum += value(i);
            }

            means[replicate] = sum / _design.OfReplicate;
        }

        return means;
    }

    private static double Square(double x) => x * x;
}
