using System.Globalization;
using Sroi.Cli.Declarations;
using Sroi.Evaluation;
using Sroi.Model;

namespace Sroi.Cli.Settings;

/// <summary>Which case: a scenario, one of its variants, and changes to it.</summary>
/// <param name="Name">The scenario as given: the name of a file, or a path.</param>
/// <param name="Variant">A variant of it; null for the scenario itself.</param>
/// <param name="Overlays">Overlays, applied in order.</param>
/// <param name="Source">Where the parameters are.</param>
internal sealed record CaseSettings(string Name, string? Variant, string[] Overlays, LibrarySettings Source)
{
    public const string OverlayHelp =
        "Changes to parameters: the name of a file under parameters/overlays, or a path. May be repeated; the last one wins.";

    public static CaseSettings Of(Given given) =>
        new(NameOf(given), given.Text("--variant", "V", "A variant of the scenario."), OverlaysOf(given), LibrarySettings.Of(given));

    /// <summary>The argument that names a scenario.</summary>
    public static string NameOf(Given given) => given.Argument("SCENARIO", "The name of a file under parameters/scenarios, or a path.");

    /// <summary>The options for overlays and single changes. A single change is an overlay too, and comes after those from files.</summary>
    public static string[] OverlaysOf(Given given) =>
        [
            .. given.Texts("--overlay", "FILE", OverlayHelp),
            .. given
                .Texts(
                    "--set",
                    "NAME=VALUE",
                    "Change one parameter, such as people=150 or anyway=50%, by its name in the scenario or its full id. May be repeated."
                )
                .Select(Change),
        ];

    /// <summary>The scenario, with its changes.</summary>
    public Scenario Scenario(Terminal terminal) => CaseNames.Read(terminal, Source.Open(terminal, Name), Name, Variant, Overlays);

    // Amounts such as £20,000 become plain numbers.
    private static string Change(string text)
    {
        (string name, string value) = Texts.Pair(text, "--set", "NAME=VALUE, such as people=150 or anyway=50%");
        return Kinds.TryRead(value, out double number)
            ? $"{name}={(value.EndsWith('%') ? value : number.ToString("R", CultureInfo.InvariantCulture))}"
            : throw new CommandException(
                $"--set takes NAME=VALUE, such as people=150 or anyway=50%; {Kinds.Found(text)}",
                CommandLine.WrongCommandLine
            );
    }

    /// <summary>The formulas of the case.</summary>
    public SocialReturn SocialReturn(Terminal terminal) => Evaluation.SocialReturn.Of(Scenario(terminal));
}
