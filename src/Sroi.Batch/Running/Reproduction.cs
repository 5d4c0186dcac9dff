using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Parameters;

namespace Sroi.Batch.Running;

/// <summary>A batch made again from its manifest.</summary>
/// <param name="IsSame">Whether every table is the same to the last bit.</param>
/// <param name="IsStopped">Whether it was stopped before it was done.</param>
/// <param name="Sentence">What came of it, in words.</param>
public sealed record Reproduction(bool IsSame, bool IsStopped, string Sentence)
{
    /// <summary>Makes a batch again, every run computed anew, beside what is there.</summary>
    /// <param name="there">The results.</param>
    /// <param name="library">The parameters.</param>
    /// <param name="how">The number of threads, who is told how far it is, and what ends it.</param>
    /// <exception cref="BatchException">It cannot be made again: another program, or files have changed.</exception>
    public static Reproduction Of(
        DataSet there,
        ParameterLibrary library,
        (int Threads, IProgress<BatchProgress>? Progress, CancellationToken Cancellation) how
    )
    {
        Manifest manifest = there.Manifest;
        if ((manifest.Version, manifest.Build) != (ProgramIdentity.Version, ProgramIdentity.Build))
        {
            throw new BatchException(
                $"The results were made by version {manifest.Version} (build {manifest.Build[..8]}); this is {ProgramIdentity.Version} (build {ProgramIdentity.Build[..8]}), which may compute otherwise. Use that program."
            );
        }

        string temp = Directory.CreateTempSubdirectory("sroi-reproduce-").FullName;
        try
        {
            BatchPlan plan = Plan(manifest, library);
            BatchRunner runner = new(plan, library)
            {
                Folder = Path.Combine(temp, "results"),
                Store = Path.Combine(temp, "runs"),
                Threads = how.Threads,
                Only = manifest.Range,
            };
            CheckFiles(manifest, runner.Survey);
            return runner.Run(begun: null, how.Progress, how.Cancellation).IsStopped
                ? new(IsSame: false, IsStopped: true, "Stopped before all runs were made again.")
                : Compared(there, DataSet.Open(runner.Folder));
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    private static BatchPlan Plan(Manifest manifest, ParameterLibrary library)
    {
        string inside = Path.Combine(Path.GetDirectoryName(library.Folder)!, manifest.Plan.File);
        BatchPlan plan = BatchPlan.Read(library, File.Exists(inside) ? inside : manifest.Plan.File);
        return (plan.Text, plan.TableText) == (manifest.Plan.Text, manifest.Plan.TableText)
            ? plan
            : throw new BatchException($"{manifest.Plan.File} is not what it was when the results were made. Its old text stands in the manifest.");
    }

    private static void CheckFiles(Manifest manifest, PlanSurvey now)
    {
        string[] changed =
        [
            .. manifest
                .Files.Keys.Union(now.Files.Keys)
                .Where(name => manifest.Files.GetValueOrDefault(name) != now.Files.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
        if (manifest.Key != now.Key)
        {
            throw new BatchException(
                $"The results cannot be made again, since what they were made from has changed: {string.Join(", ", changed)}. Run the batch anew; what did not change is not computed again."
            );
        }
    }

    private static Reproduction Compared(DataSet there, DataSet again)
    {
        string[] differing =
        [
            .. there
                .Manifest.Tables.Zip(again.Manifest.Tables)
                .Where(pair => pair.First.Sha256 != pair.Second.Sha256)
                .Select(pair => pair.First.File),
            .. there.Damaged(),
        ];
        return differing.Length == 0
            ? new(
                IsSame: true,
                IsStopped: false,
                $"The same, to the last bit: {string.Join(", ", there.Manifest.Tables.Select(table => table.File))}."
            )
            : new(IsSame: false, IsStopped: false, $"Not the same: {string.Join(", ", differing.Distinct())}.");
    }
}
