using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sroi.Presentation.Pages;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Reports;

/// <summary>
/// Where the ratio lies over the draws, against £1. Drawn in per cent across and in pixels down, so that its text keeps its size at every width without a script.
/// </summary>
internal sealed record AnswerInterval : PagePicture
{
    // Labels at the ends of the interval, and of the marks, have this part of the width beside them.
    private const double Margin = 0.17;

    // Draws this part of the interval beyond its ends are drawn too.
    private const double Tail = 0.25;

    private const int Bars = 80,
        Height = 84;

    private readonly double _low;
    private readonly double _high;
    private readonly FigureSummary _ratio;
    private readonly double _base;

    private AnswerInterval(FigureSummary ratio, double atBase)
    {
        (_ratio, _base) = (ratio, atBase);
        double tail = Tail * (High - Low),
            first = Math.Min(Math.Min(0, atBase), Low - tail),
            last = Math.Max(Math.Max(1, atBase), High + tail),
            inner = last - first;
        // Room for the labels beside the outermost mark.
        _low = Math.Min(first, Math.Min(Low, atBase) - (Margin * inner));
        _high = Math.Max(last + (0.04 * inner), Math.Max(High, atBase) + (Margin * inner));
    }

    /// <inheritdoc/>
    public override required PageTable Figures { get; init; }

    public static AnswerInterval? Of(CaseReport report) =>
        report is { HasInterval: true, Draws.SroiRatio: { } ratio, Result.SroiRatio: { } atBase }
            ? new(ratio, atBase) { Figures = Table(ratio, atBase) }
            : null;

    public override string ToHtml() => ToFragment();

    public override string ToString() =>
        $"Where does the ratio lie? At base values {AnswerText.Pence(_base, 0)}; in 95 of 100 draws between {AnswerText.Pence(_ratio, 0.025)} and {AnswerText.Pence(_ratio, 0.975)} for each £1.";

    internal override string ToFragment()
    {
        StringBuilder svg = new();
        svg.Append($"<div class=\"sroi-interval\"><svg width=\"100%\" height=\"174\" role=\"img\" aria-label=\"{PageHtml.Text(ToString())}\">\n");
        bool isFar = At(1) > 50;
        svg.Append($"<line class=\"one\" x1=\"{Percent(1)}\" x2=\"{Percent(1)}\" y1=\"22\" y2=\"128\"/>");
        svg.Append($"<text class=\"strong\" x=\"{Percent(1)}\" y=\"14\" text-anchor=\"{(isFar ? "end" : "start")}\">£1: pays for itself</text>\n");
        Heap(svg);
        svg.Append("<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"128\" y2=\"128\"/>");
        svg.Append($"<line class=\"one\" x1=\"{Percent(_base)}\" x2=\"{Percent(_base)}\" y1=\"42\" y2=\"128\"/>");
        svg.Append($"<text class=\"strong\" x=\"{Percent(_base)}\" y=\"36\" text-anchor=\"middle\">{Encoded(AnswerText.Pence(_base, 0))}</text>\n");
        svg.Append($"<line class=\"span\" x1=\"{Percent(Low)}\" x2=\"{Percent(High)}\" y1=\"138\" y2=\"138\"/>");
        foreach (double end in new[] { Low, High })
        {
            svg.Append($"<line class=\"span\" x1=\"{Percent(end)}\" x2=\"{Percent(end)}\" y1=\"133\" y2=\"143\"/>");
        }

        svg.Append($"<text x=\"{Percent(Low)}\" y=\"143\" dx=\"-8\" text-anchor=\"end\">{Encoded(AnswerText.Pence(_ratio, 0.025))}</text>");
        svg.Append($"<text x=\"{Percent(High)}\" y=\"143\" dx=\"8\">{Encoded(AnswerText.Pence(_ratio, 0.975))}</text>\n");
        svg.Append("<text class=\"faint\" x=\"0\" y=\"170\">back for each £1, in 95 of 100 draws</text></svg></div>\n");
        return svg.ToString();
    }

    private double Low => _ratio.Percentile(0.025).Value;

    private double High => _ratio.Percentile(0.975).Value;

    private void Heap(StringBuilder svg)
    {
        ImmutableArray<HistogramBar> bars = [.. _ratio.Histogram(Bars).Where(bar => At(bar.From) >= 0 && At(bar.To) <= 100)];
        double highest = bars.Select(Density).DefaultIfEmpty(1).Max();
        foreach (HistogramBar bar in bars)
        {
            double middle = (bar.From + bar.To) / 2,
                height = Density(bar) / highest * Height;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"{(middle >= Low && middle <= High ? "in" : "out")}\" x=\"{At(bar.From):0.##}%\" width=\"{At(bar.To) - At(bar.From):0.##}%\" y=\"{128 - height:0.#}\" height=\"{height:0.#}\"/>"
            );
        }

        svg.Append('\n');
    }

    private static double Density(HistogramBar bar) => bar.Share / (bar.To - bar.From);

    private double At(double value) => (value - _low) / (_high - _low) * 100;

    private string Percent(double value) => Math.Clamp(At(value), 0, 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Encoded(string text) => PageHtml.Text(text);

    private static PageTable Table(FigureSummary ratio, double atBase)
    {
        TableBuilder table = TableBuilder.Of("Value brought back for each £1", ("", false), ("for each £1", true));
        table.Row("base case", AnswerText.Pence(atBase, 0));
        table.Row("lower end, 95 of 100 draws", AnswerText.Pence(ratio, 0.025));
        table.Row("upper end, 95 of 100 draws", AnswerText.Pence(ratio, 0.975));
        return table.Done();
    }
}
