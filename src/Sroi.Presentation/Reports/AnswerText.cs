using System.Globalization;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Reports;

/// <summary>The answer of a case in plain words: never the ratio alone, always with its interval or the reason why it has none.</summary>
internal static class AnswerText
{
    private const double Rare = 0.001,
        Seldom = 0.01;

    public static string Answer(CaseReport report)
    {
        SroiResult result = report.Result;
        return !result.ValuesAnything ? NothingValued(report)
            : result.SroiRatio is { } ratio ? $"{Ratio(report, ratio)} {Net(report)}"
            : $"The service costs no more than what it is compared with, so a ratio has no meaning and the net present value decides. {Net(report)}";
    }

    /// <summary>An amount for each pound: <c>15p</c>, <c>£1.05</c>.</summary>
    public static string Pence(double amount, double error)
    {
        double digit = error > 0 ? Math.Clamp(Math.Pow(10, Math.Ceiling(Math.Log10(error))), 0.01, 0.1) : 0.01,
            pence = Math.Round(amount / digit) * digit * 100;
        return Math.Abs(pence) >= 99.5 ? Figures.Pounds(amount, error)
            : Math.Round(pence) < 0 ? $"−{Digits(-pence)}p"
            : $"{Digits(Math.Abs(pence))}p";
    }

    /// <summary>An end of the interval of a ratio.</summary>
    public static string Pence(FigureSummary ratio, double p) => Pence(ratio.Percentile(p).Value, ratio.Percentile(p).StandardError);

    /// <summary>A number of years in words: <c>1 year</c>, <c>3 years</c>.</summary>
    public static string Years(CaseReport report)
    {
        int years = report.Scenario.Appraisal.Years;
        return string.Create(CultureInfo.InvariantCulture, $"{years} {(years == 1 ? "year" : "years")}");
    }

    private static string NothingValued(CaseReport report)
    {
        SroiResult result = report.Result;
        if (!Cells.HasFigures(result))
        {
            return "No cost is stated and no outcome could be valued, so there is no ratio and no net present value. The changes that were identified are listed below in words.";
        }

        string person = result.CostPerPerson is { } cost ? $", {Figures.Pounds(cost)} for each person served" : "";
        string drawn =
            report.Draws.PresentValueInputs is { Percentiles.IsEmpty: false } inputs && inputs.Smallest < inputs.Largest
                ? $"; allowing for uncertainty, between {Percentile(inputs, 0.025)} and {Percentile(inputs, 0.975)} in 95 of 100 draws"
                : "";
        return $"No outcome could be valued, so there is no ratio and no net present value. The service costs {Figures.Pounds(result.PresentValueInputs)}{person}{drawn}. Its outcomes are listed below in words.";
    }

    private static string Ratio(CaseReport report, double ratio)
    {
        string atBase = $"Each £1 invested brings back about {Pence(ratio, 0)} of value that could be counted";
        if (!report.HasInterval)
        {
            return report.Draws.Parameters.IsEmpty
                    ? $"{atBase}. This is a single figure: no parameter of the case has a spread, so its uncertainty is not known."
                : report.Draws.SroiRatio is { Percentiles.IsEmpty: false, Outside: 0 }
                    ? $"{atBase}. No parameter with a spread affects it, so its uncertainty is not known."
                : $"{atBase}. The ratio has no interval, because in some draws the inputs are not above zero; the net present value is the better guide.";
        }

        FigureSummary drawn = report.Draws.SroiRatio!;
        string chance = report.Draws.ProbabilityRatioAboveOne is { } above ? $", and exceeds £1 in {Chance(above.Value)}" : "";
        return $"{atBase}. Allowing for uncertainty, it lies between {Pence(drawn, 0.025)} and {Pence(drawn, 0.975)} in 95 of 100 draws{chance}.";
    }

    // A share of the draws as people say it.
    private static string Chance(double chance) =>
        chance <= 0 ? "none of them"
        : chance >= 1 ? "all of them"
        : chance < Rare ? "fewer than 1 in 1,000"
        : chance < Seldom ? "fewer than 1 in 100"
        : chance > 1 - Seldom ? "more than 99 of 100"
        : $"about {Digits(chance * 100)} of 100";

    private static string Net(CaseReport report)
    {
        double net = report.Result.NetPresentValue!.Value;
        string atBase =
            net >= 0
                ? $"Over {Years(report)} the value that could be counted exceeds the cost by {Figures.Pounds(net)}"
                : $"Over {Years(report)} the cost exceeds the value that could be counted by {Figures.Pounds(-net)}";
        return report.Draws.NetPresentValue is { Percentiles.IsEmpty: false } drawn && drawn.Smallest < drawn.Largest
            ? $"{atBase}; the net present value lies between {Percentile(drawn, 0.025)} and {Percentile(drawn, 0.975)} in 95 of 100 draws."
            : $"{atBase}.";
    }

    private static string Percentile(FigureSummary figure, double p) =>
        Figures.Pounds(figure.Percentile(p).Value, figure.Percentile(p).StandardError);

    private static string Digits(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
