using Sroi.Evaluation;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Every chart that a service or a variant of it allows.</summary>
internal static class ServiceCharts
{
    /// <summary>The charts, and whether each shows draws.</summary>
    public static IEnumerable<(Chart Chart, bool IsDrawn)> Of(string service, string? variant)
    {
        SocialReturn social = ShownCases.Case(service, variant);
        return AtBase(social, service, variant)
            .Select(chart => (chart, false))
            .Concat(ShownCases.Varies(social) ? Drawn(social) : [])
            .Concat(variant is null && ShownCases.Varies(social) ? Compared(service) : []);
    }

    private static IEnumerable<Chart> AtBase(SocialReturn social, string service, string? variant)
    {
        SroiResult result = SroiResult.Of(social);
        yield return Charts.Waterfall(result);
        if (result.Ledger.Any(line => line.Pays != 0 || line.Gains != 0))
        {
            yield return Charts.WhoPaysWhoGains(result);
        }

        yield return Charts.CashFlow(result);
        if (variant is not null)
        {
            yield return Charts.Changes(Comparison.Of(SroiResult.Of(ShownCases.Case(service)), result));
        }

        if (!ShownCases.Varies(social))
        {
            yield break;
        }

        Tornado tornado = Tornado.Of(TargetFigure.NetPresentValue(social));
        yield return Charts.Tornado(tornado);
        string[] longest = [.. tornado.Bars.Where(bar => bar.Swing > 0).Take(2).Select(bar => bar.Parameter.Id)];
        if (longest.Length == 2)
        {
            yield return Charts.TwoWay(TwoWay.Of(TargetFigure.NetPresentValue(social), longest[0], longest[1]));
        }
    }

    private static IEnumerable<(Chart, bool)> Drawn(SocialReturn social)
    {
        SimulationResult draws = ShownCases.Drawn(social);
        if (draws.SroiRatio is { Percentiles.IsEmpty: false })
        {
            yield return (Charts.RatioDistribution(draws), true);
            yield return (Charts.Convergence(draws), true);
        }

        Decision decision = Decision.Between([DecisionOption.Of(social)], ShownCases.Draws, ShownCases.Seed);
        yield return (Charts.Acceptability(AcceptabilityCurve.Of(decision)), true);
        yield return (Charts.Information(decision, Evpi.Of(decision), Evppi.Of(decision)), true);
    }

    private static IEnumerable<(Chart, bool)> Compared(string service)
    {
        OptionComparison comparison = OptionComparison.Of(ShownCases.Choice(service));
        yield return (Charts.Ratios(comparison), true);
        yield return (Charts.NetPresentValues(comparison), true);
    }
}
