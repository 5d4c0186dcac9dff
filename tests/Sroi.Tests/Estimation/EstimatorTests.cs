using Sroi.Estimation;

namespace Sroi.Tests.Estimation;

/// <summary>Estimators against R's printed answers, and to more digits against the same formulas in mpmath at 30 digits.</summary>
public class EstimatorTests
{
    private const double Accuracy = 1e-12;

    // R: t.test(extra ~ group, data = sleep, paired = TRUE) prints t = -4.0621, df = 9, p-value = 0.002833, mean difference -1.58.
    [Fact]
    public void A_paired_change_is_that_of_R()
    {
        PairedChange change = PairedChange.Of(SleepData.Before, SleepData.After);
        Close(1.58, change.Estimate.Value);
        Close(0.388958723888395243805398316871, change.Estimate.StandardError);
        Assert.Equal(9, change.Estimate.DegreesOfFreedom);
        Assert.Equal(4.0621, change.Estimate.Value / change.Estimate.StandardError, 4);
        Assert.Equal(0.002833, change.Estimate.PValue, 6);
        Assert.Equal((0.7001142, 2.4598858), Rounded(change.Estimate.Interval(), 7));
        Close(0.883170190360537754859544526099, change.ByDeviationBefore);
        Close(1.2845575625910544380712530364, change.ByDeviationOfChange);
        Close(0.832181081349539657362582816604, change.ByDeviationOfBoth);
    }

    // R: t.test(extra ~ group, data = sleep) prints t = -1.8608, df = 17.776, p-value = 0.07939, 95 percent interval -3.3654832 to 0.2054832.
    [Fact]
    public void A_difference_in_differences_is_Welchs()
    {
        EffectEstimate difference = DifferenceInDifferences.Of(SleepData.After, SleepData.Before);
        Close(0.849091017238761957423080524266, difference.StandardError);
        Close(17.7764735161784901426485393405, difference.DegreesOfFreedom);
        Assert.Equal(0.07939, difference.PValue, 5);
        Assert.Equal((-0.2054832, 3.3654832), Rounded(difference.Interval(), 7));
    }

    [Fact]
    public void A_clustered_change_has_the_robust_error()
    {
        EffectEstimate change = ClusteredChange.Of(SleepData.Before, SleepData.After, SleepData.Sites);
        Close(1.58, change.Value);
        Close(0.349216265371474356817267377605105, change.StandardError);
        Assert.Equal(3, change.DegreesOfFreedom);
    }

    [Fact]
    public void A_difference_in_differences_of_sites_has_the_robust_error()
    {
        EffectEstimate difference = DifferenceInDifferences.Of(SleepData.Changes, SleepData.TookPart, SleepData.Sites);
        Close(-0.68, difference.Value);
        Close(0.529452547448777509421065026095528, difference.StandardError);
    }

    [Fact]
    public void An_adjusted_difference_is_that_of_least_squares()
    {
        EffectEstimate classical = AdjustedDifference.Of(SleepData.Before, SleepData.After, SleepData.TookPart),
            robust = AdjustedDifference.Of(SleepData.Before, SleepData.After, SleepData.TookPart, SleepData.Sites);
        Close(-2.0024568587306229891781222579695, classical.Value);
        Close(1.01190790345776696797315483012166, classical.StandardError);
        Assert.Equal(7, classical.DegreesOfFreedom);
        Close(classical.Value, robust.Value);
        Close(0.477926220549201027009708025265964, robust.StandardError);
        Assert.Equal(3, robust.DegreesOfFreedom);
    }

    [Fact]
    public void A_ratio_of_paired_rates_has_both_errors()
    {
        double[] before = [3, 0, 5, 2, 8, 1, 0, 4],
            after = [1, 0, 2, 2, 3, 0, 1, 1],
            year = [12, 12, 12, 12, 12, 12, 12, 12],
            observed = [12, 12, 6, 12, 12, 9, 12, 12];
        PairedRates rates = PairedRates.Of(before, after, year, observed);
        Close(-0.734469050121851486885872802197, rates.Estimate.Value);
        Close(0.193785453776640168942437850516, rates.Estimate.StandardError);
        Close(0.378785243732600039350795841549, rates.PoissonError);
        Close(23.0 / 96, rates.RateBefore);
        Close(10.0 / 87, rates.RateAfter);
    }

