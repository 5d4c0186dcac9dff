using System.Buffers;
using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Repeating;

/// <summary>
/// A case simulated repeatedly with some parameters changed. All runs share the draws of unchanged parameters; only the outcomes and inputs that
/// a change reaches are redrawn. The results are identical to those of <see cref="Simulation.Run()"/> on the changed files, bit for bit.
/// </summary>
/// <remarks>Thread-safe; each run is on the calling thread.</remarks>
internal sealed class RepeatedSimulation
{
    private readonly OpenCase _case;
    private readonly Simulation _simulation;
    private readonly ColumnCache _cache;
    private readonly ImmutableArray<SimulatedFigure> _headlines;
    private readonly BinLayout?[] _layouts;
    private readonly ImmutableArray<CasePart> _parts;
    private readonly ChangeRules _rules;

    /// <summary>The simulation of a case.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="catalogue">The headline figures.</param>
    /// <param name="varied">The full ids of the parameters that will be changed.</param>
    /// <param name="settings">Draws and seed.</param>
    /// <param name="cache">The cache of draws of parts.</param>
    /// <exception cref="SimulationException">The case cannot be simulated.</exception>
    public RepeatedSimulation(
        OpenCase opened,
        FigureCatalogue catalogue,
        IEnumerable<string> varied,
        (long Draws, ulong Seed) settings,
        ColumnCache cache
    )
    {
        (_case, _cache) = (opened, cache);
        SocialReturn social = SocialReturn.Of(opened.Scenario, catalogue);
        _simulation = Settings(social, settings.Draws, settings.Seed);
        SimulationLimits.Check(_simulation);
        _rules = new(opened);
        ImmutableArray<SimulatedFigure> figures = SimulatedFigure.Of(social, Breakdown.Outcomes);
        _headlines = [.. figures.Where(figure => figure.Group == FigureGroup.Headline)];
        _layouts = new BinLayout?[_headlines.Length];
        HashSet<string> ids = [.. varied];
        _parts = IsQuick ? Parts(figures, number => ids.Contains(number.Id) || PlanCompiler.IsUncertain(number)) : [];
    }

    // Above this, percentiles are counted in bins, and reading the files again costs little beside the draws.
    private bool IsQuick => _simulation.Draws <= Simulator.KeptAnyway;

    /// <summary>The figures with some parameters changed.</summary>
    /// <exception cref="InvalidFilesException">The changes do not fit the parameters, or contradict each other.</exception>
    /// <exception cref="UndefinedFormulaException">A figure is undefined.</exception>
    public RepeatedResult Run(ImmutableArray<ChangeEntry> changes)
    {
        ProblemList problems = new();
        ImmutableArray<Parameter> changed = [.. changes.Select(change => _case.Changed(change, problems)).OfType<Parameter>()];
        problems.ThrowIfAny();
        return Quick(changed) ?? Reread(changes);
    }

    /// <summary>The figures with some parameters changed, by reading the files again and drawing everything.</summary>
    public RepeatedResult Reread(ImmutableArray<ChangeEntry> changes)
    {
        SocialReturn social = SocialReturn.Of(changes.IsEmpty ? _case.Scenario : _case.With(changes), _simulation.SocialReturn.Catalogue);
        return new(SroiResult.Of(social), Settings(social, _simulation.Draws, _simulation.Seed).Run());
    }

    /// <summary>The figures, if the changes leave the calculation unchanged; otherwise null.</summary>
    public RepeatedResult? Quick(ImmutableArray<Parameter> changed)
    {
        Dictionary<string, double> values = changed.ToDictionary(number => number.Id, number => number.Value, StringComparer.Ordinal);
        if (!IsQuick || !_rules.Allow(changed, new Valuation(values)))
        {
            return null;
        }

        using RunSamplers samplers = new();
        (PartDraws Draws, bool IsKept)[] drawn = [.. _parts.Select((part, number) => DrawsOf(part, number, changed, samplers))];
        RepeatedResult? result = Summed([.. drawn.Select(part => part.Draws)], values);
        foreach ((PartDraws draws, _) in drawn.Where(part => !part.IsKept && part.Draws.Column is not null))
        {
            ArrayPool<double>.Shared.Return(draws.Column!);
        }

        return result;
    }

    private RepeatedResult? Summed(ImmutableArray<PartDraws> draws, Dictionary<string, double> values)
    {
        if (draws.Any(part => !double.IsFinite(part.Value)))
        {
            return null;
        }

        ImmutableArray<PartAtHand> parts = [.. _parts.Zip(draws, (part, drawn) => part.AtHand(drawn))];
        SimulationResult summed = DrawnParts.Summed(_simulation, (_headlines, _layouts), parts, draws);
        FigureSummary[] outcomes = [.. draws.Select(part => part.Summary).OfType<FigureSummary>()];
        return summed.UndefinedDraws is null && outcomes.All(outcome => outcome.Undefined == 0)
            ? new(SroiResult.At(_simulation.SocialReturn, values), summed with { Figures = [.. summed.Figures, .. outcomes] })
            : null;
    }

    private (PartDraws Draws, bool IsKept) DrawsOf(CasePart part, int number, ImmutableArray<Parameter> changed, RunSamplers samplers)
    {
        ImmutableArray<Parameter> reached = [.. changed.Where(part.Uses)];
        return _cache.Of(new(this, number, reached), () => part.Draw(reached, samplers));
    }

    private ImmutableArray<CasePart> Parts(ImmutableArray<SimulatedFigure> figures, Func<Parameter, bool> varies)
    {
        SocialReturn social = _simulation.SocialReturn;
        SimulatedFigure[] outcomes = [.. figures.Where(figure => figure.Group == FigureGroup.Outcome)];
        ImmutableArray<Formula> whole = [.. figures.Select(figure => figure.Formula), .. Simulator.Denominators(figures)],
            parts = [.. outcomes.Select(outcome => outcome.Formula), .. social.Inputs.Select(input => input.PresentValue)];
        ImmutableArray<Plan> plans = new PlanCompiler(varies).CompileParts(whole, parts);
        return [.. parts.Select((formula, i) => new CasePart(_simulation, formula, outcomes.ElementAtOrDefault(i), plans[i]))];
    }

    private static Simulation Settings(SocialReturn social, long draws, ulong seed) =>
        Simulation.Of(social, draws, seed) with
        {
            Breakdown = Breakdown.Outcomes,
            Threads = 1,
        };
}

/// <summary>The result of one run of a case.</summary>
/// <param name="Result">The figures in the base case, changes included.</param>
/// <param name="Simulation">Their distributions.</param>
internal sealed record RepeatedResult(SroiResult Result, SimulationResult Simulation);
