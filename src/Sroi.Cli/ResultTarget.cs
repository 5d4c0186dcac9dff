using System.Text.Json;
using Sroi.Files;
using Sroi.Model;
using Sroi.Reports;

namespace Sroi.Cli;

/// <summary>
/// The folder for the results of a run, locked before anything is computed. It must be new, empty, or hold results of the same case, which are
/// replaced. Other files are never touched.
/// </summary>
internal sealed class ResultTarget : IDisposable
{
    private const string ResultFile = "result.json";

    // Written only by runs with draws; removed by a later run without draws.
    private static readonly string[] OfDraws = ["simulation.csv", "histograms.csv", "manifest.json", "draws.csv"];

    private readonly string _folder;
    private readonly FolderLock _lock;

    private ResultTarget(string folder, FolderLock held) => (_folder, _lock) = (folder, held);

    /// <summary>Locks the folder.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="scenario">The case whose results will be written.</param>
    /// <exception cref="CommandException">The folder holds other files, is in use by another run, or cannot be written to.</exception>
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
                : throw Refused(folder, "another run is writing there. Wait until it has finished, or choose another folder with --out.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused(folder, error.Message);
        }
    }

    /// <summary>Writes all of the files or none, and deletes files of an earlier run that are not among them.</summary>
    /// <exception cref="UnwrittenFileException">The files cannot be written; the folder is unchanged.</exception>
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
        const string remedy = "Choose another folder with --out, or move them first.";
        if (File.Exists(folder))
        {
            return "it is a file. Choose a folder with --out.";
        }

        IReadOnlyList<string> there = FolderLock.Visible(folder);
        if (there.Count == 0)
        {
            return null;
        }

        if (!there.Contains(ResultFile))
        {
            string more = there.Count > 3 ? $" and {there.Count - 3} more" : "";
            return $"the folder holds other files ({string.Join(", ", there.Take(3))}{more}) and no results of sroi. {remedy}";
        }

        return CaseOf(Path.Combine(folder, ResultFile)) is not { } saved ? $"its {ResultFile} was not written by 'sroi run'. {remedy}"
            : saved == Name(scenario.Id, scenario.Variant?.Id, scenario.Overlays.Select(overlay => overlay.Id)) ? null
            : $"it holds the results of another case, {saved}. {remedy}";
    }

    // The case named in a result file; null for any other file.
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
