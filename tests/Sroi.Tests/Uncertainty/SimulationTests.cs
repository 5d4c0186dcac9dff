using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Uncertainty;

/// <summary>What a simulation promises: the same bits however it is run, draws that nothing else disturbs, and clear words where a figure does not exist.</summary>
public class SimulationTests
{
    private static readonly Distribution Jobs = new Distribution.Gamma(4, 10);
    private static readonly Distribution Price = new Distribution.LogNormal(9, 0.3);
    private static readonly Distribution Cost = new Distribution.Triangular(200_000, 250_000, 400_000);

    public static TheoryData<Sampling> Ways => [.. Enum.GetValues<Sampling>()];

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_number_of_threads_changes_no_bit(Sampling sampling)
    {
        Simulation simulation = Simulation.Of(UncertainCases.Shipped("croydon_sun"), 1 << 15, 7) with
        {
            Sampling = sampling,
            Breakdown = Breakdown.Everything,
        };
        string one = Told((simulation with { Threads = 1 }).Run());
        Assert.All(new[] { 2, 3, 7 }, threads => Assert.Equal(one, Told((simulation with { Threads = threads }).Run())));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_width_of_the_machine_changes_no_bit(Sampling sampling)
    {
        Simulation simulation = Simulation.Of(UncertainCases.Shipped("croydon_sun"), 1 << 13, 7) with
        {
            Sampling = sampling,
            Breakdown = Breakdown.Everything,
            Keep = Kept.Parameters,
        };
        string one = Told((simulation with { Width = Width.One }).Run());
        Assert.All(Widths.Supported, width => Assert.Equal(one, Told((simulation with { Width = width }).Run())));
    }

    [Fact]
    public void Another_input_disturbs_no_draw()
    {
        SocialReturn social = UncertainCases.Product(Jobs, Price, Cost);
        SocialReturn other = UncertainCases.Product(Jobs, Price, new Distribution.Fixed(250_000));
        double[] benefits = Draws(social, figure => figure.PresentValueBenefits);
        Assert.Equal(benefits, Draws(other, figure => figure.PresentValueBenefits));
    }

    [Fact]
    public void The_order_of_the_outcomes_disturbs_no_draw()
    {
        SocialReturn social = UncertainCases.Shipped("arizona_peer_employment");
        Scenario turned = social.Scenario with { Map = social.Scenario.Map with { Outcomes = [.. social.Scenario.Map.Outcomes.Reverse()] } };
        Simulation simulation = Simulation.Of(social, 4096, 3) with { Breakdown = Breakdown.Outcomes };
        Dictionary<string, double> means = Means(simulation.Run());
        Assert.Equal(means, Means((simulation with { SocialReturn = SocialReturn.Of(turned) }).Run()));
        static Dictionary<string, double> Means(SimulationResult result) =>
            result.Of(FigureGroup.Outcome).OrderBy(f => f.Id).ToDictionary(f => f.Id, f => f.Mean!.Value);
    }

    [Fact]
    public void A_change_that_changes_nothing_has_an_effect_of_exactly_zero()
    {
        double[] before = Draws(UncertainCases.Shipped("croydon_sun"), result => result.NetPresentValue!),
            after = Draws(UncertainCases.Shipped("croydon_sun", "lighter_staffing"), result => result.PresentValueBenefits),
            benefits = Draws(UncertainCases.Shipped("croydon_sun"), result => result.PresentValueBenefits);
        Assert.Equal(before, Draws(UncertainCases.Shipped("croydon_sun"), result => result.NetPresentValue!));

        // The variant changes hours of staff, so it has the benefits of the base case draw by draw.
        Assert.Equal(benefits, after);
    }

    [Fact]
    public void A_variant_shares_its_sobol_points_with_the_base_case()
    {
        Simulation simulation = Simulation.Of(UncertainCases.Shipped("croydon_sun"), 1024, 3) with
        {
            Sampling = Sampling.Sobol,
            Keep = Kept.Parameters,
        };
        SimulationResult claim = (simulation with { SocialReturn = UncertainCases.Shipped("croydon_sun", "as_claimed") }).Run(),
            cautious = simulation.Run();
        Assert.NotEqual(cautious.Parameters.Length, claim.Parameters.Length);
        Assert.All(claim.Parameters, id => Assert.Equal(ParameterDraws(cautious, id), ParameterDraws(claim, id)));
    }

    [Fact]
    public void One_parameter_in_several_outcomes_is_one_draw()
    {
        Parameter price = UncertainCases.Money("price", Price, "GBP/job");
        FinancialProxy proxy = new(price, [new(Cases.Members, Share.Of(1))], BenefitKind.Economic, Share.Of(0));
        Scenario scenario = Cases.Of(
            [Cases.Outcome() with { Id = "first", Proxy = proxy }, Cases.Outcome() with { Id = "second", Proxy = proxy }],
            [Cases.Input(100_000)]
        );
        SimulationResult result = (
            Simulation.Of(SocialReturn.Of(scenario), 2000, 1) with
            {
                Breakdown = Breakdown.Outcomes,
                Keep = Kept.Outputs,
            }
        ).Run();
        FigureSummary[] outcomes = [.. result.Of(FigureGroup.Outcome)];
        Assert.Single(result.Parameters);
        Assert.Equal<double>(outcomes[0].Draws, outcomes[1].Draws);
    }

    [Fact]
    public void Draws_can_be_made_again_from_their_address()
    {
        SimulationResult few = Run(UncertainCases.Product(Jobs, Price, Cost), 1500),
            many = Run(UncertainCases.Product(Jobs, Price, Cost), 5000);
        Assert.Equal<double>(few.NetPresentValue!.Draws, many.NetPresentValue!.Draws.Take(1500));
        Assert.Equal(ParameterDraws(few, "case.cost"), ParameterDraws(many, "case.cost").Take(1500));
        Assert.NotEqual(few.NetPresentValue.Draws, (Run(UncertainCases.Product(Jobs, Price, Cost), 1500, seed: 8)).NetPresentValue!.Draws);
    }

    [Fact]
    public void Keeping_draws_changes_no_figure_and_keeps_what_the_figures_are_of()
    {
        Simulation simulation = Simulation.Of(UncertainCases.Product(Jobs, Price, Cost), 3000, 5);
        SimulationResult kept = (simulation with { Keep = Kept.Parameters }).Run();
        Assert.Equal(Told(simulation.Run()), Told(kept));
        ImmutableArray<double> jobs = ParameterDraws(kept, "case.quantity"),
            price = ParameterDraws(kept, "case.price"),
            cost = ParameterDraws(kept, "case.cost");
        for (int draw = 0; draw < 3000; draw++)
        {
            Assert.Equal(jobs[draw] * price[draw], kept.PresentValueBenefits.Draws[draw]);
            Assert.Equal((jobs[draw] * price[draw]) - cost[draw], kept.NetPresentValue!.Draws[draw]);
        }
    }

    [Fact]
    public void A_run_that_is_stopped_is_the_run_of_the_draws_that_were_made()
    {
        using CancellationTokenSource source = new();
        Simulation simulation = Simulation.Of(UncertainCases.Shipped("croydon_sun"), 10_000_000, 5) with { Threads = 2 };
        StopAfter progress = new(200_000, source);
        SimulationResult stopped = simulation.Run(progress, source.Token);
        Assert.True(stopped.IsStopped);
        Assert.InRange(stopped.Draws, 200_000, 1_000_000);
        SimulationResult whole = (simulation with { Draws = stopped.Draws }).Run();
        Assert.False(whole.IsStopped);
        Assert.Equal(Told(whole), Told(stopped));
        Assert.Equal(10_000_000, progress.Total);
    }

    [Fact]
    public void It_runs_until_the_errors_are_small_enough()
    {
        Simulation simulation = Simulation.Of(UncertainCases.Reference, 50_000_000, 5) with { Until = 0.001 };
        SimulationResult result = simulation.Run();
        Assert.True(result.Convergence!.IsReached);
        Assert.True(result.RatioOfMeans!.StandardError <= 0.001 * result.RatioOfMeans.Value);
        Assert.True(result.ProbabilityRatioAboveOne!.StandardError <= 0.001);
        Assert.True(result.SroiRatio!.Percentile(0.05).StandardError <= 0.001 * result.SroiRatio.Percentile(0.05).Value);
        Assert.True(result.SroiRatio.Percentile(0.95).StandardError <= 0.001 * result.SroiRatio.Percentile(0.95).Value);
        Assert.InRange(result.Draws, 100_000, 2_000_000);

        // The draws are those of a run of that many.
        Assert.Equal(Told(result), Told((simulation with { Until = null, Draws = result.Draws }).Run()));
    }

    [Fact]
    public void Where_the_bound_comes_first_it_says_how_many_draws_it_takes()
    {
        SimulationResult result = (Simulation.Of(UncertainCases.Reference, 20_000, 5) with { Until = 0.001 }).Run();
        Assert.False(result.Convergence!.IsReached);
        Assert.Equal(20_000, result.Draws);
        Assert.InRange(result.Convergence.DrawsNeeded, 100_000, 2_000_000);
    }

    [Fact]
    public void Sobol_points_double_until_the_errors_are_small_enough()
    {
        SimulationResult result = (Simulation.Of(UncertainCases.Reference, 1 << 22, 5) with { Until = 0.002, Sampling = Sampling.Sobol }).Run();
        Assert.True(result.Convergence!.IsReached);
        Assert.True(long.IsPow2(result.Draws));
    }

    [Fact]
    public void A_run_says_by_its_manifest_how_to_make_it_again()
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        Simulation simulation = Simulation.Of(
            SocialReturn.Of(library.Scenario("croydon_sun", "as_claimed", library.Overlay("croydon_icb"))),
            2048,
            9
        ) with
        {
            Sampling = Sampling.Sobol,
        };
        SimulationResult first = simulation.Run();
        RunManifest manifest = RunManifest.Of(first);
        Assert.Contains("parameters/overlays/croydon_icb.yaml", manifest.Files.Keys);
        Assert.Contains("parameters/unit_costs/health.yaml", manifest.Files.Keys);
        Assert.Contains("parameters/appraisal/price_indices.yaml", manifest.Files.Keys);
        Assert.Equal(Told(first), Told(manifest.Again(library).Run()));

        SimulationException error = Assert.Throws<SimulationException>(() =>
            (manifest with { Files = manifest.Files.SetItem("parameters/unit_costs/health.yaml", "0") }).Again(library)
        );
        Assert.Equal(
            "The result cannot be reproduced, because these files have changed: parameters/unit_costs/health.yaml. Run the scenario again, or compare with 'sroi compare --saved'.",
            error.Message
        );
    }

