using Sroi.Files;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary>The answers to <c>sroi new</c> so far, in a small file beside the case that is to be, until it is written.</summary>
/// <param name="file">The file of the case.</param>
internal sealed class SavedAnswers(string file)
{
    /// <summary>The file of the answers.</summary>
    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, $".{System.IO.Path.GetFileNameWithoutExtension(file)}.answers");

    /// <summary>The answers by key; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> Read() =>
        UserFile.IsThere(Path)
            ? UserFile
                .ReadText(Path)
                .Split('\n')
                .Select(line => line.Split('=', 2))
                .Where(parts => parts.Length == 2)
                .DistinctBy(parts => parts[0])
                .ToDictionary(parts => parts[0], parts => parts[1].TrimEnd('\r'), StringComparer.Ordinal)
            : new Dictionary<string, string>();

    /// <summary>Keeps answers in place of those before.</summary>
    public void Keep(IEnumerable<KeyValuePair<string, string>> answers) =>
        WholeFiles.Write(Path, string.Concat(answers.Select(answer => $"{answer.Key}={answer.Value}\n")));

    /// <summary>Takes the file away, once the case is written.</summary>
    public void Discard() => WholeFiles.Discard(Path);
}
