using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Files;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Running;

/// <summary>
/// Runs a plan: finds which runs are not known yet, computes them, keeps each as soon as it is done, and at the end writes the data set. Begun again after it was
/// stopped or killed, it does only what is missing; runs that another plan has done are known too.
/// </summary>
public sealed class BatchRunner
{
    private readonly RunComputer _computer;
    private readonly RunColumns _figures;
    private readonly Lazy<PlanSurvey> _survey;

    /// <summary>A plan to be run.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="library">The parameters that it was read with.</param>
    public BatchRunner(BatchPlan plan, ParameterLibrary library)
        : this(plan, library, FigureCatalogue.Standard) { }

    /// <summary>A plan to be run with a catalogue of figures of one's own.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="library">The parameters that it was read with.</param>
    /// <param name="catalogue">The headline figures of each run.</param>
    public BatchRunner(BatchPlan plan, ParameterLibrary library, FigureCatalogue catalogue)
    {
        (Plan, _figures, _computer) = (plan, RunColumns.Of(catalogue), new(plan, library, catalogue));
        _survey = new(() => PlanSurvey.Of(plan, _computer));
    }

    /// <summary>The plan.</summary>
    public BatchPlan Plan { get; }

    /// <summary>The folder of the results.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder in which finished runs are kept, for this plan and for others; <see cref="UnitStore.UsualFolder"/> unless said otherwise.</summary>
    public string Store { get; init; } = UnitStore.UsualFolder;

    /// <summary>The number of threads (default: one per processor). Results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The part of the plan that is run; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Who computes the missing runs; this machine, where null.</summary>
    internal Action<MissingRuns, Action<BatchRun, RunRecord>, CancellationToken>? Elsewhere { get; init; }

    /// <summary>What is known about the plan before it runs.</summary>
    internal PlanSurvey Survey => _survey.Value;

    /// <summary>The runs that are done; those of the shard, where null.</summary>
    internal ManifestRange? Only { get; init; }

    private ManifestRange Range => Only ?? Shard?.RangeOf(Plan.Runs) ?? new(0, Plan.Runs);

    /// <summary>Runs it to its end.</summary>
    /// <inheritdoc cref="Run(Action{BatchOutcome}?, IProgress{BatchProgress}?, CancellationToken)" path="/exception"/>
    public BatchOutcome Run() => Run(begun: null, progress: null, CancellationToken.None);

    /// <summary>Runs it.</summary>
    /// <param name="begun">Called once with the number of runs and of stored runs.</param>
    /// <param name="progress">Receives progress, from any thread; null for no reports.</param>
    /// <param name="cancellation">Ends it after the runs under way; what is done is kept.</param>
    /// <exception cref="BatchException">The folder holds other results, the results cannot be written, or the store not be read; nothing done is lost.</exception>
    public BatchOutcome Run(Action<BatchOutcome>? begun, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        Manifest manifest = Survey.Manifest(Plan, Range);
        using FolderLock held = ResultFolder.Take(Folder, manifest);
        using UnitStore store = UnitStore.Open(Store);
        MissingRuns missing = new(Plan, _computer, [.. Range.Numbers.Where(number => !store.Contains(_computer.AddressOf(Plan[number])))]);
        long runs = Range.Count;
        BatchOutcome outcome = new()
        {
            Runs = runs,
            Known = runs - missing.Numbers.Count,
            Computed = 0,
            Failed = [],
            IsStopped = false,
            Reuse = (0, 0),
            Notices = [.. store.Notices],
        };
        begun?.Invoke(outcome);
        SortedDictionary<long, RunRecord> failed = [];
        long done = Compute(missing, store, failed, progress, cancellation);
        outcome = outcome with { Computed = done, Reuse = _computer.Reuse, Failed = [.. failed.Select(run => Failed(run.Key, run.Value))] };
        if (done < missing.Numbers.Count)
        {
            return outcome with { IsStopped = true };
        }

        if (done > 0 || !IsThere(manifest))
        {
            Write(new(Folder, manifest, Plan.Axes, Survey.Years, _figures), store, failed);
        }

        return outcome;
    }

    // Tables already in the folder are not written again.
    private bool IsThere(Manifest manifest) =>
        Manifest.Find(Folder) is { } there && there.Key == manifest.Key && there.Range == manifest.Range && ResultCheck.Fault(Folder, there) is null;

    private long Compute(
        MissingRuns missing,
        UnitStore store,
        SortedDictionary<long, RunRecord> failed,
        IProgress<BatchProgress>? progress,
        CancellationToken cancellation
    )
    {
        Lock turn = new();
        long done = 0;
        void Deliver(BatchRun run, RunRecord record)
        {
            // What failed is tried again another time: it is quickly done, and its error names the plan's lines.
            if (record.Error is null)
            {
                store.Append(_computer.AddressOf(run), record.ToBytes());
            }

            lock (turn)
            {
                if (record.Error is not null)
                {
                    failed[run.Number] = record;
                }

                done++;
                progress?.Report(new(done, missing.Numbers.Count, failed.Count));
            }
        }

        if (missing.Numbers.Count > 0)
        {
            (Elsewhere ?? Here)(missing, Deliver, cancellation);
        }

        return done;
    }

    private void Here(MissingRuns missing, Action<BatchRun, RunRecord> deliver, CancellationToken cancellation) =>
        LocalRuns.Compute(missing, Threads, deliver, cancellation);

    private void Write(DataSetWriter writer, UnitStore store, SortedDictionary<long, RunRecord> failed)
    {
        using DataSetWriter owned = writer;
        foreach (long number in Range.Numbers)
        {
            BatchRun run = Plan[number];
            UnitAddress address = _computer.AddressOf(run);
            writer.Add(run, address, failed.TryGetValue(number, out RunRecord? record) ? record : Kept(store, run, address));
        }

        writer.Complete();
    }

    // A run whose bytes were damaged since is computed again.
    private RunRecord Kept(UnitStore store, BatchRun run, UnitAddress address) =>
        store.Read(address) is { } bytes ? RunRecord.FromBytes(bytes) : _computer.Compute(run);

    private FailedRun Failed(long number, RunRecord record)
    {
        BatchRun run = Plan[number];
        IEnumerable<string> values = Plan
            .Axes.Zip(run.Values)
            .Where(pair => pair.Second is not null)
            .Select(pair => Text($"{pair.First.Name} {pair.Second:R}"));
        return new(
            number,
            string.Join(", ", values.Prepend($"{run.Case.Scenario}, {run.Case.VariantName}, overlay {run.Case.OverlayName}")),
            record.Error!
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
