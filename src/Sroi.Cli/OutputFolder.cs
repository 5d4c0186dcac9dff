using System.Text;

namespace Sroi.Cli;

/// <summary>Writes files into a folder: all of them whole, or none.</summary>
internal static class OutputFolder
{
    /// <exception cref="CommandException">The folder cannot be written to; nothing in it has changed.</exception>
    public static void Write(string folder, IReadOnlyDictionary<string, Action<TextWriter>> files)
    {
        List<string> written = [];
        try
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, Action<TextWriter> write) in files)
            {
                written.Add(Path.Combine(folder, $".{name}.part"));
                using StreamWriter file = new(written[^1], append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                write(file);
            }

            foreach ((string name, string part) in files.Keys.Zip(written))
            {
                File.Move(part, Path.Combine(folder, name), overwrite: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            foreach (string part in written.Where(File.Exists))
            {
                File.Delete(part);
            }

            throw new CommandException($"Nothing was written to {folder}: {error.Message}", CommandLine.FilesHaveProblems);
        }
    }
}
