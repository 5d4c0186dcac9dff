using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Sroi.Batch.Plans;
using Sroi.Parameters;

namespace Sroi.Batch.Queue;

/// <summary>All that a worker needs of a plan: the files of parameters, the scenarios and overlays, and what is varied, with how many draws from which seed.</summary>
internal sealed record WorkBundle
{
    private const string About = "work.json",
        Parameters = "parameters";

    /// <summary>The draws of each run.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The full ids of the numbers that are varied.</summary>
    public required ImmutableArray<string> Varied { get; init; }

    /// <summary>The cases, their files named within the bundle.</summary>
    public required ImmutableArray<BatchCase> Cases { get; init; }

    /// <summary>Packs what a plan needs.</summary>
    /// <returns>The files as a zip, and a hash of their names and contents.</returns>
    public static (byte[] Zip, string Hash) Pack(BatchPlan plan, ParameterLibrary library)
    {
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(library.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            files[$"{Parameters}/{Path.GetRelativePath(library.Folder, path).Replace('\\', '/')}"] = File.ReadAllBytes(path);
        }

        WorkBundle about = new()
        {
            Draws = plan.Draws,
            Seed = plan.Seed,
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
        return (Zip(files), Hash(files));
    }

    /// <summary>Unpacks a bundle into a folder.</summary>
    /// <returns>What it is, its files named in that folder, and the library.</returns>
    public static (WorkBundle Bundle, ParameterLibrary Library) Unpack(byte[] zip, string folder)
    {
        using (ZipArchive archive = new(new MemoryStream(zip)))
        {
            archive.ExtractToDirectory(folder);
        }

        string Placed(string file) => Path.Combine(folder, file);
        WorkBundle read = JsonSerializer.Deserialize<WorkBundle>(File.ReadAllBytes(Placed(About)))!;
        ImmutableArray<BatchCase> cases =
        [
            .. read.Cases.Select(one => one with { File = Placed(one.File), Overlays = [.. one.Overlays.Select(Placed)] }),
        ];
        return (read with { Cases = cases }, ParameterLibrary.Open(Placed(Parameters)));
    }

    // A file beside the library gets a folder of its own, since two may have one name.
    private static string Packed(string path, ParameterLibrary library, SortedDictionary<string, byte[]> files)
    {
        string inside = Path.GetRelativePath(library.Folder, Path.GetFullPath(path)).Replace('\\', '/');
        if (!inside.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(inside))
        {
            return $"{Parameters}/{inside}";
        }

        byte[] content = File.ReadAllBytes(path);
        string name = $"beside/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}/{Path.GetFileName(path)}";
        files[name] = content;
        return name;
    }

    private static byte[] Zip(SortedDictionary<string, byte[]> files)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream to = entry.Open();
                to.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Hash(SortedDictionary<string, byte[]> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] content) in files)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{name} {content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
