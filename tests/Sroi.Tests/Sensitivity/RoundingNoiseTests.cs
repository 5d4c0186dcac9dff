using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Sensitivity;

/// <summary>What cancels on paper is rounding noise in the draws: it is no spread, no chance, no bar and no worth.</summary>
public class RoundingNoiseTests
{
    private const int Draws = 5_000;

    private static readonly Formula A = Plain("a", new Distribution.Normal(0, 0.3));
    private static readonly Formula B = Plain("b", new Distribution.LogNormal(4, 0.7));

    // Each of three shares is worth £100 to each of ten people, against £1,000.
    private static readonly SocialReturn Shares = Of(1_000, [.. Parts().Select(share => share * Formula.Number(1_000))]);

    // Two costs avoided that rise as the other falls.
    private static readonly SocialReturn Opposed = Of(
        200,
        new Correlation(["case.x", "case.y"], -1, IsKendall: false, Why: null),
        Plain("x", new Distribution.Normal(100, 20)),
        Plain("y", new Distribution.Normal(100, 20))
    );

    // (a + b) − a − b is not zero in every draw.
    private static readonly SocialReturn Undone = Of(0, (A + B) - A - B);

    public static TheoryData<string> Cancelling => ["shares", "opposed", "undone"];

    private static SocialReturn Case(string name) =>
        name switch
        {
            "shares" => Shares,
            "opposed" => Opposed,
            _ => Undone,
        };

    [Theory]
    [MemberData(nameof(Cancelling))]
    public void It_is_no_uncertainty_of_a_simulation(string name)
    {
        foreach (Sampling sampling in Enum.GetValues<Sampling>())
        {
            SimulationResult drawn = (Simulation.Of(Case(name), 8_192, 1) with { Sampling = sampling, Keep = Kept.Outputs }).Run();
            FigureSummary npv = drawn.NetPresentValue!;
            Assert.Equal(new Estimate(0, 0), npv.Mean);
            Assert.Equal(new Estimate(0, 0), npv.StandardDeviation);
            Assert.Equal(new Estimate(0, 0), drawn.ProbabilityNpvPositive);
            Assert.All(npv.Percentiles, percentile => Assert.Equal((0, 0), (percentile.Value, percentile.StandardError)));
            Assert.Equal((0, 1), (npv.ProbabilityOfAtLeast(1e-6), npv.ProbabilityOfAtLeast(0)));
            Assert.Empty(npv.Histogram(10));
        }
    }

    [Fact]
    public void A_ratio_of_one_is_not_above_one()
    {
        SimulationResult drawn = Simulation.Of(Shares, Draws, 1).Run();
        Assert.Equal(new Estimate(0, 0), drawn.ProbabilityRatioAboveOne);
        Assert.Equal(1, drawn.RatioOfMeans!.Value, 1e-14);
        Assert.Equal(1_000, drawn.PresentValueBenefits.Mean!.Value, 1e-11);
        Assert.Equal((0, 0), (drawn.RatioOfMeans.StandardError, drawn.PresentValueBenefits.StandardDeviation!.Value));
    }

    [Theory]
    [MemberData(nameof(Cancelling))]
    public void It_is_no_variance_to_be_shared_out(string name)
    {
        TargetFigure npv = SensitivityCases.Npv(Case(name));
        Assert.Contains("the same value in every draw", Assert.Throws<SensitivityException>(() => ShapleyEffects.Of(npv, 1)).Message);
    }

    [Theory]
    [InlineData("shares")]
    [InlineData("undone")]
    public void It_is_no_variance_of_sobol_indices_and_no_effect_of_a_screening(string name)
    {
        TargetFigure npv = SensitivityCases.Npv(Case(name));
        Assert.Contains("the same value in every draw", Assert.Throws<SensitivityException>(() => SobolIndices.Of(npv, 1)).Message);
        Assert.All(Screening.Of(npv, 1).Effects, row => Assert.Equal(0, row.MeanSize.Value));
    }

    [Theory]
    [InlineData("shares")]
    [InlineData("undone")]
    public void It_is_no_bar_and_no_switching_value(string name)
    {
        TargetFigure npv = SensitivityCases.Npv(Case(name));
        Assert.All(
            Tornado.Of(npv).Bars,
            bar => Assert.Equal((0, TornadoDirection.None, false, null), (bar.Swing, bar.Direction, bar.Flips, bar.Switching.Value))
        );
        Assert.All(
            SwitchingValues.Of(npv).Values.Where(row => row.Parameter.IsUncertain),
            row => Assert.Equal((null, 0, null), (row.Value, row.All.Length, row.Raises))
        );
    }

    [Theory]
    [MemberData(nameof(Cancelling))]
    public void It_is_worth_nothing_to_know(string name)
    {
        Decision decision = SensitivityCases.Decide(Case(name), Draws);
        Evpi evpi = Evpi.Of(decision);
        Assert.Equal((new Estimate(0, 0), new Estimate(0, 0)), (evpi.Value, evpi.ProbabilityBestNowIsWrong));
        Assert.All(Evppi.Of(decision), row => Assert.Equal((0, 0), (row.Value.Value, row.ShareOfEvpi)));
        Assert.All(evpi.Alternatives, one => Assert.Equal(0.5, one.ProbabilityBest.Value));
    }

    [Fact]
    public void It_is_no_chance_of_an_acceptability_curve()
    {
        AcceptabilityCurve curve = AcceptabilityCurve.Of(SensitivityCases.Decide(Shares, Draws), [1]);
        Assert.Equal(new Estimate(0, 0), curve.Options[0].ProbabilityNpvPositive);
        AcceptabilityOfOption[] all = [.. curve.Points[0].Alternatives];
        Assert.Equal([0.5, 0.5], all.Select(one => one.ProbabilityBest.Value));
        Assert.Equal(1, all[1].ProbabilityReached!.Value);
    }

