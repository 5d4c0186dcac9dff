using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Variance;

/// <summary>A figure as a function of columns of its uncertain parameters.</summary>
internal sealed class FigureFunction
{
    public FigureFunction(TargetFigure figure)
    {
        Figure = figure;
        Plan = Plan.Of(figure.Denominator is { } denominator ? new[] { figure.Formula, denominator } : [figure.Formula]);
        FigureDraws.CheckVaries(figure, Plan);
        SimulationLimits.CheckCorrelations(figure.SocialReturn.Scenario);
        Noise = figure.Noise;
        Samplers = SamplerCache.Of(Plan.Parameters.Select(parameter => new Drawn(parameter.Distribution, RemainderOf: null)));
    }

    public TargetFigure Figure { get; }

    public Plan Plan { get; }

    /// <summary>The quantile function of each parameter.</summary>
    public ImmutableArray<Sampler> Samplers { get; }

    /// <summary>Differences in the figure up to this are rounding noise.</summary>
    public double Noise { get; }

    /// <summary>Whether a variance is zero or only rounding noise.</summary>
    public bool IsNoise(double variance) => variance <= Noise * Noise;

    /// <summary>Working memory for one thread.</summary>
    public GivenParameters Room() => new(Plan, Widths.Widest);

    /// <summary>The figure for every row of the columns.</summary>
    /// <exception cref="SensitivityException">The figure is undefined in some rows.</exception>
    public void Evaluate(GivenParameters room, double[][] columns, Span<double> to)
    {
        double[] below = Figure.Denominator is null ? [] : new double[Block.Size];
        for (int from = 0; from < to.Length; from += Block.Size)
        {
            int rows = Math.Min(Block.Size, to.Length - from);
            room.Evaluate(columns, from, rows);
            room.Output(Plan.Outputs[0], to.Slice(from, rows));
            if (below.Length > 0)
            {
                room.Output(Plan.Outputs[1], below.AsSpan(0, rows));
            }

            FigureDraws.CheckDefined(Figure, to.Slice(from, rows), below.AsSpan(0, Math.Min(below.Length, rows)));
        }
    }
}
