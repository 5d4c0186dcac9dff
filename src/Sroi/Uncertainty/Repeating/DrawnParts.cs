using System.Collections.Immutable;
using Sroi.Quantities;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Repeating;

/// <summary>Figures made from drawn parts.</summary>
internal static class DrawnParts
{
    /// <summary>The distributions of figures over draws of their parts.</summary>
    /// <param name="simulation">The simulation, on one thread.</param>
    /// <param name="figures">The figures, with bins for their draws if they were laid out before.</param>
    /// <param name="parts">All parts that the figures are made from.</param>
    /// <param name="draws">The draws of each part.</param>
    public static SimulationResult Summed(
        Simulation simulation,
        (ImmutableArray<SimulatedFigure> Figures, BinLayout?[] Layouts) figures,
        ImmutableArray<PartAtHand> parts,
        ImmutableArray<PartDraws> draws
    )
    {
        ImmutableArray<Formula> formulas = [.. figures.Figures.Select(figure => figure.Formula), .. Simulator.Denominators(figures.Figures)];
        Plan plan = new PlanCompiler(PlanCompiler.IsUncertain).CompileOver(formulas, parts);
        DrawPlan over = new()
        {
            Plan = plan,
            Parameters = plan.Parameters,
            Samplers = [],
            Uniforms = UniformSource.Of(simulation.Sampling, simulation.Seed, [], [], simulation.Draws),
            Groups = [],
            Copulas = [],
            Columns = [.. draws.Select(part => part.Column).OfType<double[]>()],
        };
        return new Simulator(simulation, figures.Figures, over, figures.Layouts).Run(progress: null, CancellationToken.None);
    }
}
