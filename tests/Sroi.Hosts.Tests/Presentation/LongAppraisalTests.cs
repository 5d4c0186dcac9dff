using System.Text.Json;
using System.Text.RegularExpressions;
using Sroi.Evaluation;
using Sroi.Hosts.Tests.Commands;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>An appraisal may count 200 years and end after 2200: every command, page and chart works, and what a person reads stays short.</summary>
public sealed partial class LongAppraisalTests : IDisposable
{
    private readonly ParameterCopy _parameters = new();

    public LongAppraisalTests()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(_parameters.Path, "scenarios"), "*.yaml"))
        {
            File.WriteAllText(file, Horizon().Replace(File.ReadAllText(file), "first_year: 2199-00, years: 200"));
        }

        // One whose facilitators and intakes go on as long.
        _parameters.Replace("scenarios/croydon_sun.yaml", "years: 1..3", "years: 1..200");
        _parameters.Replace("scenarios/croydon_sun.yaml", "cohorts: 1..3", "cohorts: 1..200");
    }

    public static TheoryData<string> Scenarios =>
        [.. Directory.EnumerateFiles(Path.Combine(TestFolder.Parameters, "scenarios"), "*.yaml").Select(NameOf)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_service_of_200_years_runs_and_is_reported(string name)
    {
        string folder = TestFolder.Fresh();
        Command run = Run($"run {name} --out {folder}");
        Assert.Equal(0, run.Code);
        Assert.Contains("200 years from 2199-00", run.Output.Replace('\n', ' '), StringComparison.Ordinal);
        // A register has no figures by year.
        Assert.Equal(name != "east_lille", run.Output.Contains("191 to 200 (2389-90 to 2398-99)", StringComparison.Ordinal));
        Assert.True(run.Output.Split('\n').Length < 200, "200 years are folded.");
        Assert.Equal(0, Run($"report {name} --draws 2000 --seed 1 --out {folder}/case.html").Code);
        Assert.Empty(Directory.EnumerateFiles(folder, "*.part"));
    }

    [Theory]
    [InlineData("run croydon_sun --draws 1000 --seed 1")]
    [InlineData("explain croydon_sun ratio")]
    [InlineData("tornado croydon_sun")]
    [InlineData("switching croydon_sun")]
    [InlineData("subgroups croydon_sun --draws 1000 --seed 1")]
    [InlineData("acceptability croydon_sun --draws 1000 --seed 1")]
    [InlineData("compare croydon_sun arizona_peer_employment")]
    [InlineData("check")]
    public void Every_analysis_of_it_works(string command)
    {
        Command run = Run(command);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.True(run.Output.Split('\n').Length < 700, "200 years are folded.");
    }

    [Fact]
    public void Each_year_is_in_what_programs_read()
    {
        using JsonDocument json = JsonDocument.Parse(Run("run croydon_sun --json").Output);
        Assert.Equal(200, json.RootElement.GetProperty("outcomes")[0].GetProperty("by_year").GetArrayLength());
    }

    // The rows of years 1 to 10 and of 19 decades; their sums are those of all years.
    [Fact]
    public void Every_chart_is_drawn_and_its_figures_are_folded()
    {
        SocialReturn social = SocialReturn.Of(ParameterLibrary.Open(_parameters.Path).Scenario("croydon_sun"));
        SroiResult result = SroiResult.Of(social);
        SimulationResult draws = Simulation.Of(social, 1_000, 1).Run();
        Decision decision = Decision.Between([DecisionOption.Of(social)], 2_000, 1);
        Chart[] charts =
        [
            Charts.Waterfall(result),
            Charts.WhoPaysWhoGains(result),
            Charts.CashFlow(result),
            Charts.RatioDistribution(draws),
            Charts.Convergence(draws),
            Charts.Tornado(Tornado.Of(TargetFigure.NetPresentValue(social))),
            Charts.Acceptability(AcceptabilityCurve.Of(decision)),
        ];
        Assert.All(charts, chart => Assert.True(HtmlTags.Of(chart.ToHtml()).Length > 10));
        Chart flow = charts[2];
        Assert.Equal(29, flow.Figures.Rows.Length);
        Assert.Equal("191 to 200 (2389-90 to 2398-99)", flow.Figures.Rows[^1].Cells[0]);
        // Hours of a year as PERT (1,600, 3,300, 4,000), at 68.00 each.
        Assert.Equal($"−{10 * (1_600 + (4 * 3_300) + 4_000) / 6.0 * 68:N0}", "−" + flow.Figures.Rows[^1].Cells[2]);
        // Of 200 names side by side every fiftieth has room.
        Assert.Equal(4, TextBelow().Count(flow.ToSvg()));
        Assert.Equal(4, PlotlyJson.Of(flow)["layout"]!["xaxis"]!["tickvals"]!.AsArray().Count);
        Assert.True(ResultTables.Outcomes(result).ToHtml().Length < 100_000);
        Assert.Contains("179 more columns of 219.", ResultTables.Outcomes(result).ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _parameters.Dispose();

    private Command Run(string command) => Command.Run($"{command} --parameters {_parameters.Path}");

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    [GeneratedRegex(@"first_year: \S+, years: \d+")]
    private static partial Regex Horizon();

    [GeneratedRegex(@">\(2\d\d\d-\d\d\)<|>\d+ \(2\d\d\d-\d\d\)<")]
    private static partial Regex TextBelow();
}
