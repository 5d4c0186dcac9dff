using Sroi.Evaluation;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Published;

/// <summary>
/// The switching values of the guide's worked example follow from its formula in closed form. By hand, with v = 1 ÷ 1.035 and the values of one year:
/// A&amp;E 7 × 94 × 0.95 = 625.10; assessment 7 × 4,964 × 0.95 = 33,010.60; care 7 × 7,220 × 0.95 = 48,013; sessions 90 × 19 × 0.90 = 1,539;
/// clubs 16 × 48.25 × 0.90 × 0.65 = 451.62; meals 0; volunteers 4 × 162.50 × 0.30 × 0.90 = 175.50; shopping 275 × (−5) × 0.95 = −1,306.25.
/// Present value 81,741.93, inputs 24,375 + 18,000 = 42,375, net 39,366.93.
/// </summary>
public class WheelsToMealsSwitchingTests
{
    private const double V = 1 / 1.035;
    private const double Inputs = 24_375 + 18_000;

    // Sessions last five years and lose 10 % a year, shopping three and 5 %; everything else lasts one year, or is lost.
    private static readonly double Sessions = Stream(1_539, 0.90, 5);
    private static readonly double Shopping = Stream(-1_306.25, 0.95, 3);
    private static readonly double PresentValue = ((625.10 + 33_010.60 + 48_013 + 451.62 + 175.50) * V) + Sessions + Shopping;
    private static readonly double Net = PresentValue - Inputs;

    private static readonly SocialReturn Social = UncertainCases.Shipped("wheels_to_meals");

    [Fact]
    public void By_hand_it_is_the_published_case()
    {
        Assert.Equal(81_741.93, PresentValue, 0.005);
        Assert.Equal(39_366.93, Net, 0.005);
    }

    // A week of care brings 7 stays × 5 weeks × 0.95 × v = £32.13 a pound; 39,366.93 ÷ 32.13 = 1,225.41 pounds less: £218.59.
    [Fact]
    public void A_proxy() => IsAt("continuing_care_week", 1_444 - (Net / (7 * 5 * 0.95 * V)), isPossible: true);

    // The contract is paid at the start: what is left may be spent on it, 24,375 + 39,366.93 = £63,741.93.
    [Fact]
    public void An_input() => IsAt("contract", 24_375 + Net, isPossible: true);

    // Volunteers' time is worth 4 × 3 × 5 × 50 = 3,000 hours × £6; 18,000 + 39,366.93 over 3,000 hours is £19.12.
    [Fact]
    public void A_price_of_an_input_in_kind() => IsAt("volunteer_hour", (18_000 + Net) / 3_000, isPossible: true);

    // An assessment avoided brings 4,964 × 0.95 × v = £4,556.33: 8.64 fewer than 7, which is less than none.
    [Fact]
    public void A_quantity_that_cannot_be() => IsAt("fewer_falls_assessment_quantity", 7 - (Net / (4_964 * 0.95 * V)), isPossible: false);

    // Care is worth 7 × 7,220 × v × (1 − a); it must bring 48,013 v − 39,366.93, so 1 − a = 0.95 − 39,366.93 ÷ (50,540 v): a = 85.6 %.
    [Fact]
    public void An_attribution() => IsAt("fewer_falls_continuing_care_attribution", 1 - (0.95 - (Net / (7 * 7_220 * V))), isPossible: true);

    // 1 − d = 0.30 − 39,366.93 ÷ (4 × 162.50 × 0.90 v) is far below zero: d = 7,035 %.
    [Fact]
    public void A_deadweight_that_cannot_be() =>
        IsAt("healthier_volunteers_deadweight", 1 - (0.30 - (Net / (4 * 162.50 * 0.90 * V))), isPossible: false);

    // Meals are worth nothing at a deadweight of 100 %, whatever their number and price.
    [Theory]
    [InlineData("nutritious_meals_quantity")]
    [InlineData("nutritious_meals_value")]
    [InlineData("practice_nurse_sessions_drop_off")]
    [InlineData("neighbourly_shopping_drop_off")]
    public void None(string input)
    {
        SwitchingValue row = SwitchingValues.Of(TargetFigure.NetPresentValue(Social), input);
        Assert.Equal((null, SwitchingMethod.None, false), (row.Value, row.Method, row.WithinSupport));
    }

