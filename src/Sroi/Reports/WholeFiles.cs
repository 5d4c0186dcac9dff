using System.Text;

namespace Sroi.Reports;

/// <summary>Writes files whole or not at all.</summary>
public static class WholeFiles
{
    /// <summary>The byte-order mark that a file of comma-separated values begins with: without it a spreadsheet takes the text for one of an older encoding.</summary>
    public const string Mark = "\uFEFF";

    /// <summary>Writes a file, and makes its folder if it does not exist.</summary>
    /// <exception cref="UnwrittenFileException">It cannot be written; what was there is as it was.</exception>
    public static void Write(string path, string text)
    {
        string full = Path.GetFullPath(path);
        Write(Path.GetDirectoryName(full)!, new Dictionary<string, Action<TextWriter>> { [Path.GetFileName(full)] = to => to.Write(text) });
    }

    /// <summary>Writes files into a folder, all of them or none, and makes the folder if it does not exist.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">What writes each file, by its name.</param>
    /// <exception cref="UnwrittenFileException">One of them cannot be written; nothing in the folder has changed.</exception>
    public static void Write(string folder, IReadOnlyDictionary<string, Action<TextWriter>> files)
    {
        string current = folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, Action<TextWriter> write) in files)
            {
                current = Path.Combine(folder, name);
                WritePart(current, write);
            }

            foreach (string name in files.Keys)
            {
                current = Path.Combine(folder, name);
                File.Move(PartOf(current), current, overwrite: true);
            }
        }
        catch (Exception error) when (UnwrittenFileException.IsRefusal(error))
        {
            throw new UnwrittenFileException(current, error);
        }
        finally
        {
            foreach (string name in files.Keys)
            {
                Discard(PartOf(Path.Combine(folder, name)));
            }
        }
    }

    /// <summary>Where a file is written before it is whole: beside its place.</summary>
    internal static string PartOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.part");

    /// <summary>Takes away what did not become whole, where that can be done; the reason why it did not is what counts.</summary>
    public static void Discard(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is not there, or on a disk that refuses everything.
        }
    }

    /// <summary>Writes a file beside its place.</summary>
    internal static void WritePart(string path, Action<TextWriter> write)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("there is a folder of that name");
        }

        using FileStream file = new(PartOf(path), FileMode.Create, FileAccess.Write);
        using StreamWriter text = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        text.Write(Path.GetExtension(path) == ".csv" ? Mark : "");
        write(text);
        text.Flush();
        // Some disks say only now that they are full.
        file.Flush(flushToDisk: true);
    }
}
