using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Reports;

namespace Sroi.Tests.Evaluation;

/// <summary>What changed, and what each change did.</summary>
public class ComparisonTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    // f = a × b from (2, 3) to (4, 5): 6 → 20. Alone a gives +6, b +4; after the other a gives +10, b +8. Means: 8 and 6.
    [Fact]
    public void Two_changes_share_the_difference_whatever_their_order()
    {
        double[] before = [2, 3],
            after = [4, 5];
        var shares = ShapleyAttribution.Of(2, made => (made[0] ? after[0] : before[0]) * (made[1] ? after[1] : before[1]), Comparison.Seed)!;
        Assert.Equal([(8.0, 0.0), (6.0, 0.0)], shares);
    }

    // Fourteen changes are sampled: each order sums exactly, so their mean does; a sum has the same share in every order, so no error.
    [Fact]
    public void Many_changes_are_sampled_and_still_sum()
    {
        var shares = ShapleyAttribution.Of(14, made => made.Select((m, i) => m ? i + 1.0 : 0).Sum() * (made[0] ? 2 : 1), Comparison.Seed)!;
        Assert.Equal(2 * 105, shares.Sum(s => s.Effect), 9);
        Assert.All(shares, share => Assert.True(share.StandardError > 0));
    }

    [Fact]
    public void An_undefined_state_shares_out_nothing() =>
        Assert.Null(ShapleyAttribution.Of(2, made => made[0] && !made[1] ? null : 1, Comparison.Seed));

    [Fact]
    public void The_parts_sum_to_the_whole()
    {
        Comparison comparison = Comparison.Of(
            SroiResult.Of(Library.Scenario("croydon_sun")),
            SroiResult.Of(Library.Scenario("croydon_sun", "as_claimed"))
        );
        Assert.Null(comparison.NotAttributed);
        Assert.Equal(3, comparison.Changes.Length);
        Assert.Equal(
            comparison.After.NetPresentValue!.Value - comparison.Before.NetPresentValue!.Value,
            comparison.Changes.Sum(c => c.EffectOnNetPresentValue!.Value),
            6
        );
        Assert.Equal(comparison.After.SroiRatio!.Value - comparison.Before.SroiRatio!.Value, comparison.Changes.Sum(c => c.EffectOnRatio!.Value), 9);
    }

    // 241 at 2025-26 prices is 241 × 100 ÷ 103.238831 = 233.44 at 2024-25 prices.
    [Fact]
    public void A_change_of_price_year_is_part_of_the_change()
    {
        Scenario changed = Library.Scenario("croydon_sun", variant: null, Library.Overlay("croydon_icb"));
        ChangedNumber change = Assert.Single(Comparison.Of(SroiResult.Of(Library.Scenario("croydon_sun")), SroiResult.Of(changed)).Changes);
        Assert.Equal(233.44, change.After!.Value, 2);
        Assert.True(change.EffectOnNetPresentValue < 0);
    }

    [Fact]
    public void What_changes_nothing_has_no_effect()
    {
        SroiResult result = SroiResult.Of(Library.Scenario("croydon_sun"));
        Assert.Empty(Comparison.Of(result, SroiResult.Of(Library.Scenario("croydon_sun"))).Changes);
    }

    [Fact]
    public void Other_outcomes_are_compared_and_not_attributed() =>
        Assert.Equal(
            "more than numbers differs (the outcomes, the inputs, the frame or the program), so the difference is not attributed to numbers",
            Comparison
                .Of(
                    SroiResult.Of(Library.Scenario("expert_patients_programme")),
                    SroiResult.Of(Library.Scenario("expert_patients_programme", "as_claimed"))
                )
                .NotAttributed
        );

    [Fact]
    public void A_saved_result_is_held_against_todays_numbers()
    {
        string file = Path.Combine(TestFolder.Fresh(), "result.json");
        SroiResult then = SroiResult.Of(Library.Scenario("croydon_sun"));
        File.WriteAllText(file, ResultJson.Write(then, Assurer.Check(then)));
        Comparison comparison = Comparison.Of(SavedResult.Read(file), SroiResult.Of(Library.Scenario("croydon_sun", "lighter_staffing")));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Equal("scenarios.croydon_sun.facilitator_hours", Assert.Single(comparison.Changes).Id);
        Assert.Null(comparison.NotAttributed);
    }

    [Theory]
    [InlineData("{", "this is not valid JSON.")]
    [InlineData("{}", "this JSON is not a result saved by 'sroi run --json'.")]
    [InlineData("[1]", "this JSON is not a result saved by 'sroi run --json'.")]
    public void A_damaged_saved_result_is_told(string content, string message)
    {
        string file = Path.Combine(TestFolder.Fresh(), "result.json");
        File.WriteAllText(file, content);
        Assert.Equal(message, Assert.Single(Assert.Throws<InvalidFilesException>(() => SavedResult.Read(file)).Problems).Message);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
