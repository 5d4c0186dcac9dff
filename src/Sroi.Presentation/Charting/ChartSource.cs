using System.Globalization;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity.Decisions;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Presentation.Charting;

/// <summary>The line below a chart: which case, in which frame, from which draws.</summary>
internal static class ChartSource
{
    public static string Of(SocialReturn social) =>
        $"Source: {social.Scenario.Title}{AnalysisText.Overlaid(social)}; {ComparedFigures.FrameOf(social.Scenario.Appraisal)}. Base-case values.";

    public static string Of(SimulationResult draws) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{WithoutBase(Of(draws.Simulation.SocialReturn))} {draws.Draws:N0} draws, seed {draws.Simulation.Seed}, {draws.Simulation.Sampling.Name}."
        );

    public static string Of(Decision decision) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Source: {Cases(decision)}; {Frame(decision)}. {decision.Draws:N0} draws on common random numbers, seed {decision.Seed}."
        );

    /// <summary>The unit of an axis of money.</summary>
    public static string Pounds(Appraisal appraisal, string what) => $"{what} (GBP, {appraisal.PriceYear} prices)";

    // Several options are named where they are drawn.
    private static string Cases(Decision decision) =>
        decision.Options is [var only]
            ? only.SocialReturn.Scenario.Title + AnalysisText.Overlaid(only.SocialReturn)
            : string.Join("; ", decision.Options.Select(o => o.SocialReturn.Scenario.Title).Distinct());

    private static string Frame(Decision decision)
    {
        string[] frames = [.. decision.Options.Select(o => ComparedFigures.FrameOf(o.SocialReturn.Scenario.Appraisal)).Distinct()];
        return frames.Length == 1 ? frames[0] : "not all measured alike";
    }

    private static string WithoutBase(string source) => source[..source.LastIndexOf(" Base-case", StringComparison.Ordinal)];
}
