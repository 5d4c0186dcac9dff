using System.Collections.Concurrent;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Uncertainty.Repeating;
using Sroi.Uncertainty.Streams;

namespace Sroi.Batch.Running;

/// <summary>Computes runs of a plan. Cases are read when a run of theirs is first asked for; what runs have in common is drawn once.</summary>
/// <remarks>Can be used by several threads at once; a run is computed on the thread that asks for it.</remarks>
internal sealed class RunComputer(BatchPlan plan, ParameterLibrary library, FigureCatalogue catalogue)
{
    // A cache for the draws of unchanged outcomes: large enough for the current runs, whether there are a hundred or a million in all.
    private const long CacheBytes = 12 << 20;

    // A plan of a thousand services does not keep a thousand cases; runs of one case stand together.
    private const int MostCases = 64;

    private readonly ColumnCache _cache = new(CacheBytes);
    private readonly ConcurrentDictionary<BatchCase, Lazy<PlanCase>> _cases = new();

    /// <summary>How often the draws of an outcome or input were reused, and how often they were computed.</summary>
    public (long Found, long Drawn) Reuse => _cache.Uses;

    /// <summary>The address of a run: what determines its figures.</summary>
    public UnitAddress AddressOf(BatchRun run) => CaseOf(run).AddressOf(run);

    /// <summary>The files that the numbers of a case come from.</summary>
    public IEnumerable<ParameterFile> FilesOf(BatchRun run) => CaseOf(run).Scenario.Files;

    /// <summary>The years of the appraisal of a case.</summary>
    public int YearsOf(BatchRun run) => CaseOf(run).Scenario.Appraisal.Years;

    /// <summary>The figures of a run, or why it has none.</summary>
    public RunRecord Compute(BatchRun run)
    {
        try
        {
            PlanCase one = CaseOf(run);
            RepeatedResult result = one.Repeated.Run(run.Changes);
            return RunRecord.Of(result.Result, result.Simulation, one.Unchanged);
        }
        catch (InvalidFilesException error)
        {
            return RunRecord.Failed(string.Join(' ', error.Problems.Select(problem => problem.ToString().ReplaceLineEndings(" "))));
        }
        catch (Exception error) when (error is UndefinedFormulaException or SimulationException)
        {
            return RunRecord.Failed(error.Message.ReplaceLineEndings(" "));
        }
    }

    private PlanCase CaseOf(BatchRun run)
    {
        if (_cases.Count > MostCases)
        {
            _cases.Clear();
        }

        return _cases.GetOrAdd(run.Case, one => new(() => Read(one))).Value;
    }

    // The library is not to be read by two threads at once.
    private PlanCase Read(BatchCase one)
    {
        lock (library)
        {
            Overlay[] overlays = [.. one.Overlays.Select(library.Overlay)];
            return new(plan, OpenCase.Read(library, one.File, one.Variant, overlays), catalogue, _cache);
        }
    }
}
