using System.Collections.Immutable;
using System.Globalization;

namespace Sroi.Batch.Summaries;

/// <summary>Parts the differences between runs among what differs between them: an analysis of variance, one thing at a time.</summary>
/// <remarks>In a full factorial design, where things do not act together, the shares add up to one; what is missing then is their acting together.</remarks>
internal static class Drivers
{
    private const int Tenths = 10,
        MostLevels = 12;

    /// <summary>The drivers of the ratio, strongest first; the scenario, if there are several, before all others.</summary>
    /// <param name="runs">Runs that have a ratio.</param>
    /// <param name="axes">The names of the varied numbers.</param>
    public static ImmutableArray<Driver> Of(IReadOnlyList<SummarizedRun> runs, ImmutableArray<string> axes)
    {
        if (runs.Count == 0)
        {
            return [];
        }

        Dictionary<string, double> means = runs.GroupBy(run => run.Scenario)
            .ToDictionary(group => group.Key, group => group.Average(run => run.Ratio!.Value));
        IEnumerable<Driver> within = Factors(runs, axes)
            .Select(factor => Within(runs, factor, means))
            .OfType<Driver>()
            .OrderByDescending(driver => driver.Share)
            .ThenBy(driver => driver.Name, StringComparer.Ordinal);
        return means.Count > 1 ? [Between(runs, means), .. within] : [.. within];
    }

    private static IEnumerable<Factor> Factors(IReadOnlyList<SummarizedRun> runs, ImmutableArray<string> axes) =>
        [new("variant", run => run.Variant), new("overlay", run => run.Overlay), .. axes.Select((name, axis) => Number(name, axis, runs))];

    private static Factor Number(string name, int axis, IReadOnlyList<SummarizedRun> runs)
    {
        double[] values = [.. runs.Select(run => run.Values[axis]).OfType<double>().Distinct().Order()];
        if (values.Length <= MostLevels)
        {
            return new(name, run => run.Values[axis] is { } value ? Text(value) : null) { Order = [.. values.Select(Text)] };
        }

        double[] all = [.. runs.Select(run => run.Values[axis]).OfType<double>().Order()];
        double[] starts = [.. Enumerable.Range(0, Tenths).Select(tenth => all[tenth * all.Length / Tenths]).Distinct()];
        string[] names = [.. starts.Select((from, tenth) => $"{Text(from)} to {Text(tenth + 1 < starts.Length ? starts[tenth + 1] : all[^1])}")];
        return new(name, run => run.Values[axis] is { } value ? names[PlaceOf(value, starts)] : null) { Order = [.. names] };
    }

    private static int PlaceOf(double value, double[] starts)
    {
        int place = Array.BinarySearch(starts, value);
        return place >= 0 ? place : Math.Max(0, ~place - 1);
    }

    private static Driver Between(IReadOnlyList<SummarizedRun> runs, Dictionary<string, double> means)
    {
        double all = runs.Average(run => run.Ratio!.Value),
            total = runs.Sum(run => Square(run.Ratio!.Value - all)),
            between = runs.Sum(run => Square(means[run.Scenario] - all));
        return new(
            "scenario",
            total > 0 ? between / total : 0,
            [
                .. runs.GroupBy(run => run.Scenario)
                    .Select(group => new DriverLevel(group.Key, means[group.Key], group.LongCount()))
                    .OrderByDescending(level => level.MeanRatio),
            ]
        );
    }

    // Null if it is the same in every run, or no run has it.
    private static Driver? Within(IReadOnlyList<SummarizedRun> runs, Factor factor, Dictionary<string, double> means)
    {
        SummarizedRun[] having = [.. runs.Where(run => factor.LevelOf(run) is not null)];
        ImmutableArray<DriverLevel> levels =
        [
            .. having
                .GroupBy(run => factor.LevelOf(run)!)
                .OrderBy(group => factor.Order.IsEmpty ? 0 : factor.Order.IndexOf(group.Key))
                .Select(group => new DriverLevel(group.Key, group.Average(run => run.Ratio!.Value), group.LongCount())),
        ];
        if (levels.Length < 2)
        {
            return null;
        }

        double total = runs.Sum(run => Square(run.Ratio!.Value - means[run.Scenario])),
            between = having
                .GroupBy(run => run.Scenario)
                .Sum(scenario =>
                {
                    double mean = scenario.Average(run => run.Ratio!.Value);
                    return scenario.GroupBy(factor.LevelOf).Sum(level => level.Count() * Square(level.Average(run => run.Ratio!.Value) - mean));
                });
        return new(factor.Name, total > 0 ? between / total : 0, levels);
    }

    private static double Square(double number) => number * number;

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>Something that differs between runs.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="LevelOf">Its level in a run; null if the run does not have it.</param>
    private sealed record Factor(string Name, Func<SummarizedRun, string?> LevelOf)
    {
        /// <summary>The levels of a number in ascending order; empty for names.</summary>
        public ImmutableArray<string> Order { get; init; } = [];
    }
}
