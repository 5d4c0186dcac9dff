using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Evaluation;

/// <summary>
/// One scenario with cohorts, a late start, fractional durations, usual care, inputs in kind, transfers, weights, optimism, two price years and two
/// discount rates. The expected figures were computed apart from this library, from the formulas beside them.
/// </summary>
/// <remarks>
/// Mid-year factors: m(0) = 1, m(t) = 1.035^-(t - ½), h(t) = 1.015^-(t - ½). £10,000 of 2019 is 10,000 × 100 ÷ (78.7948 ÷ 4 + 80.8738 × ¾), £15,253 of 2023
/// 15,253 × 100 ÷ (91.2996 ÷ 4 + 96.1117 × ¾).
/// </remarks>
public class EverythingAtOnceTests
{
    // Twelve significant digits: both sides add the same few terms in double precision.
    private const double Relative = 1e-12;

    private static readonly SroiResult Result = SroiResult.Of(
        ParameterLibrary.Open(TestFolder.Parameters).Scenario(Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "Evaluation", "everything.yaml"))
    );

    [Theory]
    // a = 50 × 2 × 280.17 × 0.8 × 0.95 × 0.9 × 0.85 (grade 4 cuts 15 %); years 2: a, 3: a + 0.7a, 4: 0.7a + 0.5 × 0.49a
    [InlineData("ae", 54526.26987920675)]
    // w = 50 × 0.1 × 15,253 of 2023 × 0.8 × 0.9 (grade 3 cuts 10 %); years 1: w, 2: w ÷ 2; health rates
    [InlineData("wb", 85716.6974976834)]
    // j = 5 × 15,000 × 0.8 × 0.95 (grade 2 cuts 5 %); years 1: j, 2: 0.7j
    [InlineData("work", 93921.2383506509)]
    // −50 × 2 × 280.17 in year 1: usual care with its sign turned
    [InlineData("usual_ae", -27539.20857061169)]
    public void An_outcome_is_worth_what_the_formula_gives(string id, double expected) =>
        Close(expected, Result.Outcomes.Single(o => o.Value.Outcome.Id == id).PresentValue);

    [Theory]
    // 10,000 of 2019 × 1.05 (grade 2 adds 5 %) in years 1 to 3
    [InlineData("running", 37244.62143916339)]
    // 5,000 × (1 + 0.2 × (1 − 0.5)) at the start
    [InlineData("start", 5500)]
    // 200 × 47 in years 1 and 3, grade 1
    [InlineData("time", 17865.050927596054)]
    // −3,000 in years 1 to 4
    [InlineData("usual_care", -11210.415861134126)]
    public void An_input_costs_what_the_formula_gives(string id, double expected) =>
        Close(expected, Result.Inputs.Single(i => i.Value.Input.Id == id).PresentValue);

    [Fact]
    public void The_ratios_stand_side_by_side()
    {
        Close(206624.9971569294, Result.PresentValueBenefits);
        Close(49399.25650562532, Result.PresentValueInputs);
        Close(4.182755202669903, Result.SroiRatio);
        // ÷ (running + usual care), what public bodies put in
        Close(7.936673793929935, Result.PublicValueRatio);
        // (attendances saved + transfers to the Treasury) ÷ (running + usual care)
        Close(2.3235209925469458, Result.FiscalRatio);
        // 40 % of the service's attendances are cash, none of usual care's; transfers are cash
        Close(29280.26424989216, Result.CashableNetPresentValue);
    }

    [Fact]
    public void Transfers_cancel_for_society()
    {
        Close(Result.NetPresentValue!.Value, Result.Ledger.Sum(line => line.Nets));
        Close(Result.Ledger.Sum(line => line.TransfersPaid), Result.Ledger.Sum(line => line.TransfersReceived));
        Assert.True(Result.Ledger.Sum(line => line.TransfersPaid) > 0);
    }

    // A pound to participants counts (30,000 ÷ 15,000)^1.3 = 2^1.3 times; benefits lost by them as well.
    [Fact]
    public void Weighted_figures_stand_beside_the_plain_ones() =>
        Close(420315.0744961076, Result.Weighted![FigureCatalogue.PresentValueBenefits]!.Value);

    [Fact]
    public void What_lies_beyond_the_last_year_is_told() => Close(3990.825531, Result.Outcomes.Sum(o => o.BeyondHorizon));

    [Fact]
    public void Without_the_correction_for_optimism_benefits_are_higher_and_inputs_lower()
    {
        Assert.True(Result.WithoutOptimismCorrection!.PresentValueBenefits > Result.PresentValueBenefits);
        Assert.True(Result.WithoutOptimismCorrection.PresentValueInputs < Result.PresentValueInputs);
        // running without 5 %, the start without 10 %
        Close(37244.62143916339 / 1.05, Result.WithoutOptimismCorrection.Inputs.Single(i => i.Value.Input.Id == "running").PresentValue);
        Close(5000, Result.WithoutOptimismCorrection.Inputs.Single(i => i.Value.Input.Id == "start").PresentValue);
    }

    private static void Close(double expected, double? actual) => Assert.Equal(expected, actual!.Value, tolerance: Relative * Math.Abs(expected));
}
