using Sroi.Estimation;
using Sroi.Parameters.Distributions;

namespace Sroi.Tests.Estimation;

/// <summary>
/// Thirteen trials of the BCG vaccine against tuberculosis (Colditz et al. 1994, JAMA 271:698), the example of R's metafor, against what metafor prints; to more
/// digits against the same formulas in mpmath at 30 digits.
/// </summary>
public class SynthesisTests
{
    // Cases and others among the vaccinated, cases and others among the unvaccinated: dat.bcg.
    private static readonly (string Trial, double Cases, double Others, double CasesAgainst, double OthersAgainst)[] s_trials =
    [
        ("Aronson 1948", 4, 119, 11, 128),
        ("Ferguson & Simes 1949", 6, 300, 29, 274),
        ("Rosenthal et al. 1960", 3, 228, 11, 209),
        ("Hart & Sutherland 1977", 62, 13536, 248, 12619),
        ("Frimodt-Moller et al. 1973", 33, 5036, 47, 5761),
        ("Stein & Aronson 1953", 180, 1361, 372, 1079),
        ("Vandiviere et al. 1973", 8, 2537, 10, 619),
        ("TPT Madras 1980", 505, 87886, 499, 87892),
        ("Coetzee & Berjak 1968", 29, 7470, 45, 7232),
        ("Rosenthal et al. 1961", 17, 1699, 65, 1600),
        ("Comstock et al. 1974", 186, 50448, 141, 27197),
        ("Comstock & Webster 1969", 5, 2493, 3, 2338),
        ("Comstock et al. 1976", 27, 16886, 29, 17825),
    ];

    private static IEnumerable<StudyEffect> Trials =>
        s_trials.Select(t => StudyEffect.LogRiskRatio(t.Trial, t.Cases, t.Cases + t.Others, t.CasesAgainst, t.CasesAgainst + t.OthersAgainst));

    // metafor: tau^2 0.3132, I^2 92.22%, Q(df = 12) = 152.2330; with test = "knha" estimate -0.7145, se 0.1808, pval 0.0019, -1.1084 to -0.3206.
    [Fact]
    public void Random_effects_by_restricted_maximum_likelihood_are_those_of_metafor()
    {
        Synthesis all = Synthesis.Of(EffectScale.LogRatio, Trials);
        Assert.Equal(0.313243258136480945215022534667, all.VarianceBetween, 1e-10);
        Assert.Equal(-0.71453234215813923206999770786, all.Mean.Value, 1e-10);
        Assert.Equal(0.180791744092847915279416481115, all.Mean.StandardError, 1e-10);
        Assert.Equal(12, all.Mean.DegreesOfFreedom);
        Assert.Equal(0.0019, all.Mean.PValue, 4);
        Assert.Equal((-1.1084, -0.3206), Logarithms(all.Mean));
        Assert.Equal(152.233008082373415774391451723, all.Heterogeneity, 1e-9);
        Assert.Equal(0.92221384521268954052058460565, all.ShareBetween, 1e-10);
        Assert.Equal(0.921173468545620609753337720342, all.ShareBetweenFromQ, 1e-10);
        Assert.Equal(1, all.Weights.Sum(), 12);
        Assert.False(all.IsWidened);
    }

    [Fact]
    public void A_new_place_varies_as_the_studies_do()
    {
        Synthesis all = Synthesis.Of(EffectScale.LogRatio, Trials);
        Assert.Equal(0.588157217815623473526689314871, all.Prediction.StandardError, 1e-10);
        Assert.Equal(12, all.Prediction.DegreesOfFreedom);
        Assert.Equal(11, all.CautiousPrediction!.DegreesOfFreedom);
        Assert.True(all.Prediction.Interval().High > 1);
        Distribution.LogNormal drawn = Assert.IsType<Distribution.LogNormal>(all.Prediction.ToDistribution());
        Assert.Equal(all.Prediction.Interval().Low, drawn.Quantile(0.025), 1e-12);
    }

    // metafor: method = "DL" gives tau^2 0.3088, estimate -0.7141; method = "FE" gives -0.4303, se 0.0405.
    [Fact]
    public void Other_models_are_those_of_metafor()
    {
        Synthesis moments = Synthesis.Of(EffectScale.LogRatio, Trials, SynthesisModel.DerSimonianLaird),
            fixedEffect = Synthesis.Of(EffectScale.LogRatio, Trials, SynthesisModel.Fixed);
        Assert.Equal(0.308760262862376469554732921671, moments.VarianceBetween, 1e-12);
        Assert.Equal(-0.714117222073227064376403694652, moments.Mean.Value, 1e-12);
        Assert.Equal(0.180696628335547446830074596379, moments.Mean.StandardError, 1e-12);
        Assert.Equal(-0.430285163654090733302038853236, fixedEffect.Mean.Value, 1e-12);
        Assert.Equal(0.0404987517108638140546688160301, fixedEffect.Mean.StandardError, 1e-12);
        Assert.Equal(fixedEffect.Mean, fixedEffect.Prediction);
    }

    // Studies that agree better than chance allows: Hartung and Knapp's interval would shrink below that of the fixed effect.
    [Fact]
    public void Agreement_by_chance_narrows_nothing()
    {
        Synthesis alike = Synthesis.Of(EffectScale.Difference, [new("A", 1, 0.5), new("B", 1.01, 0.5), new("C", 0.99, 0.5)]);
        Assert.Equal(0, alike.VarianceBetween);
        Assert.True(alike.IsWidened);
        double half = 1.9599639845400543 * 0.5 / Math.Sqrt(3);
        Assert.Equal(1 - half, alike.Mean.Interval().Low, 1e-12);
    }

    [Fact]
    public void One_study_is_passed_through()
    {
        Synthesis one = Synthesis.Of(EffectScale.Difference, [new("A", 1.5, 0.5)]);
        Assert.Equal(new EffectEstimate(EffectScale.Difference, 1.5, 0.5, double.PositiveInfinity), one.Mean);
        Assert.Equal(one.Mean, one.Prediction);
        Assert.Null(one.CautiousPrediction);
    }

    [Fact]
    public void What_is_no_study_is_refused_in_words()
    {
        Assert.Contains("no studies", Assert.Throws<ArgumentException>(() => Synthesis.Of(EffectScale.Difference, [])).Message);
        Assert.Contains(
            "B: a study",
            Assert.Throws<ArgumentException>(() => Synthesis.Of(EffectScale.Difference, [new("A", 1, 1), new("B", 1, 0)])).Message
        );
        Assert.Contains("12 of 10", Assert.Throws<ArgumentException>(() => StudyEffect.LogOddsRatio("C", 12, 10, 1, 10)).Message);
    }

    // An empty cell: ½ is added to each, as metafor's escalc does.
    [Fact]
    public void An_empty_cell_gets_half_a_person() =>
        Assert.Equal(Math.Log(0.5 * 7.5 / (10.5 * 3.5)), StudyEffect.LogOddsRatio("D", 0, 10, 3, 10).Value, 14);

    private static (double, double) Logarithms(EffectEstimate estimate) =>
        (Math.Round(Math.Log(estimate.Interval().Low), 4), Math.Round(Math.Log(estimate.Interval().High), 4));
}
