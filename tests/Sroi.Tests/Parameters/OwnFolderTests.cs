using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Tests.Parameters;

/// <summary>Parties, indices and private values of the user's own, without a shipped file being touched.</summary>
public class OwnFolderTests : IDisposable
{
    private const string Value = "4321.09";

    private readonly ParameterCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_scenario_may_have_parties_of_its_own()
    {
        Case("  - {party: choir, involved: no}\n", "parties: {choir: {label: The choir, public: false}}\n");
        Scenario scenario = ParameterLibrary.Open(_copy.Path).Scenario("own_case");
        Assert.Contains(scenario.Map.Stakeholders, s => s.Party is { Id: "choir", Label: "The choir", IsPublic: false });
    }

    [Fact]
    public void A_party_that_is_there_already_is_reported()
    {
        Case("", "parties: {nhs: {label: Our NHS, public: true}}\n");
        Assert.Contains("'nhs' is a party of the library already (NHS).", Refused("own_case"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_may_have_parties_of_its_own()
    {
        Write("own/parties.yaml", "choir: {label: The choir, public: false}\n");
        Assert.Equal("The choir", ParameterLibrary.Open(_copy.Path).Parties["choir"].Label);
        Write("own/parties.yaml", "nhs: {label: Our NHS, public: true}\n");
        Assert.Contains(
            "'nhs' is there already",
            Assert.Throws<InvalidFilesException>(() => ParameterLibrary.Open(_copy.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_value_of_a_bank_is_computed_with_and_the_result_names_the_bank()
    {
        Bank("no");
        SroiResult result = SroiResult.Of(ParameterLibrary.Open(_copy.Path).Scenario("own_case"));
        Assert.Equal(4321.09 * 100 / 1.035, result.PresentValueBenefits, 6);
        Warning named = Assert.Single(Assurer.Check(result), warning => warning.Code == "private_values");
        Assert.Contains("1 of Bought bank (CC BY-NC-ND)", named.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_may_not_be_quoted_is_left_out_of_what_is_written()
    {
        Bank("no");
        SroiResult result = SroiResult.Of(ParameterLibrary.Open(_copy.Path).Scenario("own_case"));
        Assert.DoesNotContain(Value, ResultJson.Write(result, Assurer.Check(result)), StringComparison.Ordinal);
        Assert.DoesNotContain(Value, ResultTables.Numbers(result).ToCsv(), StringComparison.Ordinal);
        string refused = Assert.Throws<InvalidFilesException>(() => OpenCase.Read(ParameterLibrary.Open(_copy.Path), "own_case", null, [])).Message;
        Assert.Contains("Bought bank (CC BY-NC-ND) does not allow its numbers to be copied into a batch", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_may_be_quoted_is_written()
    {
        Bank("yes");
        ParameterLibrary library = ParameterLibrary.Open(_copy.Path);
        SroiResult result = SroiResult.Of(library.Scenario("own_case"));
        Assert.Contains(Value, ResultJson.Write(result, Assurer.Check(result)), StringComparison.Ordinal);
        Assert.NotNull(OpenCase.Read(library, "own_case", null, []));
    }

    [Fact]
    public void A_folder_of_numbers_without_a_licence_is_refused()
    {
        Write("own/bought/wellbeing.yaml", "joy: {label: Joy, value: 1, unit: ratio, source: {title: bank}}\n");
        Assert.Contains(
            "needs a file bank.yaml",
            Assert.Throws<InvalidFilesException>(() => ParameterLibrary.Open(_copy.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_index_of_ones_own_takes_the_place_of_the_shipped_one_which_is_kept()
    {
        Write(
            "own/price_indices.yaml",
            "gdp_deflator:\n  label: GDP deflator\n  financial_years: {2023-24: 96.1117, 2024-25: 101, 2025-26: 104}\n  edition: September 2026\n  source: {title: GDP deflators}\n"
        );
        ParameterLibrary library = ParameterLibrary.Open(_copy.Path);
        PriceIndex now = library.Indices["gdp_deflator"],
            kept = library.Indices["gdp_deflator_march_2026"];
        Assert.Equal((101, 100), (now.At(2024)!.Level, kept.At(2024)!.Level));
        RevisedFigure revised = now.At(2024)!.Earlier!;
        Assert.Equal((101, "September 2026", 100, "March 2026"), (revised.Now, revised.Edition, Math.Round(revised.Was, 9), revised.EarlierEdition));
        Assert.Null(now.At(2023)!.Earlier);
        // What is continued with the deflator follows it: 104 ÷ 101.
        Assert.Equal(104.0 / 101, library.Indices["nhscii"].Between(PriceYear.Parse("2024-25"), PriceYear.Parse("2025-26")).Factor, 12);
    }

    [Fact]
    public void A_revised_rate_a_provisional_one_and_an_old_cost_are_each_said_once()
    {
        string Cost(string id, string year) =>
            $"  {id}: {{label: Cost {id}, value: 10, unit: GBP/visit, price_year: {year}, index: nhscii, source: {{title: Price list, kind: records}}}}\n";
        Case("", "", Cost("one", "2022-23") + Cost("two", "2022-23") + Cost("old", "2016-17") + Cost("older", "2015-16"));
        Warning[] warnings = [.. Assurer.Check(SroiResult.Of(ParameterLibrary.Open(_copy.Path).Scenario("own_case")))];
        Assert.Equal(
            "NHS Cost Inflation Index, pay and prices, 2023-24: 2.47 % in edition 2025, which is used; 4.31 % in edition 2024.",
            Assert.Single(warnings, warning => warning.Code == "index_editions").Message
        );
        Assert.Contains(
            "(forecast or provisional)",
            Assert.Single(warnings, warning => warning.Code == "index_forecast").Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Cost older is at 2015-16 prices",
            Assert.Single(warnings, warning => warning.Code == "stale_price").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_editions_of_one_publication_are_said_once()
    {
        string Cost(string id, string edition) =>
            $"  {id}: {{label: Cost {id}, value: 10, unit: GBP/visit, price_year: 2024-25, index: nhscii, edition: '{edition}', source: {{title: 'Unit Costs of Care {edition}'}}}}\n";
        Case("", "", Cost("one", "2023") + Cost("two", "2025") + Cost("three", "2025"));
        Warning[] warnings = [.. Assurer.Check(SroiResult.Of(ParameterLibrary.Open(_copy.Path).Scenario("own_case")))];
        Assert.Contains(
            "Unit Costs of Care: 2023 and 2025",
            Assert.Single(warnings, warning => warning.Code == "editions_differ").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_case_that_does_not_know_the_provider_draws_the_variation()
    {
        Case("", "", "  week: {use: unit_costs.social_care.care_home_week, provider: unknown}\n");
        Parameter week = ParameterLibrary.Open(_copy.Path).Scenario("own_case").Parameters["unit_costs.social_care.care_home_week"];
        Assert.Equal((1012, 1309), (week.Distribution.Support.Low, week.Distribution.Support.High));
        Assert.Equal(1185.55, week.Value);
    }

    [Fact]
    public void Variation_between_kinds_does_not_stand_for_an_unknown_provider()
    {
        Case("", "", "  week: {use: unit_costs.health.ae_attendance, provider: unknown}\n");
        Assert.Contains("it varies between kinds, not between providers", Refused("own_case"), StringComparison.Ordinal);
    }

    private void Bank(string quote)
    {
        Write("own/bought/bank.yaml", $"title: Bought bank\nlicence: CC BY-NC-ND\nquote: {quote}\n");
        Write(
            "own/bought/wellbeing.yaml",
            $"joy:\n  label: Joy in singing\n  value: {Value}\n  unit: GBP/person/year\n  price_year: 2024-25\n  index: gdp_deflator\n  distribution: fixed\n"
                + "  benefit: social\n  confidence: high\n  source: {title: Bought bank}\n  licence: CC BY-NC-ND\n"
        );
        Case("", "", proxy: "own.bought.wellbeing.joy");
    }

    private void Case(string stakeholders, string more, string quantities = "", string proxy = "unit_costs.wellbeing.chronic_loneliness_year") =>
        Write(
            "scenarios/own_case.yaml",
            "title: Own case\ndelivery_model: co-produced\n"
                + "appraisal: {price_year: 2024-25, discounting: green_book_2026, timing: end-of-year, first_year: 2025-26, years: 1, optimism_bias: none}\n"
                + more
                + $"stakeholders:\n  - {{party: members, involved: no}}\n{stakeholders}"
                + $"quantities:\n  people: {{label: People, value: 100, unit: person, source: {{title: register, kind: records}}}}\n{quantities}"
                + "inputs: []\noutcomes:\n  - {id: joy, change: Joy, stakeholder: members, quantity: people, proxy: "
                + proxy
                + ", lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: 0%, drop_off: 0%}\n"
        );

    private string Refused(string scenario) =>
        Assert.Throws<InvalidFilesException>(() => ParameterLibrary.Open(_copy.Path).Scenario(scenario)).Message;

    private void Write(string file, string text)
    {
        string path = Path.Combine(_copy.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
