using System.Collections.Immutable;
using System.Globalization;
using Sroi.Evaluation;
using Sroi.Uncertainty;

namespace Sroi.Batch.Results;

/// <summary>The figures that are kept of each run: those of the JSON of a result, under its names.</summary>
public static class RunColumns
{
    private const string Pounds = "GBP",
        Ratio = "ratio",
        Share = "share";

    /// <summary>The statistics of a distribution, with the endings of their columns; the same for headline figures and outcomes.</summary>
    internal static IEnumerable<(string Ending, string Meaning, Func<FigureSummary, double?> Of)> Statistics { get; } =
    [
        ("mean", "mean", figure => figure.Mean?.Value),
        ("mean_se", "standard error of the mean", figure => figure.Mean?.StandardError),
        ("sd", "standard deviation", figure => figure.StandardDeviation?.Value),
        ("sd_se", "standard error of the standard deviation", figure => figure.StandardDeviation?.StandardError),
        .. FigureSummary.ToldPercentiles.SelectMany(Percentile),
    ];

    /// <summary>The figures at the base values, changes included.</summary>
    public static ImmutableArray<RunColumn> AtBase { get; } =
    [
        Base("present_value_benefits", Pounds, "present value of benefits", result => result.PresentValueBenefits),
        Base("present_value_inputs", Pounds, "present value of inputs", result => result.PresentValueInputs),
        Base("net_present_value", Pounds, "benefits less inputs", result => result.NetPresentValue),
        Base("cashable_net_present_value", Pounds, "cashable fiscal benefits less public cash inputs", result => result.CashableNetPresentValue),
        Base("sroi_ratio", Ratio, "benefits ÷ inputs", result => result.SroiRatio),
        Base("net_sroi_ratio", Ratio, "net present value ÷ inputs", result => result.NetSroiRatio),
        Base("public_value_ratio", Ratio, "all benefits ÷ public inputs", result => result.PublicValueRatio),
        Base("fiscal_ratio", Ratio, "fiscal benefits ÷ public cash inputs", result => result.FiscalRatio),
        Base("payback_months", "month", "the guide's payback, undiscounted", result => result.PaybackMonths),
        Base("payback_years", "year", "until undiscounted benefits reach inputs", result => result.PaybackYears),
        Base("discounted_payback_years", "year", "until discounted benefits reach discounted inputs", result => result.DiscountedPaybackYears),
        Base("people_served", "person", "people served over the appraisal", result => result.PeopleServed),
        Base("cost_per_person", "GBP/person", "present value of inputs ÷ people served", result => result.CostPerPerson),
        Base("break_even_people", "person", "people of one intake at which the net present value is zero", result => result.BreakEvenPeople),
    ];

    /// <summary>The figures over the draws, each with its standard error.</summary>
    public static ImmutableArray<RunColumn> Drawn { get; } =
    [
        .. WithError("ratio_of_means", Ratio, "mean benefits ÷ mean inputs: the expected ratio", draws => draws.RatioOfMeans),
        .. WithError("mean_of_ratios", Ratio, "mean of the draws' ratios", draws => draws.MeanOfRatios),
        .. WithError("probability_ratio_above_1", Share, "share of the draws with a ratio above 1", draws => draws.ProbabilityRatioAboveOne),
        .. WithError(
            "probability_npv_positive",
            Share,
            "share of the draws with a net present value above zero",
            draws => draws.ProbabilityNpvPositive
        ),
        Of("share_inputs_not_positive", Share, "share of the draws with inputs of zero or below", draws => draws.ShareInputsNotPositive),
        .. Distribution("sroi_ratio", Ratio, "SROI ratio", draws => draws.SroiRatio),
        .. Distribution("net_present_value", Pounds, "net present value", draws => draws.NetPresentValue),
        .. Distribution("present_value_benefits", Pounds, "present value of benefits", draws => draws.PresentValueBenefits),
        .. Distribution("present_value_inputs", Pounds, "present value of inputs", draws => draws.PresentValueInputs),
    ];

    /// <summary>All of them, in the order of the table.</summary>
    public static ImmutableArray<RunColumn> All { get; } = [.. AtBase, .. Drawn];

    private static IEnumerable<(string, string, Func<FigureSummary, double?>)> Percentile(double p)
    {
        string percent = (p * 100).ToString("0.#", CultureInfo.InvariantCulture),
            name = "p" + percent.Replace('.', '_');
        PercentileEstimate? At(FigureSummary figure) => figure.Percentiles.FirstOrDefault(one => one.P.Equals(p));
        yield return (name, $"{percent} % of the draws are below it", figure => At(figure)?.Value);
        yield return (name + "_se", $"standard error of {name}", figure => At(figure)?.StandardError);
    }

    private static RunColumn Base(string name, string unit, string meaning, Func<SroiResult, double?> of) =>
        new(name, unit, meaning) { Of = (result, _) => of(result) };

    private static RunColumn Of(string name, string unit, string meaning, Func<SimulationResult, double?> of) =>
        new(name, unit, meaning) { Of = (_, draws) => of(draws) };

    private static IEnumerable<RunColumn> WithError(string name, string unit, string meaning, Func<SimulationResult, Estimate?> of) =>
        [Of(name, unit, meaning, draws => of(draws)?.Value), Of(name + "_se", unit, $"standard error of {name}", draws => of(draws)?.StandardError)];

    private static IEnumerable<RunColumn> Distribution(string name, string unit, string label, Func<SimulationResult, FigureSummary?> of) =>
        Statistics.Select(one => Of($"{name}_{one.Ending}", unit, $"{label}: {one.Meaning}", draws => of(draws) is { } figure ? one.Of(figure) : null));
}
