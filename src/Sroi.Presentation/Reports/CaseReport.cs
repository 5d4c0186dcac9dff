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

/// <summary>A business case to hand over: the question, the answer with its uncertainty and its weak spots, and everything that it rests on.</summary>
public sealed record CaseReport
{
    /// <summary>The fewest draws that a report takes.</summary>
    public const int LeastDraws = Evppi.LeastDraws;

    // What a number is worth to know is told to two digits, for which these are plenty.
    private const int DrawsOfInformation = 20_000;

    private CaseReport() { }

    /// <summary>The figures at base.</summary>
    public required SroiResult Result { get; init; }

    /// <summary>The draws of every uncertain number.</summary>
    public required SimulationResult Draws { get; init; }

    /// <summary>The weak spots, gravest first.</summary>
    public required ImmutableArray<Warning> WeakSpots { get; init; }

    /// <summary>What the variant and the overlays did; null where there are none.</summary>
    public required Comparison? Changes { get; init; }

    /// <summary>What moves the net present value; null where nothing is valued.</summary>
    public required Tornado? Tornado { get; init; }

    /// <summary>What each number would have to be for the decision to turn; null where nothing is valued.</summary>
    public required SwitchingValues? Switching { get; init; }

    /// <summary>The choice against doing nothing; null where nothing is valued or nothing varies.</summary>
    public required Decision? Decision { get; init; }

    /// <summary>The report of a case.</summary>
    /// <param name="social">The case.</param>
    /// <param name="draws">How many draws, at least <see cref="LeastDraws"/>.</param>
    /// <param name="seed">Their seed.</param>
    /// <param name="unchanged">The case without its variant and overlays, to say what they did; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer draws than a report takes.</exception>
    public static CaseReport Of(SocialReturn social, int draws, ulong seed, SocialReturn? unchanged = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, LeastDraws);
        PrivateValues.Refuse(social.Scenario.Parameters.Values, "a report, which shows every number with its source");
        SroiResult result = SroiResult.Of(social);
        SimulationResult simulation = (Simulation.Of(social, draws, seed) with { Breakdown = Breakdown.Everything }).Run();
        TargetFigure? figure = result.ValuesAnything ? TargetFigure.NetPresentValue(social) : null;
        bool varies = simulation.NetPresentValue is { } net && net.Smallest < net.Largest;
        return new()
        {
            Result = result,
            Draws = simulation,
            WeakSpots = Assurer.Check(result, simulation),
            Changes = unchanged is null ? null : Comparison.Of(SroiResult.Of(unchanged), result),
            Tornado = figure is not null && varies ? Tornado.Of(figure) : null,
            Switching = figure is null ? null : SwitchingValues.Of(figure),
            Decision = varies ? Decision.Between([new(social.Scenario.Id, social)], Math.Min(draws, DrawsOfInformation), seed) : null,
        };
    }

    /// <summary>The report as a document of HTML that needs nothing else.</summary>
    public string ToDocument()
    {
        Page sections = CaseReportBlocks.Sections(this);
        string title = PageHtml.Text(Scenario.Title),
            contents = string.Concat(
                sections
                    .Blocks.OfType<PageBlock.Heading>()
                    .Where(heading => heading.Section is not null)
                    .Select(heading => $"<li><a href=\"#{heading.Section}\">{PageHtml.Text(heading.Text)}</a></li>\n")
            );
        return HtmlDocument.Write(
            Scenario.Title,
            $"<main>\n<h1>{title}</h1>\n{PageHtml.Of(CaseReportBlocks.Opening(this).Blocks)}<nav aria-label=\"Contents\"><ul>\n{contents}</ul></nav>\n{PageHtml.Of(sections.Blocks)}</main>\n"
        );
    }

    /// <summary>The report as a page: its blocks, which every medium can write.</summary>
    public Page ToPage() =>
        new([new PageBlock.Line(Scenario.Title, Tone.Strong), .. CaseReportBlocks.Opening(this).Blocks, .. CaseReportBlocks.Sections(this).Blocks]);

    internal Scenario Scenario => Result.Scenario;

    /// <summary>Whether the ratio means something and varies, so that it has an interval.</summary>
    internal bool HasInterval => Draws.SroiRatio is { Percentiles.IsEmpty: false, Outside: 0 } ratio && ratio.Smallest < ratio.Largest;
}
