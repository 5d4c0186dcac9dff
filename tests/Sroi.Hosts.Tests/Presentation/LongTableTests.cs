using System.Globalization;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>A case of very many outcomes stays readable: the largest first, the others summed in one row and folded, and none of them lost.</summary>
public class LongTableTests
{
    private const int Outcomes = 150,
        Shown = 30;

    private static readonly SocialReturn Long = SocialReturn.Of(Multiplied(ShownCases.Case("wheels_to_meals").Scenario));

    [Fact]
    public void The_largest_outcomes_come_first_and_the_others_are_summed()
    {
        SroiResult result = SroiResult.Of(Long);
        PageTable table = TableOf(ResultPage.Of(result, simulation: null, []), "Value map (GBP)");
        string[] bySize = [.. result.Outcomes.OrderByDescending(one => Math.Abs(one.PresentValue)).Select(one => one.Value.Outcome.Id)];
        Assert.Equal(bySize[..Shown], table.Rows.Take(Shown).Select(row => row.Cells[0]));
        Assert.Equal(bySize[Shown..], table.Folded.Select(row => row.Cells[0]));
        Assert.Equal($"… and {Outcomes - Shown} others", table.Rows[Shown].Cells[0]);
        double others = result.Outcomes.OrderByDescending(one => Math.Abs(one.PresentValue)).Skip(Shown).Sum(one => one.PresentValue);
        Assert.Equal(others.ToString("#,##0", CultureInfo.InvariantCulture), table.Rows[Shown].Cells[^1]);
        Assert.Equal("total", table.Rows[^1].Cells[0]);
    }

    [Fact]
    public void A_terminal_says_how_many_are_left_out_and_a_document_has_them_all()
    {
        Page page = ResultPage.Of(SroiResult.Of(Long), simulation: null, []);
        string[] ids = [.. Long.Outcomes.Select(outcome => outcome.Outcome.Id)];
        Assert.Contains($"… and {Outcomes - Shown} others", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("<details><summary>Value map (GBP): the other 120 rows</summary>", page.ToHtml(), StringComparison.Ordinal);
        Assert.All(ids, id => Assert.Contains($">{id}<", page.ToHtml(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_switching_value_is_in_the_document()
    {
        SwitchingValues values = SwitchingValues.Of(TargetFigure.NetPresentValue(Long));
        PageTable table = SwitchingPage.Of(values).Blocks.OfType<PageBlock.Table>().First().Content;
        Assert.Equal(values.Values.Length, Shown + table.Folded.Length);
        Assert.Equal(Shown + 1, table.Rows.Length);
    }

    private static PageTable TableOf(Page page, string title) =>
        page.Blocks.OfType<PageBlock.Table>().Select(table => table.Content).First(table => table.Title == title);

    // Each copy of the first outcome is a little smaller or larger than the others, and has quantities of its own.
    private static Scenario Multiplied(Scenario scenario)
    {
        Outcome first = scenario.Map.Outcomes.First(outcome => !outcome.IsBaseline);
        return scenario with
        {
            Map = scenario.Map with
            {
                Transfers = [],
                Outcomes =
                [
                    .. Enumerable
                        .Range(1, Outcomes)
                        .Select(number =>
                            first with
                            {
                                Id = $"outcome_{number}",
                                Quantity =
                                    first.Quantity
                                    * new Sroi.Parameters.Parameter($"case.part_{number}", 1 + (number * 7 % 151), Sroi.Quantities.Unit.None)
                                    {
                                        Label = $"Part {number}",
                                    },
                            }
                        ),
                ],
            },
        };
    }
}
