using System.Text.Json;
using Sroi.Files;
using Sroi.Model;
using Sroi.Reports;

namespace Sroi.Cli;

/// <summary>
/// The folder that the results of a run go to, held from before anything is computed: it is new, empty, or holds results of the same case, which are
/// then replaced. What anybody else has there is never touched.
/// </summary>
internal sealed class ResultTarget : IDisposable
{
    private const string ResultFile = "result.json";

    // What a run without draws does not write, and an earlier run with draws may have left.
    private static readonly string[] OfDraws = ["simulation.csv", "histograms.csv", "manifest.json", "draws.csv"];

    private readonly string _folder;
    private readonly FolderLock _lock;

    private ResultTarget(string folder, FolderLock held) => (_folder, _lock) = (folder, held);

    /// <summary>Takes the folder.</summary>
    /// <param name="folder">The folder, in full.</param>
    /// <param name="scenario">The case whose results it is for.</param>
    /// <exception cref="CommandException">It holds something else, another run is writing there, or it cannot be written to.</exception>
    public static ResultTarget Take(string folder, Scenario scenario)
    {
        try
        {
            if (InTheWay(folder, scenario) is { } why)
            {
                throw Refused(folder, why);
            }

            return FolderLock.Take(folder) is { } held
                ? new(folder, held)
                : throw Refused(folder, "another run is writing there. Wait until it is done, or name another folder with --out.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused(folder, error.Message);
        }
    }

    /// <summary>Writes the files, all of them or none; those of an earlier run of the case that are not among them go.</summary>
    /// <exception cref="UnwrittenFileException">They cannot be written; nothing there has changed.</exception>
    public void Write(IReadOnlyDictionary<string, Action<TextWriter>> files)
    {
        WholeFiles.Write(_folder, files);
        foreach (string old in OfDraws.Except(files.Keys))
        {
            File.Delete(Path.Combine(_folder, old));
        }
    }

    public void Dispose() => _lock.Dispose();

    private static CommandException Refused(string folder, string why) =>
        new($"Nothing was written to {folder}: {why}", CommandLine.FilesHaveProblems);

    private static string? InTheWay(string folder, Scenario scenario)
    {
        const string remedy = "Name another folder with --out, or move them first.";
        if (File.Exists(folder))
        {
            return "it is a file, and results need a folder. Name another with --out.";
        }

        IReadOnlyList<string> there = FolderLock.Visible(folder);
        if (there.Count == 0)
        {
            return null;
        }

        if (!there.Contains(ResultFile))
        {
            string more = there.Count > 3 ? $" and {there.Count - 3} more" : "";
            return $"the folder holds other things ({string.Join(", ", there.Take(3))}{more}) and no results of sroi. {remedy}";
        }

        return CaseOf(Path.Combine(folder, ResultFile)) is not { } saved ? $"its {ResultFile} was not written by 'sroi run'. {remedy}"
            : saved == Name(scenario.Id, scenario.Variant?.Id, scenario.Overlays.Select(overlay => overlay.Id)) ? null
            : $"it holds the results of another case, {saved}. {remedy}";
    }

    // What a file of ours says it is of; null for any other file.
    private static string? CaseOf(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(UserFile.ReadText(path));
            JsonElement root = document.RootElement;
            _ = (root.GetProperty("frame").GetString(), root.GetProperty("quantities").GetArrayLength());
            return root.GetProperty("scenario").GetString() is { Length: > 0 } id
                ? Name(id, root.GetProperty("variant").GetString(), root.GetProperty("overlays").EnumerateArray().Select(one => one.GetString()!))
                : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or UnreadableFileException)
        {
            return null;
        }
    }

    private static string Name(string scenario, string? variant, IEnumerable<string> overlays) =>
        string.Join(" + ", overlays.Prepend(variant is null ? scenario : $"{scenario}, {variant}"));
}