    [Fact]
    public void Moved_states_count_those_who_moved_back()
    {
        bool[] before = [.. Enumerable.Repeat(false, 12), .. Enumerable.Repeat(true, 3), .. Enumerable.Repeat(true, 40)],
            after = [.. Enumerable.Repeat(true, 12), .. Enumerable.Repeat(false, 3), .. Enumerable.Repeat(true, 40)];
        MovedStates moved = MovedStates.Of(before, after);
        Assert.Equal(new(40, 12, 3), moved);
        Close(9.0 / 55, moved.NetShare);
        Close(0.0668717107225932334601466596141, moved.StandardError);
        Assert.Equal(12.5 / 56, moved.ShareGained.Mean, 14);
        Assert.Equal(9 / 56.5, moved.ToDistribution().Mean, 14);
    }

    // The example of the rule: norm 23.45, mean before 19.0, correlation 0.8.
    [Fact]
    public void Regression_to_the_mean_is_taken_off()
    {
        Close(0.89, RegressionToTheMean.Expected(23.45, 19, 0.8));
        EffectEstimate beyond = RegressionToTheMean.Beyond(SleepData.Before, SleepData.After, 1.2, 0.8);
        Close(1.49, beyond.Value);
        Close(0.387301203486669044745228254699, beyond.StandardError);
    }

    // sd before 1.78901, reliability 0.8: threshold 1.96 × 1.78901 × √0.4 = 2.2177; one patient gained 2.4, another 4.6.
    [Fact]
    public void Reliable_change_exceeds_the_error_of_the_instrument()
    {
        ReliableChange change = ReliableChange.Of(SleepData.Before, SleepData.After, 0.8, higherIsBetter: true);
        Assert.Equal(2.2177, change.Threshold, 4);
        Assert.Equal((2, 0, 10), (change.Improved, change.Worsened, change.Count));
        Assert.Equal(0, ReliableChange.Of(SleepData.Before, SleepData.After, 0.8, higherIsBetter: false).Improved);
    }

    // 84 kept and 28 lost: if the lost gained half as much, all gained 1 − 0.25 × 0.5 of what the kept did.
    [Fact]
    public void The_lost_gain_a_part_of_what_the_others_gained()
    {
        Attrition attrition = new(84, 28);
        Close(0.875, attrition.PartOfGain(0.5));
        Close(0.75, attrition.PartOfGain(0));
        Assert.Equal(28.5 / 113, attrition.ShareLost.Mean, 14);
    }

    [Fact]
    public void What_cannot_be_estimated_is_refused_in_words()
    {
        Refused("There are 2 scores before, but 1 after.", () => PairedChange.Of([1, 2], [1]));
        Refused("At least two observations", () => PairedChange.Of([1], [2]));
        Refused("Observation 2 is", () => Sample.Of([1, double.NaN]));
        Refused("All rows are of one cluster", () => ClusteredChange.Of([1, 2, 3], [2, 3, 5], ["A", "A", "A"]));
        Refused("There is no comparison group", () => AdjustedDifference.Of([1, 2, 3, 4], [2, 3, 5, 4], [true, true, true, true]));
        Refused("There is no event after", () => PairedRates.Of([1, 2], [0, 0], [1, 1], [1, 1]));
        Refused("counts are whole and not negative", () => PairedRates.Of([1, 2.5], [1, 0], [1, 1], [1, 1]));
        Refused("A test-retest correlation lies between 0 and 1", () => RegressionToTheMean.Expected(20, 19, 1.2));
    }

    private static void Refused(string words, Func<object> made) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(made).Message, StringComparison.Ordinal);

    private static (double, double) Rounded((double Low, double High) interval, int digits) =>
        (Math.Round(interval.Low, digits), Math.Round(interval.High, digits));

    private static void Close(double expected, double found) => Assert.Equal(expected, found, Accuracy * Math.Max(1, Math.Abs(expected)));
}
