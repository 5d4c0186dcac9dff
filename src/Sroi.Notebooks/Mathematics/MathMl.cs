using System.Net;

namespace Sroi.Notebooks.Mathematics;

/// <summary>A LaTeX formula as MathML, which browsers draw without scripts or extra fonts.</summary>
internal static class MathMl
{
    private const string Label = "alttext=\"";

    /// <summary>A formula in a line of text.</summary>
    public static string Inline(string latex) => Element(latex, isDisplay: "");

    /// <summary>A displayed formula.</summary>
    public static string Display(string latex) => Element(latex, " display=\"block\"");

    /// <summary>The LaTeX of an element that we wrote.</summary>
    public static string Source(string element)
    {
        int from = element.IndexOf(Label, StringComparison.Ordinal) + Label.Length;
        return WebUtility.HtmlDecode(element[from..element.IndexOf('"', from)]);
    }

    /// <summary>LaTeX without its delimiters.</summary>
    public static string Bare(string latex)
    {
        string text = latex.Trim();
        (string Open, string Close)[] signs = [("$$", "$$"), ("$", "$"), (@"\[", @"\]"), (@"\(", @"\)")];
        foreach ((string open, string close) in signs)
        {
            if (
                text.Length >= open.Length + close.Length
                && text.StartsWith(open, StringComparison.Ordinal)
                && text.EndsWith(close, StringComparison.Ordinal)
            )
            {
                return text[open.Length..^close.Length];
            }
        }

        return text;
    }

    private static string Element(string latex, string isDisplay)
    {
        string label = WebUtility.HtmlEncode(latex.Trim().ReplaceLineEndings(" "));
        return $"<math{isDisplay} {Label}{label}\"><mrow>{new LatexReader(latex, isDisplay.Length > 0).Read()}</mrow></math>";
    }
}
