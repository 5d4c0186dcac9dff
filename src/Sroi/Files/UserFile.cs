using System.Formats.Tar;
using System.Text;

namespace Sroi.Files;

/// <summary>
/// Reads a user's file quickly and in bounded memory: an ordinary file, or a link to one, no longer than a limit. A folder,
/// a pipe, a socket or a device is never opened, because reading it might not end.
/// </summary>
public static class UserFile
{
    /// <summary>The limit for results, manifests and tables written by this program or named in a plan: 64 MB.</summary>
    public const long MostBytes = 64_000_000;

    /// <summary>The bytes of a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="most">The maximum length, in bytes.</param>
    /// <exception cref="UnreadableFileException">It is missing, too long, not an ordinary file, or not readable; the message says which.</exception>
    public static byte[] Read(string path, long most = MostBytes)
    {
        using FileStream file = Open(path);
        if (file.Length > most)
        {
            throw new UnreadableFileException($"the file has {file.Length:N0} bytes; the limit is {most:N0}.") { IsTooLong = true };
        }

        try
        {
            byte[] bytes = new byte[file.Length];
            int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (IOException error)
        {
            throw new UnreadableFileException(Why(error), error);
        }
    }

    /// <summary>The text of a file in UTF-8.</summary>
    /// <inheritdoc cref="Read(string, long)"/>
    public static string ReadText(string path, long most = MostBytes)
    {
        using StreamReader reader = new(new MemoryStream(Read(path, most)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Opens a file of any length for reading.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="UnreadableFileException">It is missing, not an ordinary file, or not readable; the message says which.</exception>
    public static FileStream Open(string path)
    {
        if (!IsName(path))
        {
            throw new UnreadableFileException("there is no such file.");
        }

        try
        {
            FileInfo file = new(path);
            if (Directory.Exists(path))
            {
                throw new UnreadableFileException("this is a folder, not a file.");
            }

            FileInfo target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (!target.Exists)
            {
                throw new UnreadableFileException(
                    target == file ? "there is no such file." : $"this is a link to {target.FullName}, and there is no such file."
                );
            }

            // Pipes, sockets and devices have no length, and opening one may block for ever.
            return target.Length == 0 && KindOf(target.FullName) is { } other
                ? throw new UnreadableFileException($"this is {other}, not an ordinary file.")
                : new FileStream(target.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception error) when (error is IOException and not UnreadableFileException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(Why(error), error);
        }
    }

    /// <summary>Whether anything exists at a path: a file, a folder, or a link, even a broken one.</summary>
    /// <param name="path">The path.</param>
    public static bool IsThere(string path) => IsName(path) && (Path.Exists(path) || new FileInfo(path).LinkTarget is not null);

    // No file can have such a name, and the framework rejects it.
    private static bool IsName(string path) => path.Length > 0 && !path.Contains('\0');

    // An archive entry determines the type of a file without opening it, which no other API does.
    private static string? KindOf(string path)
    {
        using MemoryStream archive = new();
        try
        {
            using TarWriter writer = new(archive, TarEntryFormat.Pax, leaveOpen: true);
            writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            return "a socket";
        }

        archive.Position = 0;
        using TarReader reader = new(archive);
        return reader.GetNextEntry()?.EntryType switch
        {
            TarEntryType.Fifo => "a pipe",
            TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device",
            _ => null,
        };
    }

    private static string Why(Exception error) =>
        error switch
        {
            FileNotFoundException or DirectoryNotFoundException => "there is no such file.",
            UnauthorizedAccessException => "the file may not be read: permission is denied.",
            _ when error.Message.Contains("symbolic link", StringComparison.OrdinalIgnoreCase) => "the file is a link that leads in a circle.",
            _ => $"the file cannot be read: {error.Message}",
        };
}

/// <summary>A file cannot be read; the message says why, as a sentence that follows the file's name and a colon.</summary>
public sealed class UnreadableFileException : IOException
{
    /// <summary>Creates it with the reason.</summary>
    /// <param name="message">Why, such as <c>there is no such file.</c></param>
    /// <param name="inner">The exception caught; null for none.</param>
    public UnreadableFileException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>Whether the file is readable but too long.</summary>
    public bool IsTooLong { get; init; }
}
