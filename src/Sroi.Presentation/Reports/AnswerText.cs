using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Reports;

/// <summary>The answer of a case in plain words: never the ratio alone, always with its interval and its gravest weak spot.</summary>
internal static class AnswerText
{
    public static string Answer(CaseReport report)
    {
        SroiResult result = report.Result;
        return !result.ValuesAnything ? NothingValued(report)
            : result.SroiRatio is { } ratio ? $"{Ratio(report, ratio)} {Left(report)}"
            : $"The service costs no more than what it is held against, so that a ratio would mean nothing; it is judged by what is left. {Left(report)}";
    }

    /// <summary>The gravest weak spot; a reminder where none was found.</summary>
    public static string Caveat(CaseReport report) =>
        report.WeakSpots.FirstOrDefault() is { } gravest
            ? $"Read it with its gravest weak spot: {gravest.Message}"
            : "No check found a weak spot; that does not make the evidence strong. Read where each number comes from below.";

    public static string Name(Severity severity) =>
        severity switch
        {
            Severity.Serious => "Serious",
            Severity.Weakness => "Weakness",
            _ => "Notice",
        };

    private static string NothingValued(CaseReport report)
    {
        SroiResult result = report.Result;
        string person = result.CostPerPerson is { } cost ? $", {Figures.Pounds(cost)} for each person served" : "";
        string drawn =
            report.Draws.PresentValueInputs is { Percentiles.IsEmpty: false } inputs && inputs.Smallest < inputs.Largest
                ? $"; in 95 of 100 draws of its uncertain numbers between {Percentile(inputs, 0.025)} and {Percentile(inputs, 0.975)}"
                : "";
        return $"Nothing that changes could honestly be valued, so there is no ratio and no net present value. The service costs {Figures.Pounds(result.PresentValueInputs)}{person}{drawn}. What it changes is listed below in words.";
    }

    private static string Ratio(CaseReport report, double ratio)
    {
        string atBase = $"At base-case values each £1 put in returns {Figures.Pounds(ratio)} of value";
        if (!report.HasInterval)
        {
            return report.Draws.Parameters.IsEmpty
                    ? $"{atBase}. No number of this case has a spread: this is one figure, and nothing here says how sure it is."
                : report.Draws.SroiRatio is { Percentiles.IsEmpty: false, Outside: 0 }
                    ? $"{atBase}. No number with a spread moves it, so nothing here says how sure it is."
                : $"{atBase}. Over the draws the ratio has no interval, since the inputs are not above zero in all of them; read what is left instead.";
        }

        FigureSummary drawn = report.Draws.SroiRatio!;
        string chance = report.Draws.ProbabilityRatioAboveOne is { } above
            ? $", and in {AnalysisText.Chance(above)} of the draws it is more than £1"
            : "";
        return $"{atBase}. With every uncertain number varied at once it lies, in 95 of 100 draws, between {Percentile(drawn, 0.025)} and {Percentile(drawn, 0.975)}{chance}.";
    }

    private static string Left(CaseReport report)
    {
        string atBase = $"When the inputs are paid, {Figures.Pounds(report.Result.NetPresentValue!.Value)} is left";
        return report.Draws.NetPresentValue is { Percentiles.IsEmpty: false } net && net.Smallest < net.Largest
            ? $"{atBase}; in 95 of 100 draws between {Percentile(net, 0.025)} and {Percentile(net, 0.975)}."
            : $"{atBase}.";
    }

    private static string Percentile(FigureSummary figure, double p) =>
        Figures.Pounds(figure.Percentile(p).Value, figure.Percentile(p).StandardError);
}
