using System.Text.Json.Nodes;
using CsCheck;
using Sroi.Assurance;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Presentation.Reports;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Hosts.Tests.Agreement;

/// <summary>Whatever a case is like, every command gives each figure of the catalogue the same value, or says of all that it is undefined.</summary>
public class CommandsAgreeProperties
{
    private const string Seed = "0000SROIseed";
    private const int Draws = 1_024;

    [Fact]
    public void Run_and_explain_and_json_and_pages_agree() =>
        Check(
            iterations: 300,
            social =>
            {
                SroiResult result = SroiResult.Of(social);
                JsonNode json = JsonNode.Parse(ResultJson.Write(result, []))!;
                string page = ResultPage.Of(result, simulation: null, Assurer.Check(result)).ToString();
                Dictionary<string, object?> table = ResultTables.Figures(result).Rows.ToDictionary(row => (string)row[0]!, row => row[1]);
                foreach (HeadlineFigure figure in social.Catalogue.Figures)
                {
                    double? value = result[figure];
                    Assert.Equal(value, (double?)json[figure.Id]);
                    Assert.Equal(value, (double?)table[figure.Id]);
                    Assert.All(figure.Names, name => Assert.Equal(value, Explanation.Of(social.Find(name)).Value));
                    Assert.Contains($"\n{AnalysisText.Capital(figure.Label)}", page, StringComparison.Ordinal);
                }

                Assert.False(result.PaybackMonths < 0 || result.PaybackYears < 0 || result.DiscountedPaybackYears < 0);
                Assert.True(result.PresentValueInputs > 0 || (result.SroiRatio is null && result.NetSroiRatio is null));
            }
        );

    [Fact]
    public void Compare_agrees() =>
        Check(
            iterations: 100,
            social =>
            {
                SroiResult result = SroiResult.Of(social);
                Comparison comparison = Comparison.Of(result, result);
                JsonNode json = JsonNode.Parse(ComparisonJson.Write(comparison))!;
                foreach (HeadlineFigure figure in FigureCatalogue.Leading)
                {
                    Assert.Equal(result[figure], comparison.Before[figure]);
                    Assert.Equal(result[figure], (double?)json["after"]![figure.Id]);
                }
            }
        );

    // What is within rounding noise of the threshold is at the threshold.
    [Fact]
    public void Tornado_and_switching_values_agree() =>
        Check(
            iterations: 40,
            social =>
            {
                SroiResult result = SroiResult.Of(social);
                foreach (HeadlineFigure figure in social.Catalogue.Figures.Where(_ => result.ValuesAnything))
                {
                    TargetFigure target = TargetFigure.Named(social, figure.Id);
                    Assert.Equal(figure.Threshold, target.Threshold);
                    if (!target.Inputs().Any(input => input.IsUncertain))
                    {
                        Assert.Throws<SensitivityException>(() => (object)Tornado.Of(target));
                    }
                    else if (result[figure] is { } value)
                    {
                        Assert.Equal(value, Tornado.Of(target).Base, Math.Max(1e-9, 1e-9 * Math.Abs(value)));
                        Assert.Equal(value, SwitchingValues.Of(target).Base, Math.Max(1e-9, 1e-9 * Math.Abs(value)));
                    }
                    else
                    {
                        SensitivityException error = Assert.Throws<SensitivityException>(() => (object)Tornado.Of(target));
                        Assert.Contains("is undefined at the base values", error.Message, StringComparison.Ordinal);
                        Assert.Throws<SensitivityException>(() => (object)SwitchingValues.Of(target));
                    }
                }
            }
        );

    [Fact]
    public void Simulation_and_batch_agree() =>
        Check(
            iterations: 40,
            social =>
            {
                SroiResult result = SroiResult.Of(social);
                SimulationResult draws = (Simulation.Of(social, Draws, 7) with { Breakdown = Breakdown.Everything }).Run();
                foreach (FigureSummary summary in draws.Of(FigureGroup.Headline).Concat(draws.Of(FigureGroup.Other)))
                {
                    Assert.Equal(result.Figures[summary.Id], summary.Base);
                }

                RunRecord kept = RunRecord.FromBytes(RunRecord.Of(result, draws, result).ToBytes());
                Assert.All(RunColumns.Standard.AtBase, column => Assert.Equal(result.Figures[column.Name], kept.Figures[column.Name]));
            }
        );

    [Fact]
    public void The_report_agrees() =>
        Check(
            iterations: 6,
            social =>
            {
                SroiResult result = SroiResult.Of(social);
                CaseReport report = CaseReport.Of(social, CaseReport.LeastDraws, 7);
                Assert.Equal(result.Figures, report.Result.Figures);
                Assert.Equal(
                    result is { ValuesAnything: true, SroiRatio: not null },
                    report.ToPage().ToString().Contains("each £1 put in returns", StringComparison.Ordinal)
                );
            }
        );

    private static void Check(int iterations, Action<SocialReturn> holds) => RandomCases.All.Sample(holds, seed: Seed, iter: iterations, threads: 1);
}
