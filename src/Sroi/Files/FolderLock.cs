namespace Sroi.Files;

/// <summary>An exclusive lock on a folder for writing. It ends with the process, however that ends.</summary>
public sealed class FolderLock : IDisposable
{
    private const string Name = ".sroi.lock";

    // The error code of a file locked by another process: Linux, macOS, Windows.
    private static readonly int[] s_held = [11, 35, unchecked((int)0x80070020)];

    private readonly string _folder;
    private readonly bool _wasMade;
    private readonly FileStream _file;

    private FolderLock(string folder, bool wasMade, FileStream file) => (_folder, _wasMade, _file) = (folder, wasMade, file);

    /// <summary>Locks a folder, creating it if needed; null if another run holds it.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be created or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing to it is not permitted.</exception>
    public static FolderLock? Take(string folder)
    {
        bool wasMade = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        try
        {
            FileStream file = new(
                Path.Combine(folder, Name),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            return new(folder, wasMade, file);
        }
        catch (IOException error) when (s_held.Contains(error.HResult))
        {
            return null;
        }
    }

    /// <summary>The names of the entries of a folder, except hidden files; empty if there is no folder.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<string> Visible(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFileSystemEntries(folder)
                    .Select(path => Path.GetFileName(path))
                    .Where(name => !name.StartsWith('.') && name is not ("Thumbs.db" or "desktop.ini"))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Releases the folder; if it was created and is still empty, it is removed.</summary>
    public void Dispose()
    {
        _file.Dispose();
        try
        {
            if (_wasMade && !Directory.EnumerateFileSystemEntries(_folder).Any())
            {
                Directory.Delete(_folder);
            }
        }
        catch (IOException)
        {
            // Another process has begun to use it.
        }
    }
}
