using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Tests;

/// <summary>Small cases made in code: job coaching, whose numbers can be worked by hand.</summary>
internal static class Cases
{
    public static readonly Party Members = new("members", "Members", IsPublic: false);
    public static readonly Party Nhs = new("nhs", "NHS", IsPublic: true);
    public static readonly Party Charity = new("charity", "Charity", IsPublic: false);
    public static readonly PriceYear Prices = PriceYear.Financial(2024);

    /// <summary>40 jobs × £10,000 × 0.70 × 0.90 × 0.75 = £189,000 a year, 20 % drop-off, three years, 3.5 %, start of year; inputs £100,000 at the start.</summary>
    public static Scenario JobCoaching { get; } = Of([Outcome()], [Input(100_000)]);

    public static DiscountSchedule Flat(double rate) =>
        new()
        {
            Id = "flat",
            Label = "Flat",
            Standard =
            [
                new(
                    null,
                    new("discounting.flat.standard", rate, Unit.None)
                    {
                        IsShare = true,
                        Source = new() { Title = "Definition" },
                    }
                ),
            ],
            Health =
            [
                new(
                    null,
                    new("discounting.flat.health", 0.015, Unit.None)
                    {
                        IsShare = true,
                        Source = new() { Title = "Definition" },
                    }
                ),
            ],
        };

    public static Scenario Of(
        ImmutableArray<Outcome> outcomes,
        ImmutableArray<Input> inputs,
        double rate = 0.035,
        int years = 5,
        DiscountTiming timing = DiscountTiming.StartOfYear
    ) =>
        new()
        {
            Id = "case",
            Title = "Case",
            DeliveryModel = DeliveryModel.CoProduced,
            Appraisal = new()
            {
                PriceYear = Prices,
                FirstYear = Prices,
                Discounting = Flat(rate),
                Timing = timing,
                Years = years,
            },
            Map = new()
            {
                Stakeholders = [new(Members, new("interviews", 12, null))],
                Inputs = inputs,
                Outcomes = outcomes,
            },
        };

    public static Outcome Outcome(
        double quantity = 40,
        double price = 10_000,
        double deadweight = 0.30,
        double displacement = 0.10,
        double attribution = 0.25,
        double dropOff = 0.20,
        double years = 3
    ) =>
        new()
        {
            Id = "work",
            Change = "Members are in work",
            Stakeholder = Members,
            Quantity = Number("jobs", quantity, "job/year"),
            Proxy = Proxy(price),
            Duration = Formula.Number(years, Unit.Year),
            Deadweight = Share("deadweight", deadweight),
            Displacement = Share("displacement", displacement),
            Attribution = Share("attribution", attribution),
            DropOff = Share("drop_off", dropOff),
        };

    public static FinancialProxy Proxy(double price, BenefitKind benefit = BenefitKind.Economic, Party? to = null, double cashable = 0) =>
        new(Money("price", price, "GBP/job"), [new(to ?? Members, Sroi.Quantities.Share.Of(1))], benefit, Sroi.Quantities.Share.Of(cashable));

    public static Input Input(double amount, Party? payer = null, params int[] years) =>
        new()
        {
            Id = "cost",
            Label = "Cost",
            PaidBy = payer ?? Nhs,
            Kind = InputKind.Cash,
            Amount = Money("cost", amount, "GBP"),
            Years = years.Length == 0 ? [0] : [.. years],
        };

    public static Parameter Number(string name, double value, string unit) =>
        new($"case.{name}", value, Unit.Parse(unit))
        {
            Source = new() { Title = "Register", Kind = SourceKind.Records },
        };

    public static Parameter Money(string name, double value, string unit) =>
        new($"case.{name}", value, Unit.Parse(unit), Prices)
        {
            Source = new() { Title = "Accounts", Kind = SourceKind.Records },
            Confidence = Confidence.High,
        };

    public static Parameter Share(string name, double value) =>
        new($"case.{name}", value, Unit.None)
        {
            IsShare = true,
            Source = new() { Title = "Study" },
        };

    public static SroiResult Result(this Scenario scenario) => SroiResult.Of(scenario);
}
