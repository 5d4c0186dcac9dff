using System.Globalization;
using System.Text.Json.Nodes;
using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Evaluation;
using Sroi.Hosts.Tests.Batch;
using Sroi.Model.Reading;
using Sroi.Presentation.Pages;
using Sroi.Presentation.Reports;
using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>A figure that is added to the catalogue is found wherever figures are, without another line of code.</summary>
public sealed class FigureCatalogueTests
{
    private static readonly HeadlineFigure BenefitPerPerson = new(
        "benefit_per_person",
        "benefits per person served",
        FigureKind.Money,
        "GBP/person",
        "benefits ÷ people served",
        social => Formula.RatioOf(social.PresentValue, social.PeopleServed)
    )
    {
        ShortName = "per_person",
        IsSimulated = true,
    };

    private static readonly SocialReturn Social = SocialReturn.Of(
        ShownCases.Library.Scenario("croydon_sun"),
        FigureCatalogue.Standard.With(BenefitPerPerson)
    );

    private static readonly SroiResult Result = SroiResult.Of(Social);

    private static double Expected => Result.PresentValueBenefits / Result.PeopleServed!.Value;

    [Fact]
    public void The_catalogue_has_fourteen_figures_and_takes_no_name_twice()
    {
        Assert.Equal(14, FigureCatalogue.Standard.Figures.Length);
        Assert.Equal(FigureCatalogue.Standard.Figures.ToHashSet(), FigureCatalogue.Standard.ForReaders.ToHashSet());
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            FigureCatalogue.Standard.With(BenefitPerPerson with { ShortName = "ratio" })
        );
        Assert.StartsWith("There is a figure named 'ratio' already.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_in_the_json() => Assert.Equal(Expected, (double)JsonNode.Parse(ResultJson.Write(Result, []))![BenefitPerPerson.Id]!, 9);

    [Fact]
    public void It_is_in_the_json_of_a_full_simulation()
    {
        SimulationResult draws = (Simulation.Of(Social, 1_000, 7) with { Breakdown = Breakdown.Everything }).Run();
        JsonNode figure = JsonNode.Parse(ResultJson.Write(Result, draws, []))!["simulation"]!["figures"]![BenefitPerPerson.Id]!;
        Assert.Equal(Expected, (double)figure["base"]!, 9);
        Assert.True((double)figure["sd"]! > 0);
        Assert.Contains("Benefits per person served", SimulationPage.Of(draws).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_in_the_csv() =>
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"\r\n{BenefitPerPerson.Id},{Result[BenefitPerPerson]:R},GBP/person,"),
            ResultTables.Figures(Result).ToCsv(),
            StringComparison.Ordinal
        );

    [Fact]
    public void It_is_on_the_page_and_in_the_report()
    {
        Assert.Contains("Benefits per person served", ResultPage.Of(Result, null, []).ToString(), StringComparison.Ordinal);
        Assert.Contains("Benefits per person served", CaseReport.Of(Social, CaseReport.LeastDraws, 7).ToDocument(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("benefit_per_person")]
    [InlineData("per_person")]
    public void It_is_explained_by_either_name(string name)
    {
        Explanation explained = Explanation.Of(Social.Find(name));
        Assert.Equal((BenefitPerPerson.Id, BenefitPerPerson.Label), (explained.Id, explained.Label));
        Assert.Equal(Expected, explained.Value!.Value, 9);
        Assert.StartsWith("benefits per person served", explained.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_asked_of_every_analysis()
    {
        TargetFigure figure = TargetFigure.Named(Social, "per_person");
        Assert.Equal((BenefitPerPerson.Id, BenefitPerPerson.Label, 0.0), (figure.Id, figure.Label, figure.Threshold));
        Tornado tornado = Tornado.Of(figure);
        Assert.Equal(Expected, tornado.Base, 9);
        Assert.Equal("GBP/person", (string?)JsonNode.Parse(SensitivityJson.Write(tornado, null))!["figure"]!["unit"]);
    }

    [Fact]
    public void It_is_a_column_of_the_parquet_table_of_a_batch()
    {
        using PlanFolder folder = new();
        BatchRunner runner = new(
            folder.Plan("scenarios: [croydon_sun]\nvary:\n  '*.fading': [10%, 50%]\ndraws: 200\nseed: 7\n"),
            folder.Library(),
            Social.Catalogue
        )
        {
            Folder = folder.Out("out"),
            Store = folder.Store,
        };
        runner.Run();
        ResultTable runs = DataSet.Open(folder.Out("out")).Query($"select {BenefitPerPerson.Id}, present_value_benefits / people_served from runs");
        Assert.Equal(2, runs.Rows.Length);
        Assert.All(runs.Rows, row => Assert.Equal((double)row[1]!, (double)row[0]!, 9));
    }

    [Theory]
    [InlineData("src/Sroi/Reports/README.md")]
    [InlineData("src/Sroi.Batch/Results/README.md")]
    public void The_table_of_keys_has_every_figure(string file)
    {
        string text = File.ReadAllText(Path.Combine(TestFolder.Root, file));
        Assert.All(FigureCatalogue.Standard.Figures, figure => Assert.Contains($"`{figure.Id}`", text, StringComparison.Ordinal));
    }
}
