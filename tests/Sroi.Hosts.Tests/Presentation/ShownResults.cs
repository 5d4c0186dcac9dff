using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using Sroi.Showing;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>One of everything that shows itself, of a real service.</summary>
internal static class ShownResults
{
    private const string Service = "marco_cavallo_centre";

    public static IEnumerable<Presentable> All =>
        Of(ShownCases.Case(Service), ShownCases.Case(Service, "as_claimed"), ShownCases.Choice(Service), ShownCases.Library);

    /// <summary>One of everything, of a case and another one beside it.</summary>
    public static IEnumerable<Presentable> Of(SocialReturn social, SocialReturn other, Decision decision, ParameterLibrary library) =>
        AtBase(social, other, library).Concat(Analyses(social)).Concat(Drawn(social)).Concat(Decided(decision));

    private static IEnumerable<Presentable> AtBase(SocialReturn social, SocialReturn other, ParameterLibrary library)
    {
        SroiResult result = SroiResult.Of(social);
        return
        [
            result,
            social.Scenario,
            social.Scenario.Parameters.Values.First(),
            new Quantities.Quantity("people", 60, Quantities.Unit.Person),
            ValueSteps.Of(social),
            Explanation.Of(social.Ratio),
            Comparison.Of(result, SroiResult.Of(other)),
            PublishedChecks.Of(library),
            ResultTables.Outcomes(result),
            Charts.Waterfall(result),
            WeakSpotPage.Of(Assurer.Check(result)),
        ];
    }

    private static IEnumerable<Presentable> Analyses(SocialReturn social)
    {
        TargetFigure figure = TargetFigure.NetPresentValue(social);
        Tornado tornado = Tornado.Of(figure);
        string first = tornado.Bars[0].Parameter.Id;
        return
        [
            tornado,
            OneWay.Of(figure, first),
            TwoWay.Of(figure, first, tornado.Bars[1].Parameter.Id),
            SwitchingValues.Of(figure),
            ValueMapSwitching.Of(social),
        ];
    }

    private static IEnumerable<Presentable> Drawn(SocialReturn social)
    {
        TargetFigure figure = TargetFigure.NetPresentValue(social);
        VarianceDesign design = new(ShownCases.Seed) { Points = 1_024 };
        return
        [
            ShownCases.Drawn(social),
            ConditionalMeans.Of(figure, ShownCases.Draws, ShownCases.Seed),
            SobolIndices.Of(figure, design),
            ShapleyEffects.Of(figure, design),
            Screening.Of(figure, ShownCases.Seed),
            Subgroups.Of(social, ShownCases.Draws, ShownCases.Seed),
        ];
    }

    private static IEnumerable<Presentable> Decided(Decision decision) =>
        [Evpi.Of(decision), AcceptabilityCurve.Of(decision), OptionComparison.Of(decision)];
}
