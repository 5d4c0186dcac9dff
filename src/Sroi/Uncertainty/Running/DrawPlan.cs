using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

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

    /// <summary>Where the draws are at hand already: those of each input in whole blocks, in the order of the inputs. Otherwise empty.</summary>
    public ImmutableArray<double[]> Columns { get; init; } = [];

    /// <summary>The quantile function of each input, for those who want the inputs themselves.</summary>
    public ImmutableArray<Sampler> InputSamplers => SamplerCache.Of(Inputs.Select(input => new Drawn(input.Distribution, RemainderOf: null)));

    /// <summary>The draws of formulas.</summary>
    /// <exception cref="SimulationException">Correlations contradict each other, or there are more inputs than Sobol dimensions.</exception>
    public static DrawPlan Of(Plan plan, DrawRules rules)
    {
        ImmutableArray<Parameter> inputs = [.. plan.Inputs, .. OnlyCorrelated(plan, rules)];
        ImmutableArray<CorrelatedGroup> groups = CorrelatedGroup.Among(inputs, rules.Correlations);
        return new()
        {
            Plan = plan,
            Inputs = inputs,
            Samplers = SamplerCache.Of(plan.Steps.Where(step => step.IsDraw).Select(step => Drawn.By(step, plan.Inputs[step.Number]))),
            Uniforms = UniformSource.Of(rules.Sampling, rules.Seed, [.. inputs.Select(input => input.Id)], rules.Alongside, rules.DrawsOfReplicate),
            Groups = groups,
            Copulas = [.. groups.Select(group => new Copula(group.Used))],
        };
    }

    // A copula is of all its members, whether the figures at hand need them or not: otherwise another figure asked for would change draws.
    private static IEnumerable<Parameter> OnlyCorrelated(Plan plan, DrawRules rules) =>
        rules
            .Correlations.SelectMany(correlation => correlation.Between)
            .Distinct()
            .Where(id => plan.NumberOf(id) < 0)
            .Order(StringComparer.Ordinal)
            .Select(id => rules.Numbers[id]);
}
