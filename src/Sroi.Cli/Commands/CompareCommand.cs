using System.CommandLine;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi compare</c>: two scenarios, variants or overlays, or a result saved earlier: every changed number and what it did.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        Argument<string?> other = new("OTHER")
        {
            Description =
                "Another scenario, or a variant, an overlay or a saved result.json of the same one; the same one, changed by the options, where left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> variant = Common.Variant(),
            folder = Common.Folder();
        Option<string?> from = new("--from-variant") { Description = "The variant on the left side; the base case where left out.", HelpName = "V" };
        Option<string[]> overlays = Common.Overlay();
        Option<string[]> under = new("--from-overlay")
        {
            Description = "An overlay on the left side; none where left out.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        Option<string?> saved = new("--saved") { Description = "A result.json saved earlier, as the left side.", HelpName = "FILE" };
        Option<bool> json = Common.Json(),
            csv = Common.Csv();
        Command command = new(
            "compare",
            "Compare a scenario with its variant, with an overlay, with another scenario, or with a result saved earlier."
        )
        {
            scenario,
            other,
            variant,
            overlays,
            from,
            under,
            saved,
            json,
            csv,
            folder,
        };
        command.SetAction(parsed =>
        {
            Common.RefuseBoth(parsed.GetValue(json), parsed.GetValue(csv));
            string left = parsed.GetRequiredValue(scenario);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), left);
            Other meant = OtherOf(terminal, library, left, parsed.GetValue(other));
            SroiResult after = SroiResult.Of(
                Common.Read(
                    terminal,
                    library,
                    meant.Scenario,
                    parsed.GetValue(variant) ?? meant.Variant,
                    [.. parsed.GetRequiredValue(overlays), .. meant.Overlays]
                )
            );
            Comparison comparison = (parsed.GetValue(saved) ?? meant.Saved) is { } file
                ? Comparison.Of(SavedResult.Read(terminal.PathOf(file)), after)
                : Comparison.Of(SroiResult.Of(Common.Read(terminal, library, left, parsed.GetValue(from), parsed.GetRequiredValue(under))), after);
            Print(terminal, comparison, parsed.GetValue(json), parsed.GetValue(csv));
            return CommandLine.Done;
        });
        command.Validators.Add(parsed =>
        {
            bool changes =
                parsed.GetResult(other) is { Tokens.Count: > 0 }
                || new Option[] { variant, overlays, from, under, saved }.Any(option => parsed.GetResult(option) is { Implicit: false });
            bool isWrongOtherwise = parsed.GetResult(folder) is { Implicit: false, Tokens.Count: not 1 };
            if (!changes && !isWrongOtherwise)
            {
                parsed.AddError("There is nothing to compare with: name another scenario, or give --variant, --overlay or --saved.");
            }
        });
        return command;
    }

    // The word after the scenario is whatever it names: another scenario, a variant or an overlay of this one, a saved result.
    private static Other OtherOf(Terminal terminal, ParameterLibrary library, string scenario, string? name)
    {
        if (name is null)
        {
            return new(scenario);
        }

        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            return new(scenario, Saved: name);
        }

        (string meant, string? variant, string? overlay) = OptionNames.Meant(terminal, library, scenario, name);
        return new(meant, variant) { Overlays = overlay is null ? [] : [overlay] };
    }

    private sealed record Other(string Scenario, string? Variant = null, string? Saved = null)
    {
        public string[] Overlays { get; init; } = [];
    }

    private static void Print(Terminal terminal, Comparison comparison, bool json, bool csv)
    {
        if (json)
        {
            terminal.Out.Write(ComparisonJson.Write(comparison));
        }
        else if (csv)
        {
            terminal.Csv.Write(ResultTables.Changes(comparison).ToCsv());
        }
        else
        {
            terminal.Write(ComparisonPage.Of(comparison));
        }
    }
}
