using System.Text.RegularExpressions;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.BadInput;

/// <summary>One of the shipped files, or of the tests' own, that is read again with something in it changed.</summary>
internal sealed partial class ShippedFile : IDisposable
{
    private readonly ParameterLibrary _library = ParameterLibrary.Open(TestFolder.Parameters);
    private readonly ParameterCopy? _copy;
    private readonly string _path;
    private readonly string _kind;
    private readonly string _start = "";

    /// <param name="name">Relative to the repository, with /.</param>
    public ShippedFile(string name)
    {
        Name = name;
        Text = File.ReadAllText(Path.Combine(TestFolder.Root, name)).ReplaceLineEndings("\n");
        string[] parts = name.Split('/');
        _kind = parts[0] == "parameters" ? parts[1] : "scenarios";
        if (_kind is "scenarios" or "overlays")
        {
            _path = Path.Combine(TestFolder.Fresh(), parts[^1]);
            return;
        }

        _copy = new();
        _path = Path.Combine([_copy.Path, .. parts[1..]]);
        _start = string.Join('.', parts[1..])[..^".yaml".Length] + ".";
    }

    /// <summary>Files of every kind but batch plans, which another library reads, and a case that has every construct.</summary>
    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(TestFolder.Parameters, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestFolder.Root, file).Replace('\\', '/'))
            .Where(name => !name.StartsWith("parameters/batches/", StringComparison.Ordinal))
            .Append("tests/Sroi.Tests/Evaluation/everything.yaml")
            .Order(StringComparer.Ordinal);

    public string Name { get; }

    public string Text { get; }

    /// <summary>The text in parts that can be read alone: each entry of a file of parameters, or the whole of any other file.</summary>
    public IEnumerable<string> Parts =>
        _kind is "unit_costs" or "evidence" ? EntryStart().Split(Text).Where(part => EntryStart().IsMatch(part)) : [Text];

    /// <summary>What is wrong with the file when it says this instead; nothing but problems of files may come of it.</summary>
    public IReadOnlyList<Problem> ProblemsOf(string text)
    {
        File.WriteAllText(_path, text);
        return _kind switch
        {
            "scenarios" => OfScenario(),
            "overlays" => Of(() => _library.Overlay(_path)),
            "appraisal" => Of(() => ParameterLibrary.Open(_copy!.Path)),
            _ => OfParameters(text),
        };
    }

    /// <summary>Whether a problem is of this file and of a line in it.</summary>
    public bool IsAt(Problem problem, int line) => problem.Line == line && Path.GetFileName(problem.File) == Path.GetFileName(_path);

    public void Dispose()
    {
        if (_copy is null)
        {
            Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
        }

        _copy?.Dispose();
    }

    private IReadOnlyList<Problem> OfScenario()
    {
        Scenario? read = null;
        IReadOnlyList<Problem> problems = Of(() => read = _library.Scenario(_path));
        return [.. problems, .. (read?.Variants ?? []).SelectMany(variant => Of(() => _library.Scenario(_path, variant.Id)))];
    }

    private List<Problem> OfParameters(string text)
    {
        ParameterLibrary library = ParameterLibrary.Open(_copy!.Path);
        return [.. EntryStart().Matches(text).SelectMany(entry => Of(() => library.Parameter(_start + entry.Groups[1].Value)))];
    }

    [GeneratedRegex("^(?=([a-z][a-z0-9_]*):)", RegexOptions.Multiline)]
    private static partial Regex EntryStart();

    private static IReadOnlyList<Problem> Of(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (InvalidFilesException error)
        {
            return error.Problems;
        }
        catch (UnfilledTemplateException)
        {
            return [];
        }
    }
}
