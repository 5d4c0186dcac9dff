using System.Collections.Immutable;

namespace Sroi.Batch.Summaries;

/// <summary>How much of the differences between runs goes with one thing that differs between them.</summary>
/// <param name="Name">What differs: <c>scenario</c>, <c>variant</c>, <c>overlay</c>, or the column of a varied number.</param>
/// <param name="Share">
/// The share of the sum of squares of the ratio that lies between its levels: of all differences for the scenario, of those within scenarios for the others.
/// A number that takes many values counts by tenths.
/// </param>
/// <param name="Levels">Its levels with the mean ratio at each, in ascending order of a number.</param>
public sealed record Driver(string Name, double Share, ImmutableArray<DriverLevel> Levels);

/// <summary>Runs that are alike in one thing.</summary>
/// <param name="Level">What they have in common: a name, a value, or the values from and to.</param>
/// <param name="MeanRatio">The mean of their ratios.</param>
/// <param name="Runs">The number of runs.</param>
public sealed record DriverLevel(string Level, double MeanRatio, long Runs);
