using System.Collections.Immutable;
using System.Security.Cryptography;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Parameters;

namespace Sroi.Batch.Running;

/// <summary>What is known about a plan before it runs: its key, the keys of its inputs, their files, and the number of years.</summary>
/// <param name="Key">A hash of the addresses of all its runs.</param>
/// <param name="Years">The years of its longest appraisal.</param>
/// <param name="Files">The files that its numbers come from, with their SHA-256.</param>
internal sealed record PlanSurvey(string Key, int Years, ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>Surveys a plan.</summary>
    public static PlanSurvey Of(BatchPlan plan, RunComputer computer)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        byte[] address = new byte[UnitAddress.Length];
        BatchCase? before = null;
        int years = 0;
        for (long number = 0; number < plan.Runs; number++)
        {
            BatchRun run = plan[number];
            computer.AddressOf(run).CopyTo(address);
            hash.AppendData(address);
            if (run.Case != before)
            {
                before = run.Case;
                years = Math.Max(years, computer.YearsOf(run));
                foreach (ParameterFile file in computer.FilesOf(run))
                {
                    files[file.Name] = file.Sha256;
                }
            }
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), years, files.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The manifest of a part of the plan, yet without tables.</summary>
    public Manifest Manifest(BatchPlan plan, ManifestRange range) =>
        new()
        {
            Version = ProgramIdentity.Version,
            Build = ProgramIdentity.Build,
            Plan = new(plan.Id, plan.File, plan.Text, plan.TableText),
            Key = Key,
            Draws = plan.Draws,
            Seed = plan.Seed,
            Runs = plan.Runs,
            Range = range,
            Failed = 0,
            Axes = [.. plan.Axes.Select(axis => new ManifestAxis(axis.Name, axis.Pattern, axis.Unit, axis.Ids))],
            Files = Files,
            Tables = [],
        };
}
