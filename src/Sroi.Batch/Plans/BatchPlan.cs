using System.Collections.Immutable;

namespace Sroi.Batch.Plans;

/// <summary>A batch plan: which cases are run, which numbers are varied and how, with how many draws from which seed.</summary>
/// <remarks>Its runs are numbered and made when they are asked for, so that a plan of millions takes no room.</remarks>
public sealed class BatchPlan
{
    private readonly Func<long, BatchRun> _runOf;

    internal BatchPlan(long runs, Func<long, BatchRun> runOf) => (Runs, _runOf) = (runs, runOf);

    /// <summary>Its name: that of its file.</summary>
    public required string Id { get; init; }

    /// <summary>The file it was read from, as the user would name it.</summary>
    public required string File { get; init; }

    /// <summary>What it is for, in words.</summary>
    public required string Title { get; init; }

    /// <summary>Its text, which a manifest keeps.</summary>
    public required string Text { get; init; }

    /// <summary>The text of its table of runs; null if it has none.</summary>
    public string? TableText { get; init; }

    /// <summary>The cases, in the order of the plan: scenarios, then variants, then overlays.</summary>
    public required ImmutableArray<BatchCase> Cases { get; init; }

    /// <summary>The varied axes, in plan order.</summary>
    public required ImmutableArray<PlanAxis> Axes { get; init; }

    /// <summary>Notices that are not errors, such as a variant's parameter that the plan varies.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>The draws of each run.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed of all runs, so that they share their draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The number of runs.</summary>
    public long Runs { get; }

    /// <summary>The number of runs of each case, in the order of the cases.</summary>
    public required ImmutableArray<long> RunsOfCases { get; init; }

    /// <summary>For each case the axes that it uses, by their number.</summary>
    public required ImmutableArray<ImmutableArray<int>> AxesOfCases { get; init; }

    /// <summary>A run by its number, from 0; runs of one case stand together.</summary>
    public BatchRun this[long number] =>
        number >= 0 && number < Runs
            ? _runOf(number)
            : throw new ArgumentOutOfRangeException(nameof(number), number, $"A run has a number from 0 to {Runs - 1}.");
}
