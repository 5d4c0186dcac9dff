using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Tests.Sensitivity;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Uncertainty;

/// <summary>The draws that are kept of shares that sum to one are the shares, not the weights from which they are made.</summary>
public class DrawnSharesTests
{
    private static readonly SimulationResult Drawn = (
        Simulation.Of(CoachingCase.Shares, 20_000, 3) with
        {
            Keep = Kept.Parameters,
            Breakdown = Breakdown.Outcomes,
        }
    ).Run();

    // Counts 2, 3 and 5: betas of mean 0.2, 0.3 and 0.5 and variance m (1 − m) ÷ 11.
    [Fact]
    public void They_sum_to_one_and_have_their_means_and_spreads()
    {
        Assert.Equal(["case.mix.first", "case.mix.second", "case.mix.third"], Drawn.Parameters);
        Assert.All(Enumerable.Range(0, 20_000), draw => Assert.Equal(1, Drawn.ParameterDraws.Sum(share => share[draw]), 1e-12));
        foreach ((double mean, int i) in new[] { 0.2, 0.3, 0.5 }.Select((mean, i) => (mean, i)))
        {
            double sd = Math.Sqrt(mean * (1 - mean) / 11);
            Assert.InRange((Drawn.ParameterDraws[i].Average() - mean) / (sd / Math.Sqrt(20_000)), -4, 4);
            Assert.InRange(Math.Sqrt(Drawn.ParameterDraws[i].Average(x => (x - mean) * (x - mean))), 0.97 * sd, 1.03 * sd);
        }
    }

    // £100 times the first share and £40 times the second.
    [Fact]
    public void The_figure_of_each_draw_follows_from_them() =>
        Assert.All(
            Enumerable.Range(0, 20_000),
            draw =>
                Assert.Equal((100 * Drawn.ParameterDraws[0][draw]) + (40 * Drawn.ParameterDraws[1][draw]), Drawn.NetPresentValue!.Draws[draw], 1e-9)
        );

    [Fact]
    public void The_table_of_draws_has_the_shares()
    {
        StringWriter text = new();
        SimulationTables.WriteDraws(Drawn, text);
        string[] rows = text.ToString().Split("\r\n");
        Assert.EndsWith(",case.mix.first,case.mix.second,case.mix.third", rows[0]);
        double[] shares = [.. rows[1].Split(',')[^3..].Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(1, shares.Sum(), 1e-12);
    }

    // Two mixes: each sums to one by itself.
    [Fact]
    public void Each_whole_sums_to_one()
    {
        Parameter[] weights =
        [
            .. new[] { ("a.x", 1.0), ("a.y", 2.0), ("b.x", 3.0), ("b.y", 0.5) }.Select(w =>
                SensitivityCases.Plain(w.Item1, new Distribution.Gamma(w.Item2, 1)) with
                {
                    WeightOf = $"case.{w.Item1[0]}",
                }
            ),
        ];
        SimulationResult drawn = (
            Simulation.Of(SensitivityCases.Worth(((Formula)weights[0] / weights[1]) + ((Formula)weights[2] / weights[3])), 2_000, 1) with
            {
                Keep = Kept.Parameters,
            }
        ).Run();
        Assert.All(
            Enumerable.Range(0, 2_000),
            draw =>
            {
                Assert.Equal(1, drawn.ParameterDraws[0][draw] + drawn.ParameterDraws[1][draw], 1e-12);
                Assert.Equal(1, drawn.ParameterDraws[2][draw] + drawn.ParameterDraws[3][draw], 1e-12);
            }
        );
    }

    [Fact]
    public void Shares_are_called_by_what_they_are_of()
    {
        using ParameterCopy copy = new();
        File.WriteAllText(Path.Combine(copy.Path, "scenarios", "mix.yaml"), Mix);
        SocialReturn social = SocialReturn.Of(ParameterLibrary.Open(copy.Path).Scenario("mix"));
        VariedParameter share = SensitivityCases.Npv(social).Parameter("own_home");
        Assert.Equal(("Where they live: own home", "Where they live", "scenarios.mix.home"), (share.Label, share.ShareOfLabel, share.ShareOf));
        Assert.Equal("Where they live: own home (weight)", social.Scenario.Parameters["scenarios.mix.home.own_home"].Label);
        Assert.Contains("Where they live: own home [scenarios.mix.home.own_home.share]", Explanation.Of(social.NetPresentValue).ToString());
    }

    private const string Mix = """
        title: Where people live
        delivery_model: co-produced
        appraisal: {price_year: 2024-25, discounting: green_book_2026, timing: start-of-year, first_year: 2025-26, years: 1, optimism_bias: none}
        stakeholders:
          - {party: members, involved: no}
        quantities:
          worth: {value: 100, unit: GBP/year, price_year: 2024-25, index: gdp_deflator, source: {title: Records, kind: records}}
          cost: {value: 50, unit: GBP, price_year: 2024-25, index: gdp_deflator, source: {title: Records, kind: records}}
          home:
            label: Where they live
            distribution: {dirichlet: {own_home: 1, shared: 4, hostel: 6}}
            source: {title: Survey, kind: records}
        inputs:
          - {id: staff, label: Staff, paid_by: nhs, kind: cash, amount: cost, years: 0}
        outcomes:
          - {id: own, change: Own home, stakeholder: members, quantity: home.own_home, proxy: worth, benefit: social, lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: 0%, drop_off: 0%}
        """;
}
