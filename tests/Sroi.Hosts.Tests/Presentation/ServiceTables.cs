using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using Sroi.Uncertainty.Running;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Every table that there is, of a service.</summary>
internal static class ServiceTables
{
    private const int Fewest = 1_024;

    /// <summary>The tables by class and method; those of draws where something varies.</summary>
    public static IEnumerable<(string Name, ResultTable Table)> Of(string service)
    {
        SocialReturn social = ShownCases.Case(service);
        return AtBase(social, service).Concat(ShownCases.Varies(social) ? OneAtATime(social).Concat(Drawn(social)).Concat(Decided(service)) : []);
    }

    private static IEnumerable<(string, ResultTable)> AtBase(SocialReturn social, string service)
    {
        SroiResult result = SroiResult.Of(social);
        yield return ("Result.Outcomes", ResultTables.Outcomes(result));
        yield return ("Result.Inputs", ResultTables.Inputs(result));
        yield return ("Result.Ledger", ResultTables.Ledger(result));
        yield return ("Result.Numbers", ResultTables.Numbers(result));
        yield return ("Result.Parameters", ResultTables.Parameters(ShownCases.Library.All()));
        yield return ("Result.Figures", ResultTables.Figures(result));
        if (ShownCases.Variants(service).LastOrDefault() is { } variant)
        {
            Comparison comparison = Comparison.Of(result, SroiResult.Of(ShownCases.Case(service, variant)));
            yield return ("Result.Changes", ResultTables.Changes(comparison));
        }
    }

    private static IEnumerable<(string, ResultTable)> OneAtATime(SocialReturn social)
    {
        TargetFigure figure = TargetFigure.NetPresentValue(social);
        Tornado tornado = Tornado.Of(figure);
        yield return ("Sensitivity.Bars", SensitivityTables.Bars(tornado));
        yield return ("Sensitivity.Points of one number", SensitivityTables.Points(OneWay.Of(figure, tornado.Bars[0].Parameter.Id)));
        yield return ("Sensitivity.Cells", SensitivityTables.Cells(TwoWay.Of(figure, tornado.Bars[0].Parameter.Id, tornado.Bars[1].Parameter.Id)));
        yield return ("Sensitivity.Inputs", SensitivityTables.Parameters(SwitchingValues.Of(figure)));
    }

    private static IEnumerable<(string, ResultTable)> Drawn(SocialReturn social)
    {
        TargetFigure figure = TargetFigure.NetPresentValue(social);
        SimulationResult draws = ShownCases.Drawn(social);
        VarianceDesign design = new(ShownCases.Seed) { Points = Fewest };
        yield return ("Simulation.Figures", SimulationTables.Figures(draws));
        yield return ("Simulation.Histograms", SimulationTables.Histograms(draws));
        yield return ("Sensitivity.Tenths", SensitivityTables.Tenths(ConditionalMeans.Of(figure, ShownCases.Draws, ShownCases.Seed)));
        // Where numbers move together there are no Sobol indices.
        if (social.Scenario.Correlations.IsEmpty)
        {
            yield return ("Sensitivity.Indices", SensitivityTables.Indices(SobolIndices.Of(figure, design)));
        }

        yield return ("Sensitivity.Effects of Shapley", SensitivityTables.Effects(ShapleyEffects.Of(figure, design)));
        yield return ("Sensitivity.Effects of Morris", SensitivityTables.Effects(Screening.Of(figure, ShownCases.Seed)));
        yield return ("Sensitivity.Rows", SensitivityTables.Rows(Subgroups.Of(social, ShownCases.Draws, ShownCases.Seed)));
    }

    private static IEnumerable<(string, ResultTable)> Decided(string service)
    {
        Decision decision = ShownCases.Choice(service);
        ImmutableArray<Evppi> inputs = Evppi.Of(decision);
        ImmutableArray<ResearchPriority> research = ResearchPriority.Of(inputs, DecisionReach.One, 500, ImmutableDictionary<string, double>.Empty);
        yield return ("Sensitivity.Information", SensitivityTables.Information(Evpi.Of(decision), inputs, DecisionReach.One, research));
        yield return ("Sensitivity.Points of ratios", SensitivityTables.Points(AcceptabilityCurve.Of(decision)));
        yield return ("Sensitivity.Options", SensitivityTables.Options(OptionComparison.Of(decision)));
    }
}
