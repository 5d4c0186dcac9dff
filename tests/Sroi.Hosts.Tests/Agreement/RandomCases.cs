using System.Collections.Immutable;
using CsCheck;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;

namespace Sroi.Hosts.Tests.Agreement;

/// <summary>Cases with anything that a case can have: negative amounts, usual care, several intakes, transfers, no outcomes, no inputs, no people.</summary>
internal static class RandomCases
{
    private static readonly Gen<double> Share = Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(1.0));
    private static readonly Gen<double> Amount = Gen.OneOf(Gen.Double[-5_000, 50_000], Gen.Const(0.0), Gen.Const(20_000.0));

    private static readonly Gen<Outcome> Outcomes = Gen.Select(
            Gen.Double[0, 60],
            Amount,
            Gen.Select(Share, Share, Share, Share),
            Gen.Double[0.1, 6],
            Gen.Int[1, 3],
            Gen.Int[1, 3],
            Gen.Bool
        )
        .Select(
            (quantity, price, shares, years, cohorts, starts, isBaseline) =>
                Cases.Outcome(quantity, price, shares.Item1, shares.Item2, shares.Item3, shares.Item4, years) with
                {
                    Cohorts = [.. Enumerable.Range(1, cohorts)],
                    Starts = starts,
                    IsBaseline = isBaseline,
                }
        );

    private static readonly Gen<Input> Inputs = Gen.Select(Amount, Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.Bool)
        .Select(
            (amount, year, isBaseline, isPublic, isCash) =>
                Cases.Input(amount, isPublic ? Cases.Nhs : Cases.Charity, year) with
                {
                    IsBaseline = isBaseline,
                    Kind = isCash ? InputKind.Cash : InputKind.InKind,
                }
        );

    private static readonly Gen<Transfer> Transfers = Gen.Select(Amount, Gen.Bool)
        .Select(
            (amount, isFollowing) =>
                new Transfer
                {
                    Id = "transfer",
                    From = Cases.Nhs,
                    To = Cases.Members,
                    Why = "benefit paid",
                    Follows = isFollowing ? "outcome_0" : null,
                    Amount = isFollowing ? Cases.Money("transfer", amount / 100, "GBP/job") : Cases.Money("transfer", amount, "GBP"),
                    Years = isFollowing ? [] : [1],
                }
        );

    /// <summary>The cases.</summary>
    public static Gen<SocialReturn> All { get; } =
        Gen.Select(
                Outcomes.Array[0, 3],
                Inputs.Array[0, 3],
                Transfers.Array[0, 1],
                Gen.OneOf(Gen.Const(0.0), Gen.Double[1, 200]),
                Gen.Enum<DiscountTiming>(),
                Gen.Int[1, 8]
            )
            .Select((outcomes, inputs, transfers, people, timing, years) => Case(outcomes, inputs, transfers, people, timing, years));

    private static SocialReturn Case(Outcome[] outcomes, Input[] inputs, Transfer[] transfers, double people, DiscountTiming timing, int years)
    {
        Parameter? persons = people > 0 ? Drawn(Cases.Number("people", people, "person")) : null;
        ImmutableArray<Outcome> valued =
        [
            .. outcomes.Select((outcome, number) => Renamed(outcome, number, persons is null ? null : (Formula)persons)),
        ];
        Scenario plain = Cases.Of(
            valued,
            [.. inputs.Select((input, number) => input with { Id = $"input_{number}", Amount = Drawn(input.Amount, $"input_{number}") })],
            years: years,
            timing: timing
        );
        return SocialReturn.Of(
            plain with
            {
                Map = plain.Map with
                {
                    Transfers =
                    [
                        .. transfers.Where(transfer =>
                            transfer.Follows is null || valued.Any(outcome => outcome.Id == transfer.Follows && !outcome.IsBaseline)
                        ),
                    ],
                },
                People = persons is null ? null : (Formula)persons,
                PeopleServed = persons is null ? null : ((Formula)persons * Formula.Number(2, "intakes")).As("people_served", "people served"),
            }
        );
    }

    // Each number is a parameter of its own, with a spread; where people are known the first outcome follows them.
    private static Outcome Renamed(Outcome outcome, int number, Formula? people) =>
        outcome with
        {
            Id = $"outcome_{number}",
            Quantity =
                number == 0 && people is not null
                    ? people * (Formula)Drawn(Cases.Number("each", outcome.Quantity.Value / 50, "job/person/year"))
                    : (Formula)Drawn(outcome.Quantity, $"quantity_{number}"),
            Proxy = outcome.Proxy with { Value = Drawn(outcome.Proxy.Value, $"proxy_{number}") },
        };

    private static Parameter Drawn(Formula formula, string name) =>
        Drawn(formula.Unit.IsMoney ? Cases.Money(name, formula.Value, formula.Unit.Text) : Cases.Number(name, formula.Value, formula.Unit.Text));

    private static Parameter Drawn(Parameter number) =>
        number with
        {
            Distribution = new Distribution.Normal(number.Value, (Math.Abs(number.Value) / 20) + 0.001),
        };
}
