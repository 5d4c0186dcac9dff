using System.Collections.Immutable;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Results;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Running;

/// <summary>A batch made again from its manifest.</summary>
/// <param name="IsSame">Whether every table is the same to the last bit.</param>
/// <param name="IsStopped">Whether it was stopped before it was done.</param>
/// <param name="Sentence">What came of it, in words.</param>
public sealed record Reproduction(bool IsSame, bool IsStopped, string Sentence)
{
    /// <summary>Computes every run of a batch again and compares the results with the stored ones.</summary>
    /// <param name="there">The results.</param>
    /// <param name="library">The parameters.</param>
    /// <param name="how">The number of threads, a receiver of progress, and a token that cancels the work.</param>
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
                $"The results were made by version {manifest.Version} (build {Short(manifest.Build)}); this is {ProgramIdentity.Version} (build {Short(ProgramIdentity.Build)}), which may compute otherwise. Use that program."
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
        BatchPlan plan = BatchPlan.Read(library, library.Folders.Located(manifest.Plan.File));
        return (plan.Text, plan.TableText) == (manifest.Plan.Text, manifest.Plan.TableText)
            ? plan
            : throw new BatchException($"{manifest.Plan.File} has changed since the results were computed. The manifest holds the old text.");
    }

    private static void CheckFiles(Manifest manifest, PlanSurvey now)
    {
        if (manifest.Key != now.Key)
        {
            throw new BatchException(
                $"The results cannot be reproduced, because these sources have changed: {string.Join(", ", Changed(manifest, now.Files))}. Run the batch again; unchanged runs are not recomputed."
            );
        }
    }

    private static Reproduction Compared(DataSet there, DataSet again)
    {
        (Manifest old, Manifest now) = (there.Manifest, again.Manifest);
        string[] differing =
        [
            .. old.Tables.Zip(now.Tables).Where(pair => pair.First != pair.Second).Select(pair => pair.First.File),
            // Texts of the plan and addresses of the runs have been compared before; a file may have changed where no run uses it.
            .. (now with { Plan = old.Plan, Files = old.Files, Tables = old.Tables }).ToJson() == old.ToJson() ? [] : new[] { "manifest.json" },
        ];
        string[] changed = [.. Changed(old, now.Files)];
        string since = changed.Length == 0 ? "" : $" Changed since, with no effect on any figure: {string.Join(", ", changed)}.";
        return differing.Length == 0
            ? new(IsSame: true, IsStopped: false, $"Identical, bit for bit: {string.Join(", ", old.Tables.Select(table => table.File))}.{since}")
            : new(IsSame: false, IsStopped: false, $"Not the same: {string.Join(", ", differing)}.");
    }

    private static IEnumerable<string> Changed(Manifest old, ImmutableSortedDictionary<string, string> now) =>
        old.Files.Keys.Union(now.Keys).Where(name => old.Files.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal);

    private static string Short(string build) => build.Length > 8 ? build[..8] : build;
}
