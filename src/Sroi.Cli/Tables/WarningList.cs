using Spectre.Console;
using Sroi.Assurance;

namespace Sroi.Cli.Tables;

/// <summary>The weak spots of a case, gravest first, each with what to do.</summary>
internal static class WarningList
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Warning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        Layout.Line(console, "Weak spots, gravest first", "bold");
        foreach (Warning warning in warnings)
        {
            string style = warning.Severity switch
            {
                Severity.Serious => "red",
                Severity.Weakness => "yellow",
                _ => "dim",
            };
            Layout.Line(console, $"{Mark(warning.Severity)} {warning.Message} [{warning.Code}]", style);
            Layout.Line(console, $"    {warning.WhatToDo} (Principle: {warning.Principle}.)", "dim");
        }

        console.WriteLine();
    }

    private static string Mark(Severity severity) =>
        severity switch
        {
            Severity.Serious => "!!!",
            Severity.Weakness => " ! ",
            _ => " i ",
        };
}
