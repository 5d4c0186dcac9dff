using Sroi.Evaluation;
using Sroi.Uncertainty.Running;

namespace Sroi.Batch.Results;

/// <summary>A column of the table <c>runs</c> that holds a figure.</summary>
/// <param name="Name">Its name, which is that of the JSON of a result; <c>_se</c> at the end is the Monte Carlo standard error.</param>
/// <param name="Unit">Its unit: GBP, ratio, share, year, month or person.</param>
/// <param name="Meaning">What it is.</param>
public sealed record RunColumn(string Name, string Unit, string Meaning)
{
    internal Func<SroiResult, SimulationResult, double?> Of { get; init; } = (_, _) => null;
}
