using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi two-way</c>: a figure over a grid of two numbers, and the line on which the decision turns.</summary>
internal sealed record TwoWayCommand(FigureSettings Figure, (string Across, string Down) Named, (string? Across, string? Down) Ranges, int Steps, OutputForm Form)
    : IRunnable
{
    public static Declaration Declared =>
        new(
            "two-way",
            "A figure over a grid of two numbers, and the line on which the decision turns.",
            given => new TwoWayCommand(
                FigureSettings.WithThreshold(given),
                (
                    given.Argument("ACROSS", "The number whose values go across: its id, or the last part of it."),
                    given.Argument("DOWN", "The number whose values go down.")
                ),
                (RangeOf(given, "--across-range"), RangeOf(given, "--down-range")),
                given.Value("--steps", "N", "How many values of each; 5 when left out.", Kinds.Few) ?? 5,
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
        given.Text(name, "LOW..HIGH", "From where to where, such as 100..300; the 5th to the 95th percentile when left out.");

    private static ValueRange? Range(string? text, string name) => text is null ? null : Texts.Range(text, name);
}
