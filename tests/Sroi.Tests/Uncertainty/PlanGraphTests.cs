using CsCheck;
using Sroi.Arithmetic;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Tests.Sensitivity;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Tests.Uncertainty;

/// <summary>What is computed again when one input moves is what the whole calculation gives there.</summary>
public class PlanGraphTests
{
    private const string Seed = "0000SROIseed";

    private static readonly Gen<Outcome> Outcomes = Gen.Select(Gen.Double[1, 1000], Gen.Double[-100, 10_000], Gen.Double[0, 1], Gen.Double[0.5, 6])
        .Select(t => Cases.Outcome(t.Item1, t.Item2, t.Item3, 0.1, 0.2, 0.3, t.Item4));

    public static TheoryData<string, string?> Valued => ShippedCases.Valued;

    [Theory]
    [MemberData(nameof(Valued))]
    public void A_moved_input_of_a_shipped_case_gives_what_the_whole_plan_gives(string scenario, string? variant) =>
        CheckMoves(Plan.OfEveryNumber(PlanTests.Everything(ShippedCases.Case(scenario, variant))));

    [Fact]
    public void A_moved_input_of_any_case_gives_what_the_whole_plan_gives() =>
        Gen.Select(Outcomes.Array[1, 5], Gen.Double[-1000, 100_000])
            .Sample(
                (outcomes, paid) => CheckMoves(Plan.OfEveryNumber(PlanTests.Everything(SocialReturn.Of(Several(outcomes, paid))))),
                seed: Seed,
                iter: 50,
                threads: 1
            );

    [Theory]
    [MemberData(nameof(Valued))]
    public void A_plan_over_one_input_gives_what_the_whole_plan_gives(string scenario, string? variant)
    {
        Plan plan = Plan.OfEveryNumber(PlanTests.Everything(ShippedCases.Case(scenario, variant)));
        PlanGraph graph = new(plan);
        double[] results = graph.At(plan.Base());
        for (int input = 0; input < plan.Parameters.Length; input++)
        {
            Plan over = graph.Over([input], results);
            foreach (double value in Values(plan.Parameters[input]))
            {
                double[] inputs = plan.Base();
                inputs[input] = value;
                Assert.Equal(plan.At(inputs), over.At([value]));
            }
        }
    }

    [Fact]
    public void What_an_input_does_not_reach_is_not_among_its_steps()
    {
        Formula a = UncertainCases.Amount("a", new Distribution.Uniform(0, 1), "job"),
            b = UncertainCases.Amount("b", new Distribution.Uniform(0, 1), "job"),
            c = UncertainCases.Amount("c", new Distribution.Uniform(0, 1), "job");
        Plan plan = Plan.Of([(a * b) + (c * c)]);
        PlanGraph graph = new(plan);
        int number = plan.Parameters.Select(input => input.Name).ToList().IndexOf("c");
        Assert.True(graph.ReachedBy(number).Length < plan.Steps.Length);
        Assert.Equal(plan.Steps.Length, graph.ReachedBy(0, 1, 2).Length);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(5000)]
    public void A_long_sum_has_one_value_whoever_adds_it_and_one_term_reaches_few_steps(int terms)
    {
        Formula[] all =
        [
            .. Enumerable.Range(0, terms).Select(i => UncertainCases.Amount($"a{i:0000}", new Distribution.Uniform(0, 1 + (i / 7.0)), "job")),
        ];
        Formula sum = Formula.Total(all, all[0].Unit);
        Plan plan = Plan.Of([sum]);
        double value = new Valuation().Of(sum)!.Value;
        Assert.Equal(value, plan.AtBase()[0]);
        Assert.Equal(all.Sum(term => term.Value), value, 1e-12 * value);
        Assert.True(new PlanGraph(plan).ReachedBy(0).Length <= 1 + (3 * 64));
    }

    [Fact]
    public void Values_at_several_widths_are_those_of_the_plan()
    {
        Plan plan = Plan.Of(PlanTests.Everything(UncertainCases.Shipped("croydon_sun")));
        PlanGraph graph = new(plan);
        double[] means = [.. plan.Parameters.Select(input => input.Distribution.Mean)],
            drawn = [.. Enumerable.Range(0, Block.Size).Select(i => plan.Parameters[0].Distribution.Quantile((i + 0.5) / Block.Size))],
            output = new double[Block.Size];
        Plan over = graph.Over([0], graph.At(means));
        foreach (Width width in Widths.Supported)
        {
            GivenParameters room = new(over, width);
            room.Evaluate([drawn], 0, Block.Size);
            for (int formula = 0; formula < plan.Outputs.Length; formula++)
            {
                room.Output(over.Outputs[formula], output);
                means[0] = drawn[17];
                Assert.Equal(plan.At(means)[formula], output[17]);
            }
        }
    }

    private static void CheckMoves(Plan plan)
    {
        PlanGraph graph = new(plan);
        double[] atBase = graph.At(plan.Base());
        Assert.Equal(plan.AtBase(), graph.Outputs(atBase));
        for (int input = 0; input < plan.Parameters.Length; input++)
        {
            int[] reached = graph.ReachedBy(input);
            foreach (double value in Values(plan.Parameters[input]))
            {
                double[] inputs = plan.Base(),
                    results = [.. atBase];
                inputs[input] = value;
                graph.Again(reached, inputs, results);
                Assert.Equal(plan.At(inputs), graph.Outputs(results));
            }
        }
    }

    private static double[] Values(Parameter input) =>
        input.Distribution.IsFixed ? [input.Value / 2, input.Value + 0.1] : [input.Distribution.Quantile(0.05), input.Distribution.Quantile(0.95)];

    private static Scenario Several(Outcome[] outcomes, double paid) =>
        Cases.Of([.. outcomes.Select((outcome, i) => outcome with { Id = $"outcome_{i}" })], [Cases.Input(paid)]);
}
