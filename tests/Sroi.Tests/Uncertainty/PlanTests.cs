using Sroi.Arithmetic;
using Sroi.Evaluation;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Streams;

namespace Sroi.Tests.Uncertainty;

/// <summary>The compiled plan computes what the formula says, to the bit: there is no second copy of the calculation.</summary>
public class PlanTests
{
    public static TheoryData<string> Shipped =>
        ["croydon_sun", "arizona_peer_employment", "expert_patients_programme", "marco_cavallo_centre", "peer_led_groups", "wheels_to_meals"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_plan_at_the_base_values_is_the_base_case(string scenario)
    {
        SocialReturn social = UncertainCases.Shipped(scenario);
        Formula[] formulas = [.. Everything(social)];
        Assert.Equal(formulas.Select(formula => formula.ValueOrNull ?? double.NaN), Plan.Of(formulas).AtBase());
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_plan_at_any_values_is_the_formula_there(string scenario)
    {
        SocialReturn social = UncertainCases.Shipped(scenario);
        Formula[] formulas = [.. Everything(social)];
        Plan plan = Plan.Of(formulas);
        foreach (double p in new[] { 0.03, 0.4, 0.5, 0.77, 0.999 })
        {
            double[] inputs = [.. plan.Parameters.Select(input => input.Distribution.Quantile(p))];
            Valuation there = new(plan.Parameters.Select(input => input.Id).Zip(inputs).ToDictionary(pair => pair.First, pair => pair.Second));
            Assert.Equal(formulas.Select(formula => there.Of(formula) ?? double.NaN), plan.At(inputs));
        }
    }

    [Fact]
    public void What_formulas_share_is_computed_once()
    {
        Formula a = UncertainCases.Amount("a", new Distribution.Uniform(0, 1), "job"),
            b = UncertainCases.Amount("b", new Distribution.Uniform(0, 1), "job");

        // a × b is needed three times, and is one step; a draw each, the product, the sum, the quotient.
        Plan plan = Plan.Of([a * b, (a * b) + (a * b), (a * b) / b]);
        Assert.Equal(["Draw", "Draw", "Multiply", "Add", "Divide"], plan.Steps.Select(step => step.Operation.ToString()));
    }

    [Fact]
    public void What_is_known_exactly_is_folded()
    {
        Formula known = Cases.Number("known", 3, "job"),
            uncertain = UncertainCases.Amount("uncertain", new Distribution.Uniform(0, 1), "job");
        Plan plan = Plan.Of([uncertain * ((known + known) * known)]);
        Assert.Equal([PlanOperation.Draw, PlanOperation.Multiply], plan.Steps.Select(step => step.Operation));
        Assert.Equal(18, plan.Steps[1].B.Constant);
    }

    [Fact]
    public void One_less_a_share_is_drawn_as_such_and_products_are_joined()
    {
        Formula[] shares = [.. new[] { "a", "b", "c" }.Select(name => (Formula)UncertainCases.Amount(name, new Distribution.Beta(2, 3), "share"))];
        Plan plan = Plan.Of([shares[0].Remainder * shares[1].Remainder * shares[2].Remainder]);
        Assert.Equal(
            [PlanOperation.DrawRemainder, PlanOperation.DrawRemainder, PlanOperation.DrawRemainder, PlanOperation.MultiplyThree],
            plan.Steps.Select(step => step.Operation)
        );
        Assert.Equal(0.7 * 0.6 * 0.1, plan.At([0.3, 0.4, 0.9])[0], precision: 15);
    }

    [Fact]
    public void Every_operation_has_the_same_bits_at_every_width()
    {
        double[] left = [.. Enumerable.Range(0, Block.Size).Select(i => Math.Sin(i) * 3)],
            right = [.. Enumerable.Range(0, Block.Size).Select(i => i % 7 == 0 ? 0 : Math.Cos(i))];
        foreach (PlanOperation operation in Enum.GetValues<PlanOperation>().Except([PlanOperation.Draw, PlanOperation.DrawRemainder]))
        {
            PlanStep step = new(operation, PlanOperand.At(0), PlanOperand.At(1))
            {
                C = PlanOperand.Of(0.3),
                D = PlanOperand.At(1),
                Target = 2,
            };
            double[] one = Run(Width.One, step);
            Assert.All(Widths.Supported, width => Assert.Equal(one, Run(width, step)));
        }

        double[] Run(Width width, PlanStep step)
        {
            double[] registers = [.. left, .. right, .. new double[Block.Size]];
            PlanKernels.Run(width, step, registers, Block.Size);
            return registers[(2 * Block.Size)..];
        }
    }

    internal static IEnumerable<Formula> Everything(SocialReturn social) =>
        [
            social.PresentValue,
            social.PresentValueOfInputs,
            social.NetPresentValue,
            social.Ratio,
            social.PublicValueRatio,
            social.FiscalRatio,
            .. social.Outcomes.SelectMany(outcome => outcome.ByYear.Append(outcome.PresentValue)),
            .. social.Ledger.Lines.SelectMany(line => new[] { line.Pays, line.Gains, line.Nets }),
        ];
}
