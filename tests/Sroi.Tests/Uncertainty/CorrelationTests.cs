using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Uncertainty;

/// <summary>Inputs that move together: ranks as asked for, margins as they were, contradictions repaired and told.</summary>
public class CorrelationTests
{
    // The rank correlation of 16,384 draws has a standard error of at most 1 ÷ 128.
    private const double RankError = 1.0 / 128;

    [Theory]
    [InlineData(0.7, false)]
    [InlineData(-0.4, false)]
    [InlineData(0.5, true)]
    [InlineData(-0.8, true)]
    public void The_ranks_reach_the_target(double rank, bool isKendall)
    {
        SimulationResult result = Run(Between(rank, isKendall, "case.quantity", "case.price"));
        CorrelationReport report = Assert.Single(result.Correlations);
        Assert.InRange(report.Reached, rank - (5 * RankError), rank + (5 * RankError));
        Assert.False(report.IsRepaired);
    }

    [Fact]
    public void A_copula_leaves_the_margins_as_they_were_and_other_inputs_alone()
    {
        SimulationResult plain = Run([]),
            joined = Run(Between(0.8, isKendall: false, "case.quantity", "case.price"));

        // The first of the group keeps its draws, and so does everything outside it.
        Assert.Equal<double>(Input(plain, "case.price"), Input(joined, "case.price"));
        Assert.Equal<double>(Input(plain, "case.cost"), Input(joined, "case.cost"));
        ImmutableArray<double> moved = Input(joined, "case.quantity");
        Assert.NotEqual(Input(plain, "case.quantity"), moved);

        // A gamma of shape 4 and scale 10: mean 40, standard deviation 20.
        Assert.InRange(moved.Average(), 40 - (5 * 20 / Math.Sqrt(moved.Length)), 40 + (5 * 20 / Math.Sqrt(moved.Length)));
    }

    [Fact]
    public void A_correlation_of_one_moves_ranks_together()
    {
        SimulationResult result = Run(Between(1, isKendall: false, "case.quantity", "case.price"));
        Assert.InRange(Assert.Single(result.Correlations).Reached, 0.99999, 1);
    }

    [Fact]
    public void With_separate_values_what_was_reached_is_told()
    {
        Parameter quantity = UncertainCases.Amount("quantity", new Distribution.Discrete([1, 2], [0.5, 0.5]), "job/year");
        SocialReturn social = UncertainCases.Of(quantity, Price, Cost, Between(0.8, isKendall: false, "case.quantity", "case.price"));
        CorrelationReport report = Assert.Single(Simulation.Of(social, 1000, 1).Run().Correlations);

        // Two values share their ranks, so that less than the target can be seen.
        Assert.InRange(report.Reached, 0.55, 0.78);
    }

    [Fact]
    public void Targets_that_contradict_each_other_are_repaired_and_told()
    {
        ImmutableArray<Correlation> targets =
        [
            .. Between(0.9, false, "case.quantity", "case.price"),
            .. Between(0.9, false, "case.price", "case.cost"),
            .. Between(-0.9, false, "case.quantity", "case.cost"),
        ];
        SimulationResult result = Run(targets);
        Assert.Equal(3, result.Correlations.Length);
        Assert.All(result.Correlations, pair => Assert.True(pair.IsRepaired));

        // By symmetry all three come to the same size, and the nearest that can be is a half.
        Assert.All(result.Correlations, pair => Assert.Equal(0.5, Math.Abs(pair.NormalUsed), precision: 6));
    }

    // Higham 2002, section 4: the nearest correlation matrix to tridiagonal ones of order 3.
    [Fact]
    public void The_nearest_correlation_matrix_is_the_published_one()
    {
        double[,] nearest = NearestCorrelation.To(
            new double[,]
            {
                { 1, 1, 0 },
                { 1, 1, 1 },
                { 0, 1, 1 },
            }
        );
        Assert.Equal(0.7607, nearest[0, 1], precision: 4);
        Assert.Equal(0.1573, nearest[0, 2], precision: 4);
        Assert.Equal(0.7607, nearest[1, 2], precision: 4);
        Assert.True(NearestCorrelation.IsOne(nearest));
    }

    // Ranks by hand: x 1 2 3 4 5, y 2 1 4 3 5: Σd² = 4, ρ = 1 − 6 × 4 ÷ 120 = 0.8; two of ten pairs turn, τ = 0.6.
    [Fact]
    public void Rank_correlations_are_those_worked_by_hand()
    {
        double[] x = [10, 20, 30, 40, 50],
            y = [2, 1, 4, 3, 5];
        Assert.Equal(0.8, RankCorrelation.Spearman(x, y), precision: 12);
        Assert.Equal(0.6, RankCorrelation.Kendall(x, y), precision: 12);

        // With ties, τ-b: x 1 1 2 3, y 1 2 2 3 has six pairs, one tied in x, one in y, four agreeing: 4 ÷ √(5 × 5).
        Assert.Equal(0.8, RankCorrelation.Kendall([1, 1, 2, 3], [1, 2, 2, 3]), precision: 12);
    }

    [Fact]
    public void Another_figure_asked_for_changes_no_correlated_draw()
    {
        SocialReturn social = UncertainCases.Shipped("croydon_sun");
        Simulation simulation = Simulation.Of(social, 2000, 4);
        FigureSummary few = simulation.Run().SroiRatio!,
            all = (simulation with { Breakdown = Breakdown.Everything }).Run().SroiRatio!;
        Assert.Equal(few.Mean, all.Mean);
    }

    [Theory]
    [InlineData(1.5, "case.quantity", "case.price", "A correlation must be between −1 and 1; between case.quantity and case.price it is 1.5.")]
    [InlineData(0.5, "case.price", "case.price", "A correlation needs two or more different parameters; found case.price and case.price.")]
    [InlineData(
        0.5,
        "case.price",
        "case.qantity",
        "A correlation names case.qantity, which is not a parameter of case. Did you mean 'case.quantity'?"
    )]
    public void What_cannot_be_is_refused_before_any_work(double rank, string first, string second, string message) =>
        Assert.Equal(message, Assert.Throws<SimulationException>(() => Run(Between(rank, false, first, second))).Message);

    [Fact]
    public void A_copula_over_a_constant_is_refused()
    {
        SocialReturn social = UncertainCases.Of(
            Quantity,
            Price,
            UncertainCases.Money("cost", new Distribution.Fixed(1000), "GBP"),
            Between(0.5, false, "case.cost", "case.price")
        );
        Assert.Equal(
            "A correlation names case.cost, which is known exactly and cannot be correlated. Give it a distribution, or remove it from the correlation.",
            Assert.Throws<SimulationException>(() => Simulation.Of(social, 1000, 1).Run()).Message
        );
    }

    private static Parameter Quantity => UncertainCases.Amount("quantity", new Distribution.Gamma(4, 10), "job/year");

    private static Parameter Price => UncertainCases.Money("price", new Distribution.LogNormal(9, 0.3), "GBP/job");

    private static Parameter Cost => UncertainCases.Money("cost", new Distribution.Triangular(200_000, 250_000, 400_000), "GBP");

    private static ImmutableArray<Correlation> Between(double rank, bool isKendall, params string[] ids) =>
        [new([.. ids], rank, isKendall, Why: null)];

    private static SimulationResult Run(ImmutableArray<Correlation> correlations) =>
        (Simulation.Of(UncertainCases.Of(Quantity, Price, Cost, correlations), 20_000, 4) with { Keep = Kept.Parameters }).Run();

    private static ImmutableArray<double> Input(SimulationResult result, string id) => result.ParameterDraws[result.Parameters.IndexOf(id)];
}
