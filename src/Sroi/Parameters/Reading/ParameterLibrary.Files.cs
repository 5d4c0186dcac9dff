using System.Collections.Immutable;
using Sroi.Files;

namespace Sroi.Parameters.Reading;

/// <content>The files of the library: each is read once, and entries are found by their ids.</content>
public sealed partial class ParameterLibrary
{
    /// <summary>The fields of a file, which is cached; null, and reported, if it has problems.</summary>
    internal YamlMap? Read(string path, ProblemList problems) => YamlFile.Read(path, Shown(path), problems, _read);

    /// <summary>The entry of a parameter in the library's files; null if there is none with that id.</summary>
    internal YamlNode? Written(string id) => Entry(id, new ProblemList())?.Node;

    /// <summary>The files that were read of these names, of these parameters, and of the appraisal data, in ordinal order.</summary>
    internal ImmutableArray<ParameterFile> FilesOf(IEnumerable<string> names, IEnumerable<string> ids) =>
        [
            .. names
                .Concat(ids.Select(id => id.Split('.')).Where(parts => parts.Length > 2).SelectMany(Paths).Select(Shown))
                .Concat(_appraisal)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(name => _read.GetValueOrDefault(name))
                .OfType<ParameterFile>(),
        ];

    internal YamlMap? Open(string path, ProblemList problems)
    {
        if (!_files.TryGetValue(path, out (YamlMap? Map, IReadOnlyList<Problem> Problems) known))
        {
            ProblemList own = new();
            known = (Read(path, own), own.Sorted());
            _files.Add(path, known);
        }

        // Problems are reported to every caller, not only to the first.
        problems.AddRange(known.Problems);
        return known.Map;
    }

    private (string File, YamlNode Node)? Entry(string id, ProblemList problems)
    {
        string[] parts = id.Split('.');
        if (parts.Length < 3 || !parts.All(IdText.IsId) || NotParameters.Contains(parts[0]))
        {
            return null;
        }

        // Of two folders that have the entry, the nearer.
        foreach (string path in Paths(parts))
        {
            if (Open(path, problems) is { } map && map[parts[^1]] is { } node)
            {
                return (Shown(path), node);
            }
        }

        return null;
    }

    private IEnumerable<string> Paths(string[] parts) => Folders.Files(Path.Combine([.. parts[..^2], parts[^2] + ".yaml"]));

    private List<string> Ids(ProblemList problems)
    {
        List<string> ids = [];
        foreach ((string folder, string path) in Folders.All.Reverse().SelectMany(folder => FilesIn(folder).Select(file => (folder, file))))
        {
            string[] parts = Path.GetRelativePath(folder, path)[..^".yaml".Length].Split(Path.DirectorySeparatorChar);
            if (parts.Length >= 2 && !NotParameters.Contains(parts[0]) && !OwnFolder.IsOther(parts) && Open(path, problems) is { } map)
            {
                foreach (string part in parts.Where(part => !IdText.IsId(part)))
                {
                    problems.Add(
                        Shown(path),
                        line: null,
                        $"the path is the first part of its numbers' names, but {IdText.Message(part)}",
                        IdText.Remedy(part)
                    );
                }

                foreach (YamlField entry in map.Entries)
                {
                    if (!IdText.IsId(entry.Name))
                    {
                        problems.Add(Shown(path), entry.Line, IdText.Message(entry.Name), IdText.Remedy(entry.Name));
                    }

                    ids.Add(string.Join('.', parts) + "." + entry.Name);
                }
            }
        }

        return [.. ids.Distinct()];
    }

    // Where the user's own additions are, the lowest folder first: all but the complete one may have them under appraisal too.
    private IEnumerable<string> Additions(string name) =>
        Folders
            .All.SelectMany(
                (folder, at) => at == Folders.All.Length - 1 ? [OwnFolder.Name] : new[] { OwnFolder.Name, "appraisal" },
                (folder, kind) => Path.Combine(folder, kind, name + ".yaml")
            )
            .Reverse()
            .Where(UserFile.IsThere);

    // What the user adds; an id that is there already is reported.
    private Dictionary<string, T> WithOwn<T>(string name, Func<YamlMap, string, Dictionary<string, T>> read, ProblemList problems)
    {
        Dictionary<string, T> all = Data(name, problems, read);
        foreach (string path in Additions(name))
        {
            foreach ((string id, T added) in Data(name, problems, read, path))
            {
                if (!all.TryAdd(id, added))
                {
                    problems.Add(Shown(path), line: null, $"'{id}' is there already, in appraisal/{name}.yaml.", "Use it, or choose another id.");
                }
            }
        }

        return all;
    }

    private Dictionary<string, T> Data<T>(
        string name,
        ProblemList problems,
        Func<YamlMap, string, Dictionary<string, T>> read,
        string? addition = null
    )
    {
        string path = addition ?? Path.Combine(Folders.All[^1], "appraisal", name + ".yaml");
        _appraisal.Add(Shown(path));
        return Read(path, problems) is { } map ? read(map, Shown(path)) : [];
    }
}
