using Sroi.Cli.Declarations;
using Sroi.Sensitivity;

namespace Sroi.Cli.Settings;

/// <summary>Which figure of which case, and the threshold of the decision.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">The figure.</param>
/// <param name="Threshold">The value at which the decision changes, or null for the default threshold of the figure.</param>
internal sealed record FigureSettings(CaseSettings Case, string Name, double? Threshold)
{
    public static FigureSettings Of(Given given) => new(CaseSettings.Of(given), NameOf(given), Threshold: null);

    /// <summary>With an option for the threshold.</summary>
    public static FigureSettings WithThreshold(Given given) =>
        Of(given) with
        {
            Threshold = given.Value(
                "--threshold",
                "T",
                "The value at which the decision changes (default: 1 for a ratio, 0 for money).",
                Kinds.Number
            ),
        };

    /// <summary>The figure.</summary>
    public TargetFigure Read(Terminal terminal) => TargetFigure.Named(Case.SocialReturn(terminal), Name, Threshold);

    private static string NameOf(Given given) =>
        given.Text("--of", "FIGURE", "The figure: npv (default), ratio, fiscal_ratio, a party, an outcome, or any other that 'sroi explain' accepts.")
        ?? "npv";
}
