using Sroi.Notebooks.Mathematics;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Formulas of Markdown as MathML.</summary>
public sealed class MathTests
{
    [Theory]
    [InlineData("x^2", "<msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>")]
    [InlineData("x_i^{n+1}", "<msubsup><mi>x</mi><mrow><mi>i</mi></mrow><mrow><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></mrow></msubsup>")]
    [InlineData(@"\frac{1}{2}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>")]
    [InlineData(@"\frac12", "<mfrac><mn>12</mn><mrow></mrow></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData(@"\alpha \le \beta", "<mi>α</mi><mo>≤</mo><mi>β</mi>")]
    [InlineData(@"a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData(@"1{,}000 - 3.5\%", "<mn>1</mn><mrow><mo>,</mo></mrow><mn>000</mn><mo>−</mo><mn>3.5</mn><mo>%</mo>")]
    [InlineData(@"\text{net value}", "<mtext>net&#160;value</mtext>")]
    [InlineData(@"\mathbb{E}[X]", "<mi>𝔼</mi><mo>[</mo><mi>X</mi><mo>]</mo>")]
    [InlineData(
        @"\left(\frac{a}{b}\right)",
        "<mrow><mo stretchy=\"true\">(</mo><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac><mo stretchy=\"true\">)</mo></mrow>"
    )]
    [InlineData(@"\unknown{x}", @"<mtext>\unknown</mtext><mrow><mi>x</mi></mrow>")]
    [InlineData(@"x}", "<mi>x</mi><mo>}</mo>")]
    [InlineData(
        @"\begin{cases} a & b \\ c & d \end{cases}",
        "<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr>"
    )]
    public void A_formula_is_MathML(string latex, string mathMl) => Assert.Contains(mathMl, MathMl.Inline(latex), StringComparison.Ordinal);

    [Fact]
    public void Limits_stand_below_and_above_on_lines_of_their_own()
    {
        Assert.Contains("<munderover><mo>∑</mo>", MathMl.Display(@"\sum_{t=0}^{T} x"), StringComparison.Ordinal);
        Assert.Contains("<msubsup><mo>∑</mo>", MathMl.Inline(@"\sum_{t=0}^{T} x"), StringComparison.Ordinal);
        Assert.StartsWith("<math display=\"block\" alttext=\"\\sum_{t=0}^{T} x\">", MathMl.Display(@"\sum_{t=0}^{T} x"), StringComparison.Ordinal);
    }

    [Fact]
    public void However_deep_or_broken_a_formula_ends()
    {
        string[] broken =
        [
            new string('{', 100_000),
            new string('}', 1_000),
            string.Concat(Enumerable.Repeat(@"\mathbf ", 20_000)),
            string.Concat(Enumerable.Repeat(@"\mathrm{-+", 2_000)) + new string('}', 2_000),
            @"\big",
            @"\not",
            @"\frac",
            @"\begin{matrix}",
            @"\left",
            "^",
            "_^",
            @"\sqrt[",
            @"\end{x}",
            "&&",
            @"\\",
        ];
        Assert.All(broken, latex => Assert.EndsWith("</mrow></math>", MathMl.Display(latex), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The rate $x^2$ is.", true)]
    [InlineData("$$\nx^2\n+ y\n$$", true)]
    [InlineData("\\(x^2\\) and text", true)]
    [InlineData("\\\\(x^2\\\\)", true)]
    [InlineData("\\[ x^2 \\]", true)]
    [InlineData("\\begin{align}\na & = x^2 \\\\\n- b & = c\n\\end{align}", true)]
    [InlineData("It costs $5 and then $10.", false)]
    [InlineData("From ($20,000) to ($30,000).", false)]
    [InlineData("Code `$x^2$` stays.", false)]
    [InlineData("```\n$x^2$\n```", false)]
    [InlineData("An escaped \\$x^2\\$.", false)]
    [InlineData("US$ 5 or US$ 6", false)]
    public void Formulas_are_told_from_money_and_code(string markdown, bool hasFormula)
    {
        string html = new MarkdownText("/").Html(markdown, attachments: null);
        Assert.Equal(hasFormula, html.Contains("<math", StringComparison.Ordinal));
        Assert.DoesNotContain('\uE000', html);
        Assert.Equal(hasFormula, html.Contains("<msup>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_with_a_formula_gives_the_title_as_it_was_typed()
    {
        MarkdownText text = new("/");
        Assert.Contains("<h1 id=\"what-0-is\">What <math", text.Html("# What $x_1$ is", attachments: null), StringComparison.Ordinal);
        Assert.Equal("What x_1 is", text.Title);
    }
}
