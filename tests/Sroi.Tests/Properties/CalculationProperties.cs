using CsCheck;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Quantities;

namespace Sroi.Tests.Properties;

/// <summary>What must hold for every case, whatever its numbers.</summary>
public class CalculationProperties
{
    private const string Seed = "0000SROIseed";

    private static readonly Gen<double> Share = Gen.Double[0, 1];
    private static readonly Gen<Outcome> Outcomes = Gen.Select(
            Gen.Double[1, 1000],
            Gen.Double[1, 10_000],
            Share,
            Share,
            Share,
            Share,
            Gen.Double[0.1, 6]
        )
        .Select(t => Cases.Outcome(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7));

    [Fact]
    public void More_of_any_adjustment_is_never_worth_more() =>
        Check(
            Gen.Select(Outcomes, Share, Gen.Int[0, 3]),
            (outcome, more, which) =>
            {
                Formula Raised(Formula share) => Cases.Share("raised", share.Value + ((1 - share.Value) * more));
                Outcome raised = which switch
                {
                    0 => outcome with { Deadweight = Raised(outcome.Deadweight) },
                    1 => outcome with { Displacement = Raised(outcome.Displacement) },
                    2 => outcome with { Attribution = Raised(outcome.Attribution) },
                    _ => outcome with { DropOff = Raised(outcome.DropOff) },
                };
                return Value(raised) <= Value(outcome) * (1 + 1e-12);
            }
        );

    [Fact]
    public void Without_drop_off_and_discounting_the_value_is_years_times_impact() =>
        Check(
            Outcomes,
            outcome =>
            {
                Outcome steady = outcome with { DropOff = Cases.Share("drop_off", 0) };
                SroiResult result = Cases.Of([steady], [Cases.Input(1)], rate: 0, years: 10).Result();
                return Near(result.PresentValueBenefits, result.Outcomes[0].Impact * steady.Duration.Value);
            }
        );

    [Fact]
    public void Scaling_all_prices_leaves_the_ratio() =>
        Check(
            Gen.Select(Outcomes, Gen.Double[0.01, 100]),
            (outcome, factor) =>
            {
                double plain = Cases.Of([outcome], [Cases.Input(500)]).Result().SroiRatio!.Value;
                Outcome dearer = outcome with { Proxy = Cases.Proxy(outcome.Proxy.Value.Value * factor) };
                return Near(plain, Cases.Of([dearer], [Cases.Input(500 * factor)]).Result().SroiRatio!.Value);
            }
        );

    [Fact]
    public void Splitting_an_outcome_in_two_changes_nothing() =>
        Check(
            Gen.Select(Outcomes, Share),
            (outcome, part) =>
            {
                Outcome Part(string name, double share) =>
                    outcome with
                    {
                        Id = name,
                        Quantity = Cases.Number(name, outcome.Quantity.Value * share, "job/year"),
                    };
                return Near(
                    Value(outcome),
                    Cases.Of([Part("one", part), Part("other", 1 - part)], [Cases.Input(1)], years: 10).Result().PresentValueBenefits
                );
            }
        );

    [Fact]
    public void The_order_of_outcomes_changes_nothing() =>
        Check(
            Gen.Select(Outcomes, Outcomes),
            (one, two) =>
            {
                Outcome other = two with { Id = "other", Quantity = Cases.Number("other", two.Quantity.Value, "job/year") };
                return Near(
                    Cases.Of([one, other], [Cases.Input(1)]).Result().PresentValueBenefits,
                    Cases.Of([other, one], [Cases.Input(1)]).Result().PresentValueBenefits
                );
            }
        );

    [Fact]
    public void A_later_start_of_a_discounted_stream_is_never_worth_more() =>
        Check(Outcomes, outcome => Value(outcome with { Starts = 2 }) <= Value(outcome) * (1 + 1e-12));

    [Fact]
    public void The_ledger_sums_to_society() =>
        Check(
            Outcomes,
            outcome =>
            {
                SroiResult result = Cases.Of([outcome], [Cases.Input(700)]).Result();
                return Near(result.NetPresentValue!.Value, result.Ledger.Sum(line => line.Nets));
            }
        );

    private static double Value(Outcome outcome) => Cases.Of([outcome], [Cases.Input(1)], years: 10).Result().PresentValueBenefits;

    // The same few dozen terms in another order or factored differently: rounding only.
    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)));

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => gen.Sample(holds, seed: Seed, iter: 200);

    private static void Check<T1, T2>(Gen<(T1, T2)> gen, Func<T1, T2, bool> holds) => gen.Sample(t => holds(t.Item1, t.Item2), seed: Seed, iter: 200);

    private static void Check<T1, T2, T3>(Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> holds) =>
        gen.Sample(t => holds(t.Item1, t.Item2, t.Item3), seed: Seed, iter: 200);
}
