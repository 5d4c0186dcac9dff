namespace Sroi.Files;

/// <summary>A folder held for writing: while it lives, nobody else gets it. It ends with the process, however that ends.</summary>
public sealed class FolderLock : IDisposable
{
    private const string Name = ".sroi.lock";

    // What the systems call a file that another process holds: Linux, macOS, Windows.
    private static readonly int[] s_held = [11, 35, unchecked((int)0x80070020)];

    private readonly string _folder;
    private readonly bool _wasMade;
    private readonly FileStream _file;

    private FolderLock(string folder, bool wasMade, FileStream file) => (_folder, _wasMade, _file) = (folder, wasMade, file);

    /// <summary>Takes a folder, which is made where there is none; null where another run has it.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
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

    /// <summary>The names of what is in a folder, hidden files aside; none where there is no folder.</summary>
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

    /// <summary>Lets the folder go; one that was made for nothing is removed.</summary>
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
            // Somebody else has begun to use it.
        }
    }
}
