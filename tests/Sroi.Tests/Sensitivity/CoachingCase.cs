using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;

namespace Sroi.Tests.Sensitivity;

/// <summary>
/// Job coaching over one year without discounting: 40 jobs × £10,000 × 0.70 × 0.90 × 0.75 = £189,000 against £100,000, so that £89,000 are left. A
/// job is worth £4,725, a pound of price 18.9, a point of deadweight takes £2,700.
/// </summary>
internal static class CoachingCase
{
    public static SocialReturn Social { get; } = Of(Jobs, Cost);

    private static Parameter Jobs => Cases.Number("jobs", 40, "job/year") with { Distribution = new Distribution.Uniform(10, 70) };

    private static Parameter Price => Cases.Money("price", 10_000, "GBP/job") with { Distribution = new Distribution.Uniform(9_000, 11_000) };

    private static Parameter Deadweight => Cases.Share("deadweight", 0.30) with { Distribution = new Distribution.Uniform(0.2, 0.4) };

    private static Parameter Cost => Cases.Money("cost", 100_000, "GBP") with { Distribution = new Distribution.Uniform(80_000, 120_000) };

    /// <summary>The same with all of it deadweight: the jobs and their price do nothing.</summary>
    public static SocialReturn AllDeadweight { get; } =
        SocialReturn.Of(Cases.Of([Outcome("work") with { Deadweight = Share.Of(1) }], [Cases.Input(1) with { Amount = Cost }], rate: 0));

    /// <summary>The same jobs counted in two outcomes, the second worth £1,000 a job with nothing taken off.</summary>
    public static SocialReturn Twice { get; } =
        SocialReturn.Of(
            Cases.Of(
                [
                    Outcome("work"),
                    Outcome("confidence") with
                    {
                        Deadweight = Share.Of(0),
                        Displacement = Share.Of(0),
                        Attribution = Share.Of(0),
                        Proxy = new(Cases.Money("courage", 1_000, "GBP/job"), [new(Cases.Members, Share.Of(1))], BenefitKind.Social, Share.Of(0)),
                    },
                ],
                [Cases.Input(1) with { Amount = Cost }],
                rate: 0
            )
        );

    /// <summary>The three shares 0.2, 0.3 and 0.5 (counts 2, 3 and 5) of which the first brings £100 and the second £40: £32.</summary>
    public static SocialReturn Shares { get; } = SensitivityCases.Worth(OfShares());

    private static SocialReturn Of(Parameter jobs, Parameter cost) =>
        SocialReturn.Of(
            Cases.Of([Outcome("work") with { Quantity = jobs }], [Cases.Input(1) with { Amount = cost }], rate: 0) with
            {
                Parameters = new[] { jobs, Price, Deadweight, cost }.ToImmutableSortedDictionary(p => p.Id, p => p, StringComparer.Ordinal),
            }
        );

    private static Outcome Outcome(string id) =>
        Cases.Outcome(years: 1) with
        {
            Id = id,
            Quantity = Jobs,
            Proxy = new(Price, [new(Cases.Members, Share.Of(1))], BenefitKind.Economic, Share.Of(0)),
            Deadweight = Deadweight,
        };

    private static Formula OfShares()
    {
        Parameter[] weights = [Weight("first", 2), Weight("second", 3), Weight("third", 5)];
        Formula sum = Formula.Total(weights.Select(weight => (Formula)weight), Unit.None);
        return (Formula.Number(100) * weights[0] / sum) + (Formula.Number(40) * weights[1] / sum);
    }

    private static Parameter Weight(string name, double count) =>
        new($"case.mix.{name}", count, Unit.None)
        {
            Label = $"weight of {name}",
            WeightOf = "case.mix",
            Distribution = new Distribution.Gamma(count, 1),
        };
}
