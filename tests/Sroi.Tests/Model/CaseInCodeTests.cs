using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Tests.Model;

/// <summary>A case made in C#, with unit costs of the library and without a file, is the case that a file makes.</summary>
public class CaseInCodeTests
{
    [Fact]
    public void A_case_in_code_gives_what_its_file_gives()
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        SroiResult made = SroiResult.Of(Made(library));
        // 60 people × 1.2 attendances × £280.17 × 80 %, discounted by a year, ÷ £12,000 discounted alike.
        double price = library.Parameter("unit_costs.health.ae_attendance", PriceYear.Financial(2024)).Value;
        Assert.Equal(60 * 1.2 * price * 0.8 / 12_000, made.SroiRatio!.Value, 12);

        SroiResult read = SroiResult.Of(Read(library));
        Assert.Equal(read.SroiRatio!.Value, made.SroiRatio.Value, 12);
        Assert.Equal(read.NetPresentValue!.Value, made.NetPresentValue!.Value, 8);
    }

    [Fact]
    public void A_parameter_is_brought_to_the_prices_that_are_asked_for()
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        Parameter old = library.Parameter("unit_costs.wellbeing.chronic_loneliness_year"),
            now = library.Parameter("unit_costs.wellbeing.chronic_loneliness_year", PriceYear.Financial(2024));
        double factor = library.Indices[old.Index!].Between(old.PriceYear!.Value, PriceYear.Financial(2024)).Factor;
        Assert.Equal((old.Value * factor, PriceYear.Financial(2024)), (now.Value, now.PriceYear!.Value));
    }

    [Fact]
    public void A_cost_of_provision_is_no_proxy()
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        Parameter provision = library.All().First(cost => cost.Unit.IsMoney && cost.Benefit is null);
        Assert.Contains(
            "has no type of benefit",
            Assert.Throws<ArgumentException>(() => FinancialProxy.Of(provision, library.Parties["members"])).Message,
            StringComparison.Ordinal
        );
    }

    private static Scenario Made(ParameterLibrary library)
    {
        PriceYear prices = PriceYear.Financial(2024);
        Party members = library.Parties["members"];
        Source register = new() { Title = "Register 2025", Kind = SourceKind.Records };
        Parameter people = new("drop_in.people", 60, Unit.Person) { Source = register };
        Parameter fewer = new("drop_in.fewer", 1.2, Unit.Parse("attendance/person/year"))
        {
            Source = register,
            Distribution = new Distribution.Pert(0.6, 1.2, 1.8),
        };
        return new()
        {
            Id = "drop_in",
            Title = "A drop-in",
            DeliveryModel = DeliveryModel.Conventional,
            Appraisal = new()
            {
                PriceYear = prices,
                FirstYear = prices,
                Years = 1,
                Timing = DiscountTiming.EndOfYear,
                Discounting = library.Schedules["green_book_2026"],
            },
            Map = new()
            {
                Stakeholders = [new(members, Involvement: null)],
                Inputs =
                [
                    new()
                    {
                        Id = "cost",
                        Label = "Cost",
                        PaidBy = library.Parties["charity"],
                        Kind = InputKind.Cash,
                        Amount = new Parameter("drop_in.paid", 12_000, Unit.Pounds, prices) { Source = register },
                        Years = [1],
                    },
                ],
                Outcomes =
                [
                    new()
                    {
                        Id = "fewer_attendances",
                        Change = "Fewer attendances",
                        Stakeholder = members,
                        Quantity = people * fewer,
                        Proxy = FinancialProxy.Of(library.Parameter("unit_costs.health.ae_attendance", prices), members),
                        Duration = Formula.Number(1, Unit.Year),
                        Deadweight = 0,
                        Displacement = 0,
                        Attribution = new Parameter("drop_in.others", 0.2, Unit.None) { IsShare = true, Source = register },
                        DropOff = 0,
                    },
                ],
            },
        };
    }

    private static Scenario Read(ParameterLibrary library)
    {
        string folder = TestFolder.Fresh(),
            path = Path.Combine(folder, "drop_in.yaml");
        File.WriteAllText(
            path,
            """
            title: A drop-in
            delivery_model: conventional
            appraisal: {price_year: 2024-25, discounting: green_book_2026, timing: end-of-year, first_year: 2024-25, years: 1, optimism_bias: none}
            stakeholders: [{party: members, involved: no}]
            quantities:
              people: {label: People, value: 60, unit: person, source: {title: Register 2025, kind: records}}
              fewer: {label: Fewer attendances, value: 1.2, unit: attendance/person/year, source: {title: Register 2025, kind: records}}
              paid: {label: Cost, value: 12000, unit: GBP, price_year: 2024-25, source: {title: Register 2025, kind: records}}
              others: {label: Owed to others, value: 20%, unit: share, source: {title: Register 2025, kind: records}}
            inputs: [{id: cost, label: Cost, paid_by: charity, kind: cash, amount: paid, years: 1}]
            outcomes:
              - {id: fewer_attendances, change: Fewer attendances, stakeholder: members, quantity: people * fewer, proxy: unit_costs.health.ae_attendance,
                 lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: others, drop_off: 0%}
            """
        );
        Scenario scenario = library.Scenario(path);
        Directory.Delete(folder, recursive: true);
        return scenario;
    }
}
