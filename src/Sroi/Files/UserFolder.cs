namespace Sroi.Files;

/// <summary>Lists the files of a folder and of the folders in it; links to folders that lead in a circle are followed once.</summary>
public static class UserFolder
{
    /// <summary>The paths of all files with an ending, in ordinal order.</summary>
    /// <param name="folder">The folder; one that does not exist has no files.</param>
    /// <param name="pattern">The names, such as <c>*.yaml</c>.</param>
    /// <exception cref="UnreadableFileException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        List<string> files = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        Queue<DirectoryInfo> folders = new([new(folder)]),
            links = new();
        while (folders.TryDequeue(out DirectoryInfo? next) || links.TryDequeue(out next))
        {
            if (!next.Exists || !seen.Add(RealPath(next)))
            {
                continue;
            }

            try
            {
                files.AddRange(next.EnumerateFiles(pattern).Select(file => Path.Combine(folder, Path.GetRelativePath(folder, file.FullName))));
                // Links wait, so that a folder goes by its own name before it goes by another.
                foreach (DirectoryInfo inner in next.EnumerateDirectories().OrderBy(inner => inner.Name, StringComparer.Ordinal))
                {
                    (inner.LinkTarget is null ? folders : links).Enqueue(inner);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new UnreadableFileException($"the folder {next.FullName} cannot be read: {error.Message}", error);
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>Whether a file lies in a folder or in a folder in it, wherever links lead.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The file; it need not exist.</param>
    public static bool Holds(string folder, string path)
    {
        try
        {
            string inside = Path.GetRelativePath(RealPath(new(folder)), RealPath(new(path)));
            return inside != ".." && !inside.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(inside);
        }
        catch (IOException)
        {
            // Links that lead in a circle lead nowhere, which whoever reads the file is told.
            return true;
        }
    }

    // Links further up are resolved too, since a folder inside one has the same real place.
    private static string RealPath(DirectoryInfo place)
    {
        string real = (place.LinkTarget is null ? null : place.ResolveLinkTarget(returnFinalTarget: true))?.FullName ?? place.FullName;
        return Path.GetDirectoryName(real) is { } parent ? Path.Combine(RealPath(new(parent)), Path.GetFileName(real)) : real;
    }
}
