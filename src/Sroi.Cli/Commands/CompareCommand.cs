using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi compare</c>: lists the parameters that differ between two cases and what each difference does to the result.</summary>
/// <param name="Case">The scenario, and the changes to compare it with.</param>
/// <param name="Other">The case to compare with; null for the same scenario.</param>
/// <param name="FromVariant">The variant to compare from.</param>
/// <param name="FromOverlays">The overlays to compare from.</param>
/// <param name="Saved">A saved result to compare from.</param>
/// <param name="Form">The form of the result.</param>
internal sealed record CompareCommand(CaseSettings Case, string? Other, string? FromVariant, string[] FromOverlays, string? Saved, OutputForm Form)
    : IRunnable
{
    public static Declaration Declared =>
        new(
            "compare",
            "Compare a scenario with a variant, an overlay, another scenario or a saved result.",
            given => new CompareCommand(
                CaseSettings.Of(given),
                given.OptionalArgument(
                    "OTHER",
                    "Another scenario, or a variant, an overlay or a saved result.json of this one. If omitted, this scenario with the changes the options make."
                ),
                given.Text("--from-variant", "V", "The variant to compare from (default: the scenario itself)."),
                given.Texts("--from-overlay", "FILE", "An overlay to compare from (default: none)."),
                given.Text("--saved", "FILE", "A saved result.json to compare from."),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        if (this is { Other: null, Case: { Variant: null, Overlays: [] }, FromVariant: null, FromOverlays: [], Saved: null })
        {
            throw new CommandException(
                "There is nothing to compare with. Name another scenario, or use --variant, --overlay, --set or --saved.\n" + CommandLine.Hint,
                CommandLine.WrongCommandLine
            );
        }

        ParameterLibrary library = Case.Source.Open(terminal, Case.Name);
        Meaning meant = MeaningOf(terminal, library);
        SroiResult after = SroiResult.Of(
            CaseNames.Read(terminal, library, meant.Scenario, Case.Variant ?? meant.Variant, [.. Case.Overlays, .. meant.Overlays])
        );
        Comparison comparison = (Saved ?? meant.Saved) is { } file
            ? Comparison.Of(SavedResult.Read(terminal.PathOf(file)), after)
            : Comparison.Of(SroiResult.Of(CaseNames.Read(terminal, library, Case.Name, FromVariant, FromOverlays)), after);
        return Form.Print(
            terminal,
            () => ComparisonJson.Write(comparison),
            () => ResultTables.Changes(comparison).ToCsv(),
            () => ComparisonPage.Of(comparison)
        );
    }

    // OTHER may name a scenario, a variant or overlay of this scenario, or a saved result.
    private Meaning MeaningOf(Terminal terminal, ParameterLibrary library)
    {
        if (Other is null)
        {
            return new(Case.Name);
        }

        if (Other.EndsWith(".json", StringComparison.Ordinal))
        {
            return new(Case.Name, Saved: Other);
        }

        (string meant, string? variant, string? overlay) = OptionNames.Meant(terminal, library, Case.Name, Other);
        return new(meant, variant) { Overlays = overlay is null ? [] : [overlay] };
    }

    private sealed record Meaning(string Scenario, string? Variant = null, string? Saved = null)
    {
        public string[] Overlays { get; init; } = [];
    }
}
