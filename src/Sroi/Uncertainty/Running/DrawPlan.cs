using System.Collections.Immutable;
using Sroi.Model;

namespace Sroi.Uncertainty;

/// <summary>All that a block of draws is made from: the compiled formulas, the quantile functions, the uniforms and what makes them hang together.</summary>
/// <param name="Plan">The compiled formulas.</param>
/// <param name="Samplers">The quantile function of each step of the plan that draws, in the order of the steps.</param>
/// <param name="Uniforms">Where the uniforms come from, by the number of the input in the plan.</param>
/// <param name="Groups">Inputs that hang together.</param>
internal sealed record DrawPlan(
    Plan Plan,
    ImmutableArray<Sampler> Samplers,
    UniformSource Uniforms,
    ImmutableArray<CorrelatedGroup> Groups
)
{
    /// <summary>The copula of each group.</summary>
    public ImmutableArray<Copula> Copulas { get; } = [.. Groups.Select(group => new Copula(group.Used))];

    /// <summary>The quantile function of each input of the plan, for those who want the inputs themselves.</summary>
    public ImmutableArray<Sampler> InputSamplers => SamplerCache.Of(Plan.Inputs.Select(input => new Drawn(input.Distribution, RemainderOf: null)));

    /// <summary>The draws of formulas over these numbers of a scenario.</summary>
    /// <exception cref="SimulationException">Correlations contradict each other, or there are more inputs than Sobol dimensions.</exception>
    public static DrawPlan Of(Plan plan, Scenario scenario, Simulation simulation)
    {
        // Every number of the scenario has its Sobol dimension, whether uncertain here or not, so that variants share their draws.
        IEnumerable<string> alongside = scenario.Parameters.Keys.Concat(simulation.Alongside);
        return new(
            plan,
            SamplerCache.Of(plan.Steps.Where(step => step.IsDraw).Select(step => DrawnBy(step, plan))),
            UniformSource.Of(
                simulation.Sampling,
                simulation.Seed,
                [.. plan.Inputs.Select(input => input.Id)],
                alongside,
                simulation.Draws / simulation.Sampling.Replicates
            ),
            CorrelatedGroup.Among(plan.Inputs, scenario.Correlations)
        );
    }

    private static Drawn DrawnBy(PlanStep step, Plan plan) =>
        new(plan.Inputs[step.Number].Distribution, step.Operation == PlanOperation.DrawRemainder ? step.A.Constant : null);
}
