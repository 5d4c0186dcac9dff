using System.Text.Json.Nodes;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Hosts.Tests.Batch;
using Sroi.Hosts.Tests.Commands;
using Sroi.Reports;

namespace Sroi.Hosts.Tests.Agreement;

/// <summary>A service that costs less than usual care, and does less: its incremental inputs are negative, so that no command may give a ratio or a negative payback.</summary>
public sealed class CheaperThanUsualCareTests : IDisposable
{
    private const string Case = """
        title: Cheaper
        question: Is it worth it?
        delivery_model: co-produced
        power_shared_with: []
        country: GB
        appraisal: {price_year: 2024-25, discounting: green_book_2026, timing: end-of-year, first_year: 2025-26, years: 3, optimism_bias: none}
        stakeholders:
          - {party: patients, involved: no}
          - {party: nhs, involved: no}
        quantities:
          people: {label: People, value: 40, unit: person, distribution: {poisson: {mean: 40}}, source: {title: Register, kind: records}}
          visits: {label: Visits avoided, value: 2, unit: attendance/person/year, distribution: {normal: {mean: 2, sd: 0.2}}, source: {title: Register, kind: records}}
          usual: {label: Visits avoided by usual care, value: 1, unit: attendance/person/year, distribution: fixed, source: {title: Register, kind: records}}
          cost: {label: Cost, value: 60000, unit: GBP, price_year: 2024-25, index: gdp_deflator, distribution: {normal: {mean: 60000, sd: 1000}}, source: {title: Accounts, kind: records}}
          usual_cost: {label: Cost of usual care, value: 100000, unit: GBP, price_year: 2024-25, index: gdp_deflator, distribution: fixed, source: {title: Accounts, kind: records}}
        inputs:
          - {id: service, label: Service, paid_by: nhs, kind: cash, amount: cost, years: 0}
        outcomes:
          - {id: fewer_visits, change: Fewer visits, stakeholder: patients, quantity: people * visits, proxy: unit_costs.health.ae_attendance, lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: 0%, drop_off: 0%}
        baseline:
          inputs:
            - {id: care, label: Usual care, paid_by: nhs, kind: cash, amount: usual_cost, years: 0}
          outcomes:
            - {id: visits_of_usual_care, change: Fewer visits, stakeholder: patients, quantity: people * usual, proxy: unit_costs.health.ae_attendance, lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: 0%, drop_off: 0%}
        not_valued: []

        """;

    private readonly PlanFolder _folder = new();

    public CheaperThanUsualCareTests() => File.WriteAllText(Path.Combine(_folder.Parameters.Path, "scenarios", "cheaper.yaml"), Case);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_gives_no_ratio_and_no_negative_payback()
    {
        JsonNode json = Json("run cheaper --draws 2000 --seed 1 --json");
        Assert.True((double)json["present_value_inputs"]! < 0);
        Assert.True((double)json["net_present_value"]! > 0);
        Assert.All(Ratios, ratio => Assert.Null(json[ratio.Id]));
        Assert.Equal((0, 0, 0), ((double)json["payback_months"]!, (double)json["payback_years"]!, (double)json["discounted_payback_years"]!));
        Assert.Null(json["simulation"]!["figures"]![FigureCatalogue.SroiRatio.Id]!["base"]);
        Assert.Equal(1, (double)json["simulation"]!["share_inputs_not_positive"]!);
        Assert.Matches(@"SROI ratio \(all benefits ÷ all inputs\) +undefined", Done("run cheaper").Output);
    }

    [Fact]
    public void Explain_says_that_it_is_undefined() =>
        Assert.All(
            Ratios,
            ratio =>
            {
                Assert.Null(Json($"explain cheaper {ratio.Id} --json")["value"]);
                Assert.StartsWith($"{ratio.Label} [{ratio.Id}] = undefined", Done($"explain cheaper {ratio.Id}").Output, StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData("tornado cheaper --of ratio")]
    [InlineData("tornado cheaper --of ratio --input people")]
    [InlineData("switching cheaper --of ratio")]
    [InlineData("two-way cheaper people visits --of ratio")]
    [InlineData("indices cheaper --of ratio --seed 1")]
    public void An_analysis_of_the_ratio_says_why_there_is_none(string args)
    {
        Command command = Run(args);
        Assert.NotEqual(0, command.Code);
        Assert.Empty(command.Output);
        Assert.Contains("sroi_ratio", command.Errors, StringComparison.Ordinal);
        Assert.Contains("because its divisor is not above zero", command.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_and_the_choices_have_no_ratio()
    {
        Assert.Null(Json("compare cheaper croydon_sun --json")["before"]![FigureCatalogue.SroiRatio.Id]);
        JsonNode options = Json("options cheaper croydon_sun --draws 2000 --seed 1 --json");
        JsonNode ratio = options["compared"]!.AsArray().First(option => (string?)option!["name"] == "cheaper")![FigureCatalogue.SroiRatio.Id]!;
        Assert.Equal((null, null), ((double?)ratio["base"], (double?)ratio["mean"]));
        Assert.Null(Json("subgroups cheaper --draws 2000 --seed 1 --json")["unweighted"]![FigureCatalogue.SroiRatio.Id]!["base"]);
        JsonNode curve = Json("acceptability cheaper --draws 2000 --seed 1 --json");
        Assert.Equal(1, (double)curve["options"]![0]!["share_inputs_not_positive"]!);
    }

    [Fact]
    public void The_report_judges_it_by_its_net_present_value()
    {
        Done($"report cheaper --draws 2000 --seed 1 --out {_folder.Out("cheaper.html")}");
        string report = File.ReadAllText(_folder.Out("cheaper.html"));
        Assert.Contains("so a ratio has no meaning", report, StringComparison.Ordinal);
        Assert.DoesNotContain("each £1 put in returns", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_has_no_ratio()
    {
        _folder.Run(_folder.Plan("scenarios: [cheaper]\nvary:\n  '*.visits': [1.5, 2.5]\ndraws: 500\nseed: 7\n"), "out");
        ResultTable runs = DataSet
            .Open(_folder.Out("out"))
            .Query("select sroi_ratio, net_sroi_ratio, public_value_ratio, fiscal_ratio, case_sroi_ratio, payback_months from runs");
        Assert.Equal(2, runs.Rows.Length);
        Assert.All(runs.Rows, row => Assert.Equal([null, null, null, null, null, 0.0], row));
    }

    private static IEnumerable<HeadlineFigure> Ratios => FigureCatalogue.Standard.Figures.Where(figure => figure.Kind == FigureKind.Ratio);

    private Command Run(string args) => Command.Run(args, folder: Path.GetDirectoryName(_folder.Parameters.Path));

    private Command Done(string args)
    {
        Command command = Run(args);
        Assert.True(command.Code == 0, command.Errors);
        return command;
    }

    private JsonNode Json(string args) => JsonNode.Parse(Done(args).Output)!;
}
