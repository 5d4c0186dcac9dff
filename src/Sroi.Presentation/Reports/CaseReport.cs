using System.Collections.Immutable;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Reports;

/// <summary>A business case to hand over: two pages for trustees and funders, and an annex for analysts.</summary>
public sealed record CaseReport
{
    /// <summary>The fewest draws that a report takes.</summary>
    public const int LeastDraws = Evppi.LeastDraws;

    // The value of information is given to two digits, for which these are plenty.
    private const int DrawsOfInformation = 20_000;

    private CaseReport() { }

    /// <summary>The figures at base.</summary>
    public required SroiResult Result { get; init; }

    /// <summary>The draws of every uncertain parameter.</summary>
    public required SimulationResult Draws { get; init; }

    /// <summary>The limitations, most serious first.</summary>
    public required ImmutableArray<Warning> Limitations { get; init; }

    /// <summary>The effect of the variant and the overlays; null if there are none.</summary>
    public required Comparison? Changes { get; init; }

    /// <summary>How far each parameter moves the net present value; null if nothing is valued or nothing varies.</summary>
    public required Tornado? Tornado { get; init; }

    /// <summary>The switching value of each parameter; null if nothing is valued.</summary>
    public required SwitchingValues? Switching { get; init; }

    /// <summary>The choice against doing nothing; null if nothing is valued or nothing varies.</summary>
    public required Decision? Decision { get; init; }

    /// <summary>The report of a case.</summary>
    /// <param name="social">The case.</param>
    /// <param name="draws">How many draws, at least <see cref="LeastDraws"/>.</param>
    /// <param name="seed">Their seed.</param>
    /// <param name="unchanged">The case without its variant and overlays, to show their effect; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer draws than a report takes.</exception>
    public static CaseReport Of(SocialReturn social, int draws, ulong seed, SocialReturn? unchanged = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, LeastDraws);
        PrivateValues.Refuse(social.Scenario.Parameters.Values, "a report, which shows every parameter with its source");
        SroiResult result = SroiResult.Of(social);
        SimulationResult simulation = (Simulation.Of(social, draws, seed) with { Breakdown = Breakdown.Everything }).Run();
        TargetFigure? figure = result.ValuesAnything ? TargetFigure.NetPresentValue(social) : null;
        bool varies = simulation.NetPresentValue is { } net && net.Smallest < net.Largest;
        return new()
        {
            Result = result,
            Draws = simulation,
            Limitations = Assurer.Check(result, simulation),
            Changes = unchanged is null ? null : Comparison.Of(SroiResult.Of(unchanged), result),
            Tornado = figure is not null && varies ? Tornado.Of(figure) : null,
            Switching = figure is null ? null : SwitchingValues.Of(figure),
            Decision = varies ? Decision.Between([new(social.Scenario.Id, social)], Math.Min(draws, DrawsOfInformation), seed) : null,
        };
    }

    /// <summary>The report as a self-contained HTML document.</summary>
    public string ToDocument() =>
        HtmlDocument.Write(Scenario.Title, $"<main>\n{PageHtml.Of(ToPage().Blocks)}</main>\n", ReportStyle.Of(Scenario.Title));

    /// <summary>The report as a page: its blocks, which every medium can write.</summary>
    public Page ToPage() => new([.. ReportFront.Of(this).Blocks, .. ReportAnnex.Of(this).Blocks]);

    internal Scenario Scenario => Result.Scenario;

    /// <summary>Whether the ratio means something and varies, so that it has an interval.</summary>
    internal bool HasInterval => Draws.SroiRatio is { Percentiles.IsEmpty: false, Outside: 0 } ratio && ratio.Smallest < ratio.Largest;
}
