using System.Buffers;
using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Repeating;

/// <summary>A part of a case that is drawn separately, and redrawn if a change reaches it: the present value of an outcome or of an input.</summary>
internal sealed class CasePart
{
    private readonly Simulation _simulation;
    private readonly Formula _formula;
    private readonly SimulatedFigure? _figure;
    private readonly PriceYear _prices;
    private readonly DrawPlan _draws;
    private readonly BinLayout?[] _layout = [null];
    private readonly ImmutableArray<int> _parameters;
    private readonly ImmutableHashSet<string> _ids;

    /// <summary>A part.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="formula">The part's formula.</param>
    /// <param name="figure">The figure that it is; null if its distribution is not reported.</param>
    /// <param name="plan">The part's steps, with the parameters of the whole case.</param>
    public CasePart(Simulation simulation, Formula formula, SimulatedFigure? figure, Plan plan)
    {
        (_simulation, _formula, _figure) = (simulation, formula, figure);
        _prices = simulation.SocialReturn.Scenario.Appraisal.PriceYear;
        _parameters = [.. plan.Steps.Where(step => step.IsDraw).Select(step => step.Number).Distinct()];
        _ids = [.. _parameters.Select(input => plan.Parameters[input].Id)];
        DrawPlan whole = DrawPlan.Of(plan, DrawRules.Of(simulation));
        CorrelatedGroup[] groups = [.. whole.Groups.Where(group => group.Parameters.Any(_parameters.Contains))];
        _draws = whole with { Groups = [.. groups], Copulas = [.. groups.Select(group => whole.Copulas[whole.Groups.IndexOf(group)])] };
    }

    private Plan Plan => _draws.Plan;

    /// <summary>Whether the part depends on a parameter.</summary>
    public bool Uses(Parameter number) => _ids.Contains(number.Id);

    /// <summary>The part's stand-in in a calculation over parts.</summary>
    public PartAtHand AtHand(PartDraws draws) =>
        new(_formula, new(_figure?.Id ?? "part", draws.Value, Unit.Pounds, _prices), draws.Column is not null);

    /// <summary>Draws it. The memory of its draws is rented.</summary>
    /// <param name="changed">The changed parameters.</param>
    /// <param name="samplers">The quantile functions of the run's changed parameters.</param>
    public PartDraws Draw(ImmutableArray<Parameter> changed, RunSamplers samplers)
    {
        ImmutableArray<Parameter> parameters = [.. Plan.Parameters.Select(input => changed.FirstOrDefault(c => c.Id == input.Id) ?? input)];
        double value = Plan.At([.. parameters.Select(parameter => parameter.Value)])[0];
        if (!_parameters.Any(input => PlanCompiler.IsUncertain(parameters[input])))
        {
            return Summarised(new(value, Column: null, Summary: null));
        }

        ImmutableArray<Sampler> all = changed.IsEmpty ? _draws.Samplers : Samplers(parameters, [.. changed.Select(number => number.Id)], samplers);
        using BlockEvaluator blocks = new(_draws with { Samplers = all }, _simulation.Width);
        long count = Block.Count(_simulation.Draws);
        double[] column = ArrayPool<double>.Shared.Rent((int)(count * Block.Size));
        for (int block = 0; block < count; block++)
        {
            blocks.Evaluate(replicate: 0, block);
            blocks.Output(Plan.Outputs[0]).CopyTo(column.AsSpan(block * Block.Size));
        }

        return Summarised(new(value, column, Summary: null));
    }

    // The samplers of unchanged parameters exist already.
    private ImmutableArray<Sampler> Samplers(ImmutableArray<Parameter> parameters, HashSet<string> changed, RunSamplers samplers) =>
        [
            .. Plan
                .Steps.Where(step => step.IsDraw)
                .Zip(
                    _draws.Samplers,
                    (step, sampler) => changed.Contains(parameters[step.Number].Id) ? samplers.Of(Drawn.By(step, parameters[step.Number])) : sampler
                ),
        ];

    private PartDraws Summarised(PartDraws draws) =>
        _figure is null || !double.IsFinite(draws.Value)
            ? draws
            : draws with
            {
                Summary = DrawnParts.Summed(_simulation, ([_figure], _layout), [AtHand(draws)], [draws]).Figures[0] with { Counted = null },
            };
}
