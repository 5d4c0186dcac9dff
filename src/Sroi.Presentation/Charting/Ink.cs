namespace Sroi.Presentation.Charting;

/// <summary>A colour by its meaning.</summary>
/// <remarks>
/// The hues are those that Okabe and Ito (Color Universal Design, 2008) chose to be distinguishable with any colour vision; dark and light ones are paired,
/// so that they stay apart in grey print.
/// </remarks>
public enum Ink
{
    /// <summary>What takes no side.</summary>
    Neutral,

    /// <summary>A gain, a benefit, a high value: dark blue.</summary>
    Gain,

    /// <summary>A cost, a loss, a low value: light orange.</summary>
    Loss,

    /// <summary>What is left in the end: dark green.</summary>
    Result,

    /// <summary>A second alternative: vermillion.</summary>
    Second,

    /// <summary>A third alternative: sky blue.</summary>
    Third,

    /// <summary>A fourth alternative: purple.</summary>
    Fourth,
}

/// <summary>The colours.</summary>
internal static class Inks
{
    public const string Text = "#222222",
        Faint = "#5a5a5a",
        Rule = "#d9d9d9",
        Paper = "#ffffff";

    private static readonly Ink[] Alternatives = [Ink.Gain, Ink.Second, Ink.Result, Ink.Fourth, Ink.Third, Ink.Loss, Ink.Neutral];

    public static string Hex(Ink ink) =>
        ink switch
        {
            Ink.Gain => "#005b96",
            Ink.Loss => "#e69f00",
            Ink.Result => "#00664d",
            Ink.Second => "#d55e00",
            Ink.Third => "#56b4e9",
            Ink.Fourth => "#a8497f",
            _ => "#6b6b6b",
        };

    /// <summary>The colour of an alternative by its number.</summary>
    public static Ink OfAlternative(int index) => Alternatives[index % Alternatives.Length];

    /// <summary>The stroke of an alternative by its number.</summary>
    public static Dash DashOf(int index) => (Dash)(index % 4);

    /// <summary>Between paper and an ink.</summary>
    public static string Mixed(Ink ink, double share)
    {
        string full = Hex(ink);
        int[] parts = [.. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(full.Substring(1 + (2 * i), 2), 16))];
        return "#" + string.Concat(parts.Select(part => ((int)Math.Round(255 + ((part - 255) * share))).ToString("x2", null)));
    }
}
