using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>The estimators of the indices, on the values of a design.</summary>
internal sealed class SobolEstimator
{
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
        Variance = Moments.MeanOf(_variances);
        if (function.IsNoise(Variance.Value))
        {
            throw new SensitivityException($"{function.Figure.Id} has the same value in every draw: there is no variance to be shared out.");
        }
    }

    public Estimate Variance { get; }

    public SobolIndex Index(InputGroup group, GivenInputs room)
    {
        double[][] columns = [.. _design.A];
        foreach (int input in group.NumbersIn(_function.Plan))
        {
            columns[input] = _design.B[input];
        }

        double[] mixed = new double[_design.Points];
        _function.Evaluate(room, columns, mixed);
        return new(
            group,
            PartOfVariance(ByReplicate(i => (_b[i] - _center) * (mixed[i] - _a[i]))),
            PartOfVariance(ByReplicate(i => Square(_a[i] - mixed[i]) / 2))
        );
    }

    // A ratio of two means over replicates, with the error of a ratio.
    private Estimate PartOfVariance(double[] parts)
    {
        double index = Moments.Of(parts).Mean / Variance.Value;
        Moments errors = default;
        for (int replicate = 0; replicate < parts.Length; replicate++)
        {
            errors.Add(parts[replicate] - (index * _variances[replicate]));
        }

        return new(index, errors.Estimate.StandardError / Variance.Value);
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