    private static SimulationResult Run(SocialReturn social, long draws, ulong seed = 7) =>
        (Simulation.Of(social, draws, seed) with { Keep = Kept.Parameters }).Run();

    private static double[] Draws(SocialReturn social, Func<SimulationResult, FigureSummary> figure) => [.. figure(Run(social, 3000)).Draws];

    private static ImmutableArray<double> ParameterDraws(SimulationResult result, string id) => result.ParameterDraws[result.Parameters.IndexOf(id)];

    // All that is told of all figures, to the last bit.
    private static string Told(SimulationResult result) =>
        string.Join(
            "\n",
            result.Figures.Select(f =>
                $"{f.Group} {f.Id} {f.Mean} {f.StandardDeviation} {string.Join(" ", f.Percentiles)} {f.ProbabilityAboveThreshold} {f.Smallest:R} {f.Largest:R} {f.Count} {f.Outside}"
            )
        ) + $"\n{result.RatioOfMeans} {result.Draws} {string.Join(" ", result.Correlations)}";

    private sealed class StopAfter(long draws, CancellationTokenSource source) : IProgress<SimulationProgress>
    {
        public long Total { get; private set; }

        public void Report(SimulationProgress value)
        {
            Total = value.Total;
            if (value.Done >= draws)
            {
                source.Cancel();
            }
        }
    }
}
