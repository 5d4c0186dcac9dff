namespace Sroi.Files;

/// <summary>Lists the files of a folder and of the folders in it; circular links are followed once.</summary>
public static class UserFolder
{
    /// <summary>The paths of all files with an ending, in ordinal order.</summary>
    /// <param name="folder">The folder; if it does not exist, there are no files.</param>
    /// <param name="pattern">The names, such as <c>*.yaml</c>.</param>
    /// <exception cref="UnreadableFileException">A folder is not readable.</exception>
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
                // Links come later, so that a folder is listed under its own name first.
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

    /// <summary>Whether a file is in a folder or its subfolders, after resolving links.</summary>
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
            // Circular links lead nowhere; reading the file reports that.
            return true;
        }
    }

    // Links in parent folders are resolved too, because a folder inside one has the same real path.
    private static string RealPath(DirectoryInfo place)
    {
        string real = (place.LinkTarget is null ? null : place.ResolveLinkTarget(returnFinalTarget: true))?.FullName ?? place.FullName;
        return Path.GetDirectoryName(real) is { } parent ? Path.Combine(RealPath(new(parent)), Path.GetFileName(real)) : real;
    }
}
