using System.Collections.Immutable;

namespace Sroi.Parameters.Reading;

/// <summary>
/// The folders that a library is read from: any number of the user's own, nearest first, laid over one that is complete, which may be the one that came
/// with the program. A file of an upper folder adds its entries to those below, or replaces those of the same name; a scenario, an overlay or a plan
/// replaces one of the same name.
/// </summary>
public sealed class ParameterFolders
{
    // What a folder of parameters may have in it.
    private static readonly string[] s_kinds = ["appraisal", "scenarios", "overlays", "batches", "unit_costs", "evidence", OwnFolder.Name];

    // What a complete one has.
    private static readonly string[] s_appraisal = ["discounting", "optimism_bias", "parties", "price_indices"];

    private ParameterFolders(IEnumerable<string> own, string complete, bool isShipped) =>
        (All, IsShipped) = ([.. own.Distinct(), complete], isShipped);

    /// <summary>All folders, nearest first; the last is complete.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>The folders that were named on a command line, as they were written; a printed command repeats them.</summary>
    public ImmutableArray<string> Given { get; private init; } = [];

    /// <summary>Whether the last came with the program, so that nothing is written into it.</summary>
    public bool IsShipped { get; }

    /// <summary>The folders that are the user's, nearest first.</summary>
    public ImmutableArray<string> Own => IsShipped ? All[..^1] : All;

    /// <summary>The complete folder that came with the program or the package; null if there is none.</summary>
    public static string? Shipped { get; } = Upwards(AppContext.BaseDirectory).SelectMany(Candidates).FirstOrDefault(IsComplete) ?? InPackage();

    /// <summary>The folders from each start upwards, as far as a complete one, else laid over the shipped one; null if there is no complete one.</summary>
    /// <param name="starts">Folders to start from, such as that of a scenario and the current one.</param>
    public static ParameterFolders? Find(params IEnumerable<string> starts)
    {
        List<string> own = [];
        foreach (string start in starts)
        {
            foreach (string folder in Upwards(start))
            {
                foreach (string candidate in Candidates(folder))
                {
                    if (IsComplete(candidate))
                    {
                        return new(own, candidate, IsOfProgram(candidate));
                    }

                    if (IsLayer(candidate, start))
                    {
                        own.Add(candidate);
                    }
                }
            }
        }

        return Shipped is { } shipped ? new(own, shipped, isShipped: true) : null;
    }

    /// <summary>The folders given, nearest first, laid over the first complete one among them, or over what is found from the starts.</summary>
    /// <param name="given">Folders that exist.</param>
    /// <param name="starts">Where a complete folder is looked for if none of them is.</param>
    /// <exception cref="InvalidFilesException">One of them is no folder of parameters, or nothing complete lies below them.</exception>
    public static ParameterFolders Of(IReadOnlyList<string> given, params IEnumerable<string> starts)
    {
        List<string> own = [];
        foreach (string folder in given.Select(Path.GetFullPath))
        {
            if (IsComplete(folder))
            {
                return new(own, folder, IsOfProgram(folder));
            }

            if (!IsAny(folder))
            {
                throw new InvalidFilesException([
                    new(
                        folder,
                        Line: null,
                        Directory.Exists(folder)
                            ? $"this is not a folder of parameters: it has none of the folders {string.Join(", ", s_kinds)} in it."
                            : "there is no such folder of parameters."
                    ),
                ]);
            }

            own.Add(folder);
        }

        return Find(starts) is { } below
            ? new([.. own, .. below.All[..^1].Where(folder => !own.Contains(folder))], below.All[^1], below.IsShipped)
            : throw new InvalidFilesException([
                new(given[0], Line: null, "this is not a whole folder of parameters, and no other was found to lay it over."),
            ]);
    }

    /// <summary>These, named on a command line.</summary>
    /// <param name="given">The folders as they were written.</param>
    public ParameterFolders Named(IEnumerable<string> given) => new(All[..^1], All[^1], IsShipped) { Given = [.. given] };

    /// <summary>These, with another folder of the user's on top, which may not exist yet.</summary>
    /// <param name="folder">The folder.</param>
    public ParameterFolders With(string folder) => new([Path.GetFullPath(folder), .. All[..^1]], All[^1], IsShipped) { Given = Given };

    /// <summary>Where new files of the user's belong: the nearest folder that is the user's, else <c>parameters</c> in the current one.</summary>
    /// <param name="current">The current folder.</param>
    public string ToWrite(string current) => Own is [var nearest, ..] ? nearest : Path.Combine(Path.GetFullPath(current), "parameters");

    /// <summary>The file at a path relative to the folders, in the nearest that has it; null if none has.</summary>
    internal string? File(string relative) => Files(relative).FirstOrDefault();

