using Sroi.Assurance;

namespace Sroi.Presentation.Pages;

/// <summary>The limitations of a case, most serious first, each with what to do.</summary>
public static class WeakSpotPage
{
    /// <summary>The limitations of a case; a reminder if none was found.</summary>
    public static Page Of(IReadOnlyList<Warning> warnings) =>
        warnings.Count == 0
            ? TextPage.Of("The checks found no limitation. That does not make the evidence strong.")
            : Page.Of(page => Write(page, warnings));

    /// <summary>The limitations of a case below a line about them.</summary>
    public static Page Of(string line, IReadOnlyList<Warning> warnings) =>
        Page.Of(page =>
        {
            page.Line(line);
            Write(page, warnings);
        });

    internal static void Write(PageBuilder page, IReadOnlyList<Warning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        page.Line("Limitations, most serious first", Tone.Strong);
        foreach (Warning warning in warnings)
        {
            Tone tone = warning.Severity switch
            {
                Severity.Serious => Tone.Grave,
                Severity.Weakness => Tone.Caution,
                _ => Tone.Faint,
            };
            page.Line($"{Mark(warning.Severity)} {warning.Message} [{warning.Code}]", tone);
            page.Line($"    {warning.WhatToDo} (Principle: {warning.Principle}.)", Tone.Faint);
        }

        page.Space();
    }

    private static string Mark(Severity severity) =>
        severity switch
        {
            Severity.Serious => "!!!",
            Severity.Weakness => " ! ",
            _ => " i ",
        };
}
