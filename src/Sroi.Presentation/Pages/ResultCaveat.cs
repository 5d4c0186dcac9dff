using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Pages;

/// <summary>The line below the figures of a case: their uncertainty, and the main limitation.</summary>
internal static class ResultCaveat
{
    public static string Of(SroiResult result, SimulationResult? simulation, IReadOnlyList<Warning> warnings)
    {
        string range = simulation is null ? AtBase(result) : Drawn(result, simulation);
        return warnings.Count == 0 ? range : $"{range} Main limitation: {LimitationText.Message(result.Scenario, warnings[0])}";
    }

    /// <summary>That the base case is not what is to be expected, if it is not; said before the figures.</summary>
    public static string? BaseOffExpected(IReadOnlyList<Warning> warnings) =>
        warnings.FirstOrDefault(warning => warning.Code == "base_off_expected")?.Message;

    private static string AtBase(SroiResult result)
    {
        return HasSpread(result.Scenario)
            ? $"{Figure(result)} is a single figure, not a range. Add --draws 100000 to see its uncertainty."
            : WithoutSpread(result);
    }

    private static string Drawn(SroiResult result, SimulationResult simulation) =>
        simulation.SroiRatio is { Percentiles.IsEmpty: false, Outside: 0 } ratio && ratio.Smallest < ratio.Largest
            ? $"In 95 of 100 draws the ratio lies between {Percentile(ratio, 0.025)} and {Percentile(ratio, 0.975)}."
        : !HasSpread(result.Scenario) ? WithoutSpread(result)
        : simulation.SroiRatio is { Smallest: { } only, Outside: 0, Undefined: 0 } same && only.Equals(same.Largest)
            ? $"In every draw the ratio is {Figures.Ratio(only)}: the variation cancels out."
        : result.ValuesAnything ? "The ratio has no interval over these draws; the uncertainty of the other figures is shown below."
        : "The uncertainty of the cost is shown below.";

    private static string WithoutSpread(SroiResult result) =>
        Cells.HasFigures(result)
            ? $"{Figure(result)} is a single figure, not a range: no parameter of the case has a spread, so its uncertainty is not known."
            : "No cost is stated and no outcome is valued: the case is a register of changes, without figures.";

    private static string Figure(SroiResult result) => result.ValuesAnything ? "This" : "The cost";

    private static bool HasSpread(Scenario scenario) => scenario.Parameters.Values.Any(number => !number.Distribution.IsFixed);

    private static string Percentile(FigureSummary figure, double p) => Figures.Ratio(figure.Percentile(p).Value, figure.Percentile(p).StandardError);
}