    // For £1.50 : £1 inputs may be 81,741.93 ÷ 1.5 = 54,494.62, of which 36,494.62 for the contract.
    [Fact]
    public void A_contract_for_another_ratio()
    {
        SwitchingValue row = SwitchingValues.Of(TargetFigure.Ratio(Social, 1.5), "contract");
        Assert.Equal((PresentValue / 1.5) - 18_000, row.Value!.Value, 1e-6);
        Assert.Equal(SwitchingMethod.ClosedForm, row.Method);
    }

    // The ratio that the case has where sessions lose 25 % a year: to reach it, they must lose 25 % a year. The formula has powers of it: it is searched.
    [Fact]
    public void A_drop_off_is_searched()
    {
        double ratio = (PresentValue - Sessions + Stream(1_539, 0.75, 5)) / Inputs;
        SwitchingValue row = SwitchingValues.Of(TargetFigure.Ratio(Social, ratio), "practice_nurse_sessions_drop_off");
        Assert.Equal(0.25, row.Value!.Value, 1e-9);
        Assert.Equal((SwitchingMethod.Search, true, false), (row.Method, row.WithinSupport, row.Raises));
    }

    // Each cell of the value map by itself: care's proxy 7,220 − 39,366.93 ÷ (7 × 0.95 v) = £1,092.93, its deadweight and displacement, both 0,
    // 39,366.93 ÷ (48,013 v) = 84.9 %.
    [Fact]
    public void Cells_of_the_value_map()
    {
        ValueMapCell[] care = [.. Cells("fewer_falls_continuing_care")];
        Assert.Equal(Enum.GetValues<ValueMapColumn>(), care.Select(cell => cell.Column));
        Assert.Equal(7 * (1 - (Net / (48_013 * V))), care[0].Switching.Value!.Value, 1e-9);
        Assert.Equal(7_220 - (Net / (7 * 0.95 * V)), care[1].Switching.Value!.Value, 1e-8);
        Assert.Equal(Net / (48_013 * V), care[2].Switching.Value!.Value, 1e-9);
        Assert.Equal(Net / (48_013 * V), care[3].Switching.Value!.Value, 1e-9);
        Assert.Equal(1 - (0.95 - (Net / (7 * 7_220 * V))), care[4].Switching.Value!.Value, 1e-9);
        Assert.Null(care[5].Switching.Value);
    }

    // Meals would have to be a loss: 476 × (1 − d) × (v + v²) = −39,366.93.
    [Fact]
    public void The_outcome_that_would_have_happened_anyway()
    {
        ValueMapCell[] meals = [.. Cells("nutritious_meals")];
        Assert.Null(meals[0].Switching.Value);
        Assert.Null(meals[1].Switching.Value);
        Assert.Equal(1 + (Net / (476 * (V + (V * V)))), meals[2].Switching.Value!.Value, 1e-9);
        Assert.False(meals[2].Switching.WithinSupport);
    }

    private static IEnumerable<ValueMapCell> Cells(string outcome) => ValueMapSwitching.Of(Social).Cells.Where(cell => cell.Outcome == outcome);

    private static void IsAt(string input, double value, bool isPossible)
    {
        SwitchingValue row = SwitchingValues.Of(TargetFigure.NetPresentValue(Social), input);
        Assert.Equal(value, row.Value!.Value, 1e-9 * Math.Max(1, Math.Abs(value)));
        Assert.Equal((SwitchingMethod.ClosedForm, isPossible), (row.Method, row.WithinSupport));
        Assert.Null(row.ProbabilityBeyond);
    }

    // The present value of a stream that begins in year 1.
    private static double Stream(double first, double kept, int years) =>
        Enumerable.Range(0, years).Sum(year => first * Math.Pow(kept, year) * Math.Pow(V, year + 1));
}
