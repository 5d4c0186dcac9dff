using Sroi.Assurance;

namespace Sroi.Presentation.Pages;

/// <summary>The weak spots of a case, gravest first, each with what to do.</summary>
public static class WeakSpotPage
{
    /// <summary>The weak spots of a case; a reminder where none was found.</summary>
    public static Page Of(IReadOnlyList<Warning> warnings) =>
        warnings.Count == 0
            ? TextPage.Of("No check found a weak spot; that does not make the evidence strong.")
            : Page.Of(page => Write(page, warnings));

    /// <summary>The weak spots of a case under a line about them.</summary>
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

        page.Line("Weak spots, gravest first", Tone.Strong);
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
