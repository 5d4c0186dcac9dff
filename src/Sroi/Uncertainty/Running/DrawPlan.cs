using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>Everything needed to make a block of draws: the compiled formulas, the quantile functions, the uniforms and the copulas.</summary>
internal sealed record DrawPlan
{
    /// <summary>The compiled formulas.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The uncertain parameters: those of the plan, then those that are only correlated with them.</summary>
    public required ImmutableArray<Parameter> Parameters { get; init; }

    /// <summary>The quantile function of each step of the plan that draws, in the order of the steps.</summary>
    public required ImmutableArray<Sampler> Samplers { get; init; }

    /// <summary>The source of the uniforms, by the index of the parameter.</summary>
    public required UniformSource Uniforms { get; init; }

    /// <summary>The groups of correlated parameters.</summary>
    public required ImmutableArray<CorrelatedGroup> Groups { get; init; }

    /// <summary>The copula of each group.</summary>
    public required ImmutableArray<Copula> Copulas { get; init; }

    /// <summary>Draws made before: those of each parameter in whole blocks, in the order of the parameters. Otherwise empty.</summary>
    public ImmutableArray<double[]> Columns { get; init; } = [];

    /// <summary>The quantile function of each parameter, to draw the parameters themselves.</summary>
    public ImmutableArray<Sampler> ParameterSamplers =>
        SamplerCache.Of(Parameters.Select(parameter => new Drawn(parameter.Distribution, RemainderOf: null)));

    /// <summary>The draws of formulas.</summary>
    /// <exception cref="SimulationException">Correlations contradict each other, or there are more parameters than Sobol dimensions.</exception>
    public static DrawPlan Of(Plan plan, DrawRules rules)
    {
        ImmutableArray<Parameter> parameters = [.. plan.Parameters, .. OnlyCorrelated(plan, rules)];
        ImmutableArray<CorrelatedGroup> groups = CorrelatedGroup.Among(parameters, rules.Correlations);
        return new()
        {
            Plan = plan,
            Parameters = parameters,
            Samplers = SamplerCache.Of(plan.Steps.Where(step => step.IsDraw).Select(step => Drawn.By(step, plan.Parameters[step.Number]))),
            Uniforms = UniformSource.Of(
                rules.Sampling,
                rules.Seed,
                [.. parameters.Select(parameter => parameter.Id)],
                rules.Alongside,
                rules.DrawsOfReplicate
            ),
            Groups = groups,
            Copulas = [.. groups.Select(group => new Copula(group.Used))],
        };
    }

    // A copula includes all its members, whether these figures need them or not; otherwise, requesting another figure would change draws.
    private static IEnumerable<Parameter> OnlyCorrelated(Plan plan, DrawRules rules) =>
        rules
            .Correlations.SelectMany(correlation => correlation.Between)
            .Distinct()
            .Where(id => plan.NumberOf(id) < 0)
            .Order(StringComparer.Ordinal)
            .Select(id => rules.Numbers[id]);
}
