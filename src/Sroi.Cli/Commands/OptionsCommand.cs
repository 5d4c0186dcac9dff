using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi options</c>: compares options on common random numbers; a single scenario is compared with its variants.</summary>
internal sealed record OptionsCommand(DecisionSettings Options, string? Against, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "options",
            "Compare scenarios, variants and overlays on common random numbers. A single scenario is compared with its variants.",
            given => new OptionsCommand(
                DecisionSettings.Of(given),
                given.Text("--against", "OPTION", "The option to compare the others with (default: the first)."),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        Decision decision = Options.ReadWithVariants(terminal);
        OptionComparison comparison = Against is { } name ? OptionComparison.Of(decision, Named(decision, name)) : OptionComparison.Of(decision);
        return Form.Print(
            terminal,
            () => DecisionJson.Write(comparison),
            () => SensitivityTables.Options(comparison).ToCsv(),
            () => OptionPage.Of(comparison)
        );
    }

    // The name as results print it, or as it was given: 'croydon_sun, as_claimed', croydon_sun:as_claimed, as_claimed.
    private static string Named(Decision decision, string name)
    {
        string written = name.Replace("+", " + ", StringComparison.Ordinal).Replace(":", ", ", StringComparison.Ordinal);
        string[] found =
        [
            .. decision
                .Options.Select(option => option.Name)
                .Where(known =>
                    known == written
                    || known.EndsWith($", {name}", StringComparison.Ordinal)
                    || known.EndsWith($" + {name}", StringComparison.Ordinal)
                ),
        ];
        return found.Length == 1 ? found[0] : name;
    }
}