    // The same shares added in another order: not one draw in which one of the two is better.
    [Fact]
    public void Options_that_differ_by_it_are_equally_good()
    {
        Decision decision = Decision.Between([new("one", Of(900, Thousand(0, 1, 2))), new("other", Of(900, Thousand(2, 0, 1)))], Draws, 1);
        OptionComparison compared = OptionComparison.Of(decision);
        Assert.Equal((0, 0), (compared.Increments[0].ProbabilityBetter.Value, compared.Increments[0].NetPresentValue.Mean!.Value));
        Assert.Equal([0, 0.5, 0.5], compared.Alternatives.Select(one => one.ProbabilityBest.Value));
        Assert.Equal(FrontierStanding.NotToldApart, compared.Frontier[^1].Standing);
    }

    [Fact]
    public void It_is_no_chance_of_a_subgroup()
    {
        Subgroups groups = Subgroups.Of(Undone, Draws, 1);
        Assert.All(groups.Rows, row => Assert.Equal(new Estimate(0, 0), row.ProbabilityNetPositive));
        DrawnFigure net = groups.Unweighted.NetPresentValue;
        Assert.Equal((0, 0, 0), (net.Mean!.Value, net.Low, net.High));
    }

    [Fact]
    public void A_grid_of_it_is_at_the_threshold_and_has_no_line()
    {
        TwoWay grid = TwoWay.Of(SensitivityCases.Npv(Undone), "a", "b", steps: 5);
        Assert.All(grid.Cells, row => Assert.All(row, cell => Assert.Equal(0, cell)));
        Assert.All(grid.BreakEven, point => Assert.Null(point.Down));
    }

    // In three draws of ten the value is £500 more; in the others it is nothing but noise.
    [Fact]
    public void Noise_beside_real_differences_is_not_above_the_threshold()
    {
        SocialReturn social = Of(0, (A + B) - A - B + (Formula)Plain("gain", new Distribution.Discrete([0, 500], [0.7, 0.3])));
        SimulationResult drawn = Simulation.Of(social, 100_000, 1).Run();
        Assert.InRange(drawn.ProbabilityNpvPositive!.Value, 0.295, 0.305);
        Assert.InRange(ComparedOf(social), 0.29, 0.31);
    }

    // 1,000 and the next double after it.
    [Fact]
    public void The_last_bit_of_a_number_changes_nothing()
    {
        SroiResult before = SroiResult.Of(Of(100, Plain("gift", new Distribution.Fixed(1_000)))),
            after = SroiResult.Of(Of(100, Plain("gift", new Distribution.Fixed(Math.BitIncrement(1_000)))));
        ChangedNumber change = Assert.Single(Comparison.Of(before, after).Changes);
        Assert.Equal((0, 0), (change.EffectOnNetPresentValue, change.EffectOnRatio));
    }

    // A lognormal of σ = 6 has its mean, the base value, seven powers of ten above its median; the draws are not noise beside it.
    [Fact]
    public void Base_values_far_out_in_a_tail_drown_no_draws()
    {
        SocialReturn social = Of(1, Plain("tail", new Distribution.LogNormal(0, 6)));
        Assert.InRange(Simulation.Of(social, 100_000, 1).Run().ProbabilityNpvPositive!.Value, 0.49, 0.51);
    }

    private static double ComparedOf(SocialReturn social) =>
        OptionComparison.Of(SensitivityCases.Decide(social, 10_000)).Options[0].ProbabilityNpvPositive.Value;

    private static Formula[] Thousand(params int[] order)
    {
        Formula[] parts = [.. Parts().Select(share => share * Formula.Number(1_000))];
        return [.. order.Select(part => parts[part])];
    }

    private static IEnumerable<Formula> Parts()
    {
        Parameter[] weights =
        [
            .. new[] { 1.0, 4, 6 }.Select((count, i) => Plain($"mix.{i}", new Distribution.Gamma(count, 1)) with { WeightOf = "case.mix" }),
        ];
        Formula sum = Formula.Total(weights.Select(weight => (Formula)weight), Unit.None);
        return weights.Select(weight => (Formula)weight / sum);
    }

    private static Parameter Plain(string name, Distribution distribution) => SensitivityCases.Plain(name, distribution);

    private static SocialReturn Of(double cost, params Formula[] worth) => Of(cost, correlation: null, worth);

    private static SocialReturn Of(double cost, Correlation? correlation, params Formula[] worth)
    {
        ImmutableArray<Outcome> outcomes =
        [
            .. worth.Select(
                (formula, i) =>
                    Cases.Outcome(years: 1) with
                    {
                        Id = $"outcome_{i}",
                        Quantity = formula,
                        Proxy = new(Cases.Money("pound", 1, "GBP"), [new(Cases.Members, Share.Of(1))], BenefitKind.Economic, Share.Of(0)),
                        Deadweight = Share.Of(0),
                        Displacement = Share.Of(0),
                        Attribution = Share.Of(0),
                        DropOff = Share.Of(0),
                    }
            ),
        ];
        return SocialReturn.Of(
            Cases.Of(outcomes, [Cases.Input(cost)], rate: 0) with
            {
                Parameters = worth
                    .SelectMany(formula => formula.Parameters())
                    .DistinctBy(p => p.Id)
                    .ToImmutableSortedDictionary(p => p.Id, p => p, StringComparer.Ordinal),
                Correlations = correlation is null ? [] : [correlation],
            }
        );
    }
}
