using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Parameters;

namespace Sroi.Uncertainty;

/// <summary>All that a block of draws is made from: the compiled formulas, the quantile functions, the uniforms and what makes them hang together.</summary>
internal sealed record DrawPlan
{
    /// <summary>The compiled formulas.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The uncertain inputs: those of the plan, then those that only hang together with them.</summary>
    public required ImmutableArray<Parameter> Inputs { get; init; }

    /// <summary>The quantile function of each step of the plan that draws, in the order of the steps.</summary>
    public required ImmutableArray<Sampler> Samplers { get; init; }

    /// <summary>Where the uniforms come from, by the number of the input.</summary>
    public required UniformSource Uniforms { get; init; }

    /// <summary>Inputs that hang together.</summary>
    public required ImmutableArray<CorrelatedGroup> Groups { get; init; }

    /// <summary>The copula of each group.</summary>
    public required ImmutableArray<Copula> Copulas { get; init; }

    /// <summary>The quantile function of each input, for those who want the inputs themselves.</summary>
    public ImmutableArray<Sampler> InputSamplers => SamplerCache.Of(Inputs.Select(input => new Drawn(input.Distribution, RemainderOf: null)));

    /// <summary>The draws of formulas over the numbers of a scenario.</summary>
    /// <exception cref="SimulationException">Correlations contradict each other, or there are more inputs than Sobol dimensions.</exception>
    public static DrawPlan Of(Plan plan, Simulation simulation)
    {
        Scenario scenario = simulation.SocialReturn.Scenario;
        ImmutableArray<Parameter> inputs = [.. plan.Inputs, .. OnlyCorrelated(plan, scenario)];
        ImmutableArray<CorrelatedGroup> groups = CorrelatedGroup.Among(inputs, scenario.Correlations);

        // Every number of the scenario has its Sobol dimension, whether uncertain here or not, so that variants share their draws.
        IEnumerable<string> alongside = scenario.Parameters.Keys.Concat(simulation.Alongside);
        long ofReplicate = simulation.Draws / simulation.Sampling.Replicates;
        return new()
        {
            Plan = plan,
            Inputs = inputs,
            Samplers = SamplerCache.Of(plan.Steps.Where(step => step.IsDraw).Select(step => DrawnBy(step, plan))),
            Uniforms = UniformSource.Of(simulation.Sampling, simulation.Seed, [.. inputs.Select(input => input.Id)], alongside, ofReplicate),
            Groups = groups,
            Copulas = [.. groups.Select(group => new Copula(group.Used))],
        };
    }

    // A copula is of all its members, whether the figures at hand need them or not: otherwise another figure asked for would change draws.
    private static IEnumerable<Parameter> OnlyCorrelated(Plan plan, Scenario scenario) =>
        scenario
            .Correlations.SelectMany(correlation => correlation.Between)
            .Distinct()
            .Where(id => plan.Inputs.All(input => input.Id != id))
            .Order(StringComparer.Ordinal)
            .Select(id => scenario.Parameters[id]);

    private static Drawn DrawnBy(PlanStep step, Plan plan) =>
        new(plan.Inputs[step.Number].Distribution, step.Operation == PlanOperation.DrawRemainder ? step.A.Constant : null);
}
