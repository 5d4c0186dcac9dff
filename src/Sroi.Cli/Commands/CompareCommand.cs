using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi compare</c>: two scenarios, variants or overlays, or a result saved earlier: every changed number and what it did.</summary>
/// <param name="Case">The scenario, and what is changed on the right side.</param>
/// <param name="Other">What else the right side is; null for the same scenario.</param>
/// <param name="FromVariant">The variant on the left side.</param>
/// <param name="FromOverlays">The overlays on the left side.</param>
/// <param name="Saved">A result that was saved, as the left side.</param>
/// <param name="Form">The form of the result.</param>
internal sealed record CompareCommand(CaseSettings Case, string? Other, string? FromVariant, string[] FromOverlays, string? Saved, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "compare",
            "Compare a scenario with its variant, with an overlay, with another scenario, or with a result saved earlier.",
            given => new CompareCommand(
                CaseSettings.Of(given),
                given.OptionalArgument(
                    "OTHER",
                    "Another scenario, or a variant, an overlay or a saved result.json of the same one; the same one, changed by the options, where left out."
                ),
                given.Text("--from-variant", "V", "The variant on the left side; the base case where left out."),
                given.Texts("--from-overlay", "FILE", "An overlay on the left side; none where left out."),
                given.Text("--saved", "FILE", "A result.json saved earlier, as the left side."),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        if (this is { Other: null, Case: { Variant: null, Overlays: [] }, FromVariant: null, FromOverlays: [], Saved: null })
        {
            throw new CommandException(
                "There is nothing to compare with: name another scenario, or give --variant, --overlay or --saved.\n" + CommandLine.Hint,
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

    // The word after the scenario is whatever it names: another scenario, a variant or an overlay of this one, a saved result.
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
