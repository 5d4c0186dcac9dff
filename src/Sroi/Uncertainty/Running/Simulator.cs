using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>Runs a simulation: compiles the formulas, draws and tallies blocks until there are enough, and summarises them.</summary>
internal sealed class Simulator
{
    // Up to this number, draws are kept temporarily so that percentiles are exact.
    public const long KeptAnyway = 131_072;
    private const long MostBlocksOfRound = 1L << 21;

    private readonly Simulation _simulation;
    private readonly ImmutableArray<SimulatedFigure> _figures;
    private readonly DrawPlan _draws;
    private readonly ImmutableArray<double> _base;
    private readonly BinLayout?[]? _layouts;

    public Simulator(Simulation simulation)
    {
        _simulation = simulation;
        _figures = SimulatedFigure.Of(simulation.SocialReturn, simulation.Breakdown);
        Plan plan = Plan.Of(_figures.Select(figure => figure.Formula).Concat(Denominators(_figures)));
        SimulationLimits.CheckMemory(simulation, _figures.Length, plan.Parameters.Length);
        _draws = DrawPlan.Of(plan, DrawRules.Of(simulation));
        _base = [.. plan.AtBase()];
    }

    /// <summary>Summarises draws made before, few enough to be kept, so that coarse bins suffice.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="draws">The plan of the figures and of the denominators of ratios, with the columns it reads.</param>
    /// <param name="layouts">
    /// Bins for each figure; null for those to be laid out now. Coarse bins, or those of other draws, suffice because all draws are kept.
    /// </param>
    public Simulator(Simulation simulation, ImmutableArray<SimulatedFigure> figures, DrawPlan draws, BinLayout?[] layouts)
    {
        (_simulation, _figures, _draws, _layouts) = (simulation, figures, draws, layouts);
        _base = [.. draws.Plan.AtBase()];
    }

    private Plan Plan => _draws.Plan;

    public SimulationResult Run(IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        RunTally tally = new(Varying(), _simulation.Sampling.Replicates);
        using KeptDraws kept = new(
            tally.Figures,
            _simulation.Keep == Kept.Parameters ? Plan.Parameters.Length : 0,
            _simulation.Keep != Kept.Nothing || _simulation.Draws <= KeptAnyway
        );
        int threads = (int)Math.Min(_simulation.Threads ?? Environment.ProcessorCount, Block.Count(_simulation.Draws));
        using BlockRunner runner = new(_draws, tally, kept, threads, _simulation.Width);
        Convergence convergence = new(_simulation);
        BlockSchedule schedule = convergence.First;
        while (true)
        {
            kept.Extend(schedule);
            long done = Run(runner, schedule, progress, cancellation);
            SimulationResult result = new ResultMaker(_simulation, _figures, _draws, _base).Make(tally, kept, schedule, done);
            if (done < schedule.Blocks || convergence.Next(schedule, result) is not { } next)
            {
                return done == 0
                    ? throw new OperationCanceledException(cancellation)
                    : result with
                    {
                        Convergence = convergence.Report(result),
                        Correlations = Reached(),
                    };
            }

            schedule = next;
        }
    }

    private static long Run(BlockRunner runner, BlockSchedule schedule, IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        IProgress<long>? draws = progress is null ? null : new DrawsDone(progress, schedule.Draws);
        long done = 0;
        while (done < schedule.Blocks)
        {
            // Per-thread counts are 32-bit until they are handed over.
            long end = Math.Min(schedule.Blocks, done + MostBlocksOfRound);
            done = runner.Run(schedule, end, draws, cancellation);
            if (done < end)
            {
                break;
            }
        }

        return done;
    }

    private ImmutableArray<CorrelationReport> Reached() =>
        [.. _draws.Groups.SelectMany(group => ReachedCorrelation.Of(group, _draws, _simulation.Width))];

    // The denominators of ratios, in the order of the ratios.
    internal static IEnumerable<Formula> Denominators(IEnumerable<SimulatedFigure> figures) => figures.Select(f => f.Denominator).OfType<Formula>();

    // Bins and centres come from the first block, which is drawn again with the others.
    private ImmutableArray<TalliedFigure> Varying()
    {
        using BlockEvaluator first = new(_draws, _simulation.Width);
        first.Evaluate(replicate: 0, block: 0);
        int valid = (int)Math.Min(Block.Size, _simulation.Draws / _simulation.Sampling.Replicates),
            denominators = 0;
        var varying = ImmutableArray.CreateBuilder<TalliedFigure>();
        for (int i = 0; i < _figures.Length; i++)
        {
            PlanOperand? denominator = _figures[i].Denominator is null ? null : Plan.Outputs[_figures.Length + denominators++];
            bool isMeaningless = denominator is { IsConstant: true } && denominator.Constant <= _figures[i].DenominatorNoise;
            if (Plan.Outputs[i] is { IsConstant: false } output && !isMeaningless)
            {
                double least = LeastDenominator(first, _figures[i], denominator, valid);
                double[] values = Usable(first, output, denominator is { IsConstant: false } ? (denominator, least) : null, valid);
                varying.Add(
                    new(_figures[i], output, denominator, LayoutOf(i, values), MeanOf(values))
                    {
                        Noise = RoundingErrors.Among(values, _figures[i].Threshold, _figures[i].Noise),
                        DenominatorNoise = least,
                    }
                );
            }
        }

        return varying.ToImmutable();
    }

    // The headline figures have four times as many bins as the others.
    private BinLayout LayoutOf(int figure, double[] values) =>
        _layouts is not null
            ? _layouts[figure] ??= BinLayout.For(values, bitsOfOctave: 6)
            : BinLayout.For(values, _figures[figure].Group == FigureGroup.Headline ? 12 : 10);

    private static double LeastDenominator(BlockEvaluator block, SimulatedFigure figure, PlanOperand? denominator, int valid) =>
        denominator is { IsConstant: false }
            ? RoundingErrors.Among(block.Output(denominator)[..valid], threshold: 0, figure.DenominatorNoise)
            : figure.DenominatorNoise;

    private static double[] Usable(BlockEvaluator block, PlanOperand output, (PlanOperand Output, double Least)? denominator, int valid)
    {
        ReadOnlySpan<double> values = block.Output(output)[..valid],
            below = denominator is { } divisor ? block.Output(divisor.Output) : [];
        double least = denominator?.Least ?? 0;
        List<double> usable = [];
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]) && (below.IsEmpty || below[i] > least))
            {
                usable.Add(values[i]);
            }
        }

        return usable.Count == 0 ? [0] : [.. usable];
    }

    private static double MeanOf(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private sealed class DrawsDone(IProgress<SimulationProgress> progress, long total) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new(value, total));
    }
}
