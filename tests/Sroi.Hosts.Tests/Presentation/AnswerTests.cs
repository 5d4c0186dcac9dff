using Sroi.Presentation.Reports;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The answer at the head of a report.</summary>
public class AnswerTests
{
    // 80,780 for seven wards; the number of people is not stated. The interval is that of the draws' inputs.
    [Fact]
    public void A_cost_does_not_stand_without_its_interval()
    {
        CaseReport report = CaseReport.Of(ShownCases.Case("sleepwell"), 20_000, seed: 2026);
        double low = report.Draws.PresentValueInputs.Percentile(0.025).Value,
            high = report.Draws.PresentValueInputs.Percentile(0.975).Value;
        Assert.Equal((41, 130), ((int)Math.Round(low / 1_000), (int)Math.Round(high / 1_000)));
        Assert.Equal(
            "No outcome could be valued, so there is no ratio and no net present value. The service costs £80,780; allowing for uncertainty, between £41,000 and £130,000 in 95 of 100 draws. Its outcomes are listed below in words.",
            AnswerText.Answer(report)
        );
    }
}
