using System.IO.Compression;
using Sroi.Batch.Results;

namespace Sroi.Batch.Queue;

/// <summary>Limits on the number, names and sizes of the files sent with jobs; other files are neither packed nor unpacked.</summary>
internal static class BundleFiles
{
    /// <summary>The most bytes as a zip.</summary>
    public const int MostPacked = 64 << 20;

    private const int MostFiles = 10_000,
        MostName = 400;

    private const long MostUnpacked = 256L << 20;

    /// <summary>Packs files.</summary>
    /// <exception cref="BatchException">They are too many or too large.</exception>
    public static byte[] Pack(IReadOnlyDictionary<string, byte[]> files)
    {
        CheckSize(files.Count, files.Values.Sum(content => content.LongLength));
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                CheckName(name);
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream to = entry.Open();
                to.Write(content);
            }
        }

        return bytes.Length <= MostPacked ? bytes.ToArray() : throw TooLarge();
    }

    /// <summary>Unpacks files into a new folder.</summary>
    /// <exception cref="BatchException">They are too many, too large, or named as ours never are; the folder is taken away.</exception>
    public static void Unpack(byte[] zip, string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using ZipArchive archive = new(new MemoryStream(zip));
            CheckSize(archive.Entries.Count, bytes: 0);
            long left = MostUnpacked;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                left -= Unpack(entry, PathIn(folder, entry.FullName), left);
            }
        }
        catch (InvalidDataException error)
        {
            Directory.Delete(folder, recursive: true);
            throw new BatchException($"The files of this job cannot be unpacked: {error.Message}", error);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Where a file of a bundle is.</summary>
    /// <exception cref="BatchException">The name leads out of the folder.</exception>
    public static string PathIn(string folder, string name)
    {
        CheckName(name);
        return Path.Combine(folder, Path.Combine(name.Split('/')));
    }

    // The length stated by an entry is not trusted.
    private static long Unpack(ZipArchiveEntry entry, string path, long most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using Stream from = entry.Open();
        using FileStream to = new(path, FileMode.CreateNew, FileAccess.Write);
        byte[] some = new byte[1 << 16];
        long total = 0;
        for (int read = from.Read(some); read > 0; read = from.Read(some))
        {
            total += read;
            if (total > most)
            {
                throw TooLarge();
            }

            to.Write(some, 0, read);
        }

        return total;
    }

    private static void CheckName(string name)
    {
        bool isOurs =
            name.Length <= MostName
            && (
                name == WorkBundle.About
                || name.StartsWith(WorkBundle.Parameters + "/", StringComparison.Ordinal)
                || name.StartsWith(WorkBundle.Own + "/", StringComparison.Ordinal)
                || name.StartsWith("beside/", StringComparison.Ordinal)
            )
            && name.Split('/').All(part => part is not ("" or "." or "..") && !part.Any(c => char.IsControl(c) || c is '\\' or ':'));
        if (!isOurs)
        {
            throw new BatchException(
                "A file of this job has a name that leads elsewhere or that no file of a batch has. Rename it: no \\, no : and no control characters."
            );
        }
    }

    private static void CheckSize(int count, long bytes)
    {
        if (count > MostFiles || bytes > MostUnpacked)
        {
            throw TooLarge();
        }
    }

    private static BatchException TooLarge() =>
        new(
            $"The files of this batch are more than travel through a queue: at most {MostFiles} files of {MostUnpacked >> 20} MB together, {MostPacked >> 20} MB packed. Take out of the folder of parameters what no run needs."
        );
}
