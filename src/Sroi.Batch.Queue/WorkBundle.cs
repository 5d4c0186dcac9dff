using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Queue;

/// <summary>All that a worker needs of a plan: the files of parameters, the scenarios and overlays, and what is varied, with how many draws from which seed.</summary>
internal sealed record WorkBundle
{
    internal const string About = "work.json",
        Parameters = "parameters",
        Own = "own";

    private const int HashDigits = 64;

    /// <summary>The draws of each run.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The full ids of the numbers that are varied.</summary>
    public required ImmutableArray<string> Varied { get; init; }

    /// <summary>The folders of the library within the bundle, nearest first.</summary>
    public required ImmutableArray<string> Folders { get; init; }

    /// <summary>The cases, their files named within the bundle.</summary>
    public required ImmutableArray<BatchCase> Cases { get; init; }

    /// <summary>Packs what a plan needs.</summary>
    /// <returns>The files as a zip, and its SHA-256.</returns>
    /// <exception cref="BatchException">They are more than travel through a queue.</exception>
    public static (byte[] Zip, string Hash) Pack(BatchPlan plan, ParameterLibrary library)
    {
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        // The user's own numbers stay at home: a plan that uses them is refused, and no other needs them.
        foreach (string folder in library.Folders.All)
        {
            string own = Path.Combine(folder, "own") + Path.DirectorySeparatorChar;
            foreach (string path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Where(path => !IsOfBank(path, own)))
            {
                files[PlaceOf(folder, path, library)] = File.ReadAllBytes(path);
            }
        }

        WorkBundle about = new()
        {
            Draws = plan.Draws,
            Seed = plan.Seed,
            Folders = [.. library.Folders.All.Select((_, at) => PlaceOf(at, library))],
            Varied = [.. plan.Axes.SelectMany(axis => axis.Ids).Distinct().Order(StringComparer.Ordinal)],
            Cases =
            [
                .. plan.Cases.Select(one =>
                    one with
                    {
                        File = Packed(one.File, library, files),
                        Overlays = [.. one.Overlays.Select(overlay => Packed(overlay, library, files))],
                    }
                ),
            ],
        };
        files[About] = JsonSerializer.SerializeToUtf8Bytes(about);
        byte[] zip = BundleFiles.Pack(files);
        return (zip, HashOf(zip));
    }

    /// <summary>Whether a text has the form of a hash.</summary>
    public static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Unpacks a bundle into a new folder.</summary>
    /// <param name="zip">The files.</param>
    /// <param name="hash">The hash by which a signed job names them.</param>
    /// <param name="folder">The folder, which must not exist yet.</param>
    /// <returns>What it is, its files named in that folder, and the library.</returns>
    /// <exception cref="UnsignedJobException">They are other files than those of the hash.</exception>
    /// <exception cref="BatchException">They are more than travel through a queue, or lead out of the folder.</exception>
    public static (WorkBundle Bundle, ParameterLibrary Library) Unpack(byte[] zip, string hash, string folder)
    {
        if (HashOf(zip) != hash)
        {
            throw UnsignedJobException.Unsigned("bundle of files");
        }

        BundleFiles.Unpack(zip, folder);
        string Placed(string file) => BundleFiles.PathIn(folder, file);
        WorkBundle read = JsonSerializer.Deserialize<WorkBundle>(File.ReadAllBytes(Placed(About)))!;
        ImmutableArray<BatchCase> cases =
        [
            .. read.Cases.Select(one => one with { File = Placed(one.File), Overlays = [.. one.Overlays.Select(Placed)] }),
        ];
        return (
            read with
            {
                Cases = cases,
            },
            ParameterLibrary.Open(ParameterFolders.Of([.. read.Folders.Select(name => Path.GetDirectoryName(Placed($"{name}/a.yaml"))!)]))
        );
    }

    // The complete folder has one name everywhere; those of the user keep theirs.
    private static string PlaceOf(int at, ParameterLibrary library) =>
        at == library.Folders.All.Length - 1 ? Parameters : $"{Own}/{at}/{Path.GetFileName(library.Folders.All[at])}";

    private static string PlaceOf(string folder, string path, ParameterLibrary library) =>
        $"{PlaceOf(library.Folders.All.IndexOf(folder), library)}/{Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace('\\', '/')}";

    // A file outside the library gets a separate folder, because two may have the same name.
    private static bool IsOfBank(string path, string own) =>
        path.StartsWith(own, StringComparison.Ordinal) && path.AsSpan(own.Length).Contains(Path.DirectorySeparatorChar);

    private static string Packed(string path, ParameterLibrary library, SortedDictionary<string, byte[]> files)
    {
        if (library.Folders.FolderOf(path) is { } folder)
        {
            return PlaceOf(folder, path, library);
        }

        byte[] content = File.ReadAllBytes(path);
        string name = $"beside/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}/{Path.GetFileName(path)}";
        files[name] = content;
        return name;
    }

    private static string HashOf(byte[] zip) => Convert.ToHexStringLower(SHA256.HashData(zip));
}
