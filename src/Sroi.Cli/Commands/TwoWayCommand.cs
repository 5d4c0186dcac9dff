using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi two-way</c>: a figure over a grid of two parameters, and the line along which the decision changes.</summary>
internal sealed record TwoWayCommand(
    FigureSettings Figure,
    (string Across, string Down) Named,
    (string? Across, string? Down) Ranges,
    int Steps,
    OutputForm Form
) : IRunnable
{
    public static Declaration Declared =>
        new(
            "two-way",
            "Tabulate a figure over two parameters and show where the decision changes.",
            given => new TwoWayCommand(
                FigureSettings.WithThreshold(given),
                (
                    given.Argument("ACROSS", "The parameter across the table: its id, or the last part of it."),
                    given.Argument("DOWN", "The parameter down the table.")
                ),
                (RangeOf(given, "--across-range"), RangeOf(given, "--down-range")),
                given.Value("--steps", "N", "The number of values of each parameter (default: 5).", Kinds.Few) ?? 5,
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        TwoWay grid = TwoWay.Of(
            Figure.Read(terminal),
            new(Named.Across, Range(Ranges.Across, "--across-range")),
            new(Named.Down, Range(Ranges.Down, "--down-range")),
            Steps
        );
        return Form.Print(terminal, () => SensitivityJson.Write(grid), () => SensitivityTables.Cells(grid).ToCsv(), () => TwoWayPage.Of(grid));
    }

    private static string? RangeOf(Given given, string name) =>
        given.Text(name, "LOW..HIGH", "Its range, such as 100..300 (default: its 5th to 95th percentile).");

    private static ValueRange? Range(string? text, string name) => text is null ? null : Texts.Range(text, name);
}