    /// <summary>The files at a path relative to the folders, nearest first.</summary>
    internal IEnumerable<string> Files(string relative) => All.Select(folder => Path.Combine(folder, relative)).Where(Sroi.Files.UserFile.IsThere);

    /// <summary>The YAML files under a folder such as <c>scenarios</c>, sorted; of two with one path the nearer.</summary>
    internal IReadOnlyList<string> Under(string kind) =>
        [
            .. All.SelectMany(folder =>
                    ParameterLibrary.FilesIn(Path.Combine(folder, kind)).Select(file => (Path.GetRelativePath(folder, file), file))
                )
                .DistinctBy(found => found.Item1)
                .OrderBy(found => found.Item1, StringComparer.Ordinal)
                .Select(found => found.file),
        ];

    /// <summary>The folder that a file is in; null if it is in none.</summary>
    public string? FolderOf(string path) => All.FirstOrDefault(folder => Inside(folder, path) is not null);

    /// <summary>The path of a file relative to the folder that it is in; null if it is in none.</summary>
    public string? Relative(string path) => All.Select(folder => Inside(folder, path)).FirstOrDefault(inside => inside is not null);

    /// <summary>A file as the user would name it, from the folder that holds the folder of parameters.</summary>
    /// <remarks>Of two files that would have one name, the one below is called shipped/….</remarks>
    internal string Shown(string path)
    {
        string full = Path.GetFullPath(path);
        if (FolderOf(full) is not { } folder)
        {
            // A file beside the library is named from the folder that holds it.
            string beside = Path.GetRelativePath(Path.GetDirectoryName(All[^1])!, full);
            return beside.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(beside) ? path : beside.Replace('\\', '/');
        }

        string shown = $"{Path.GetFileName(folder)}/{Inside(folder, full)!.Replace('\\', '/')}";
        int at = All.IndexOf(folder);
        bool isTaken = All.Take(at).Any(upper => Named(upper, shown) is { } same && Sroi.Files.UserFile.IsThere(same));
        return isTaken ? $"{(at == All.Length - 1 ? "shipped" : $"below{at}")}/{shown}" : shown;
    }

    /// <summary>The file that <see cref="Shown"/> named so; the name itself, if it is in none of the folders.</summary>
    internal string Located(string shown)
    {
        string name = shown.StartsWith("shipped/", StringComparison.Ordinal) ? shown["shipped/".Length..] : shown;
        IEnumerable<string> folders = name.Length == shown.Length ? All : [All[^1]];
        string beside = Path.Combine(Path.GetDirectoryName(All[^1])!, name);
        return folders.Select(folder => Named(folder, name)).FirstOrDefault(path => path is not null && Sroi.Files.UserFile.IsThere(path))
            ?? (Sroi.Files.UserFile.IsThere(beside) ? beside : shown);
    }

    private static string? Named(string folder, string shown) =>
        shown.StartsWith(Path.GetFileName(folder) + "/", StringComparison.Ordinal)
            ? Path.Combine(folder, shown[(Path.GetFileName(folder).Length + 1)..])
            : null;

    private static string? Inside(string folder, string path)
    {
        string relative = Path.GetRelativePath(folder, Path.GetFullPath(path));
        return relative == "." || relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    private static IEnumerable<string> Candidates(string folder) => [folder, Path.Combine(folder, "parameters")];

    private static IEnumerable<string> Upwards(string start)
    {
        for (DirectoryInfo? folder = new(Path.GetFullPath(start)); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }

    private static bool IsComplete(string folder) =>
        s_appraisal.All(name => System.IO.File.Exists(Path.Combine(folder, "appraisal", name + ".yaml")));

    private static bool IsAny(string folder) => s_kinds.Any(kind => Directory.Exists(Path.Combine(folder, kind)));

    // One called parameters; beside the start even with nothing known in it. A scenario given by its path brings the folder that it is in.
    private static bool IsLayer(string folder, string start) =>
        Path.GetFileName(folder) == "parameters"
            ? IsAny(folder) || (Directory.Exists(folder) && Path.GetDirectoryName(folder) == Path.GetFullPath(start))
            : s_kinds.Contains(Path.GetFileName(Path.GetFullPath(start))) && Path.GetDirectoryName(Path.GetFullPath(start)) == folder;

    /// <summary>Whether a folder came with the program or a package, so that nothing is written into it.</summary>
    public static bool IsOfProgram(string folder) => Inside(AppContext.BaseDirectory, folder) is not null || folder == InPackage();

    // In a package the assembly lies in lib/net10.0, and the parameters beside lib.
    private static string? InPackage()
    {
        string assembly = typeof(ParameterFolders).Assembly.Location;
        return assembly.Length > 0 && Path.GetFullPath(Path.Combine(assembly, "..", "..", "..", "parameters")) is var folder && IsComplete(folder)
            ? folder
            : null;
    }
}
