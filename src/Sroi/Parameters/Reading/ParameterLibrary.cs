using System.Collections.Immutable;
using Sroi.Files;
using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>
/// A folder of parameter files. The path is the name: entry <c>ae_attendance</c> of <c>unit_costs/health.yaml</c> is
/// <c>unit_costs.health.ae_attendance</c>. Files are read when a number in them is first asked for, and only once.
/// </summary>
/// <remarks>Not thread-safe while it reads; what it returns is immutable.</remarks>
public sealed class ParameterLibrary
{
    private static readonly string[] NotParameters = ["schema", "appraisal", "scenarios", "overlays", "batches"];

    private readonly Dictionary<string, (YamlMap? Map, IReadOnlyList<Problem> Problems)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterFile> _read = new(StringComparer.Ordinal);
    private readonly List<string> _appraisal = [];
    private readonly Lazy<UnitWords> _units;
    private readonly OwnFolder _own;

    private ParameterLibrary(string folder) =>
        (Folder, _units, _own) = (folder, new(() => new UnitWords(Ids().Select(Written).OfType<YamlNode>())), new(folder));

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Everybody who may pay, gain or experience a change, by id.</summary>
    public IReadOnlyDictionary<string, Party> Parties { get; private set; } = new Dictionary<string, Party>();

    /// <summary>Price indices by id.</summary>
    public IReadOnlyDictionary<string, PriceIndex> Indices { get; private set; } = new Dictionary<string, PriceIndex>();

    /// <summary>Discount schedules by id.</summary>
    public IReadOnlyDictionary<string, DiscountSchedule> Schedules { get; private set; } = new Dictionary<string, DiscountSchedule>();

    /// <summary>The rates of all discount schedules, by their ids as parameters, such as <c>discounting.green_book_2026.standard_to_30</c>.</summary>
    internal IReadOnlyDictionary<string, Parameter> Rates { get; private set; } = new Dictionary<string, Parameter>();

    /// <summary>Optimism corrections by id.</summary>
    public IReadOnlyDictionary<string, OptimismBias> OptimismBiases { get; private set; } = new Dictionary<string, OptimismBias>();

    /// <summary>Opens the folder and reads its appraisal data.</summary>
    /// <exception cref="InvalidFilesException">There is no such folder, or its appraisal data have problems.</exception>
    public static ParameterLibrary Open(string folder)
    {
        ProblemList problems = new();
        ParameterLibrary library = new(Path.GetFullPath(folder));
        if (!Directory.Exists(Path.Combine(folder, "appraisal")))
        {
            problems.Add(folder, line: null, "this is not a folder of parameters: it has no 'appraisal' folder in it.");
            problems.ThrowIfAny();
        }

        AppraisalDataReader reader = new(problems);
        library.Parties = library.WithOwn("parties", library.Data("parties", problems, reader.Parties), reader.Parties, problems);
        library.Indices = OwnIndices.In(
            library.Data("price_indices", problems, new PriceIndexReader(problems).Read),
            library.Own("price_indices", problems, new PriceIndexReader(problems).Read)
        );
        library._own.ReadBanks((path, found) => library.Read(path, found), library.Shown, problems);
        library.Schedules = library.Data("discounting", problems, reader.Schedules);
        library.Rates = library
            .Schedules.Values.SelectMany(schedule => schedule.Columns.SelectMany(column => schedule.Bands(column)))
            .Select(band => band.Rate)
            .DistinctBy(rate => rate.Id)
            .ToDictionary(rate => rate.Id, StringComparer.Ordinal);
        library.OptimismBiases = library.Data("optimism_bias", problems, reader.OptimismBiases);
        problems.ThrowIfAny();
        return library;
    }

    /// <summary>
    /// Opens the nearest <c>parameters</c> folder from the current folder upwards (in a notebook, from the notebook's own), else the one beside the program.
    /// </summary>
    /// <exception cref="UnknownNameException">There is no such file.</exception>
    /// <exception cref="InvalidFilesException">The file has problems; all of them are listed.</exception>
    public static ParameterLibrary Find() =>
        (FindFolder(Directory.GetCurrentDirectory()) ?? FindFolder(AppContext.BaseDirectory)) is { } folder
            ? Open(folder)
            : throw new UnknownNameException(
                $"There is no 'parameters' folder in {Directory.GetCurrentDirectory()} or above it. Go to a folder that has one, or name it: ParameterLibrary.Open(\"…\")."
            );

    /// <summary>The nearest <c>parameters</c> folder from <paramref name="from"/> upwards; null if there is none.</summary>
    public static string? FindFolder(string from)
    {
        for (DirectoryInfo? folder = new(Path.GetFullPath(from)); folder is not null; folder = folder.Parent)
        {
            foreach (string candidate in new[] { folder.FullName, Path.Combine(folder.FullName, "parameters") })
            {
                if (Directory.Exists(Path.Combine(candidate, "appraisal")))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>The parameter of an id, its latest value where it has several.</summary>
    /// <exception cref="InvalidFilesException">There is no such parameter (the nearest match is named), or it has problems.</exception>
    public Parameter Parameter(string id)
    {
        ProblemList problems = new();
        Parameter? parameter = Exists(id, problems) ? Find(id, appraisalYear: null, problems) : null;
        if (parameter is null && !problems.Any)
        {
            problems.Add(Folder, line: null, $"there is no parameter '{id}'.{Nearest.Hint(id, Ids())}");
        }

        problems.ThrowIfAny();
        return parameter!;
    }

    /// <summary>Every parameter, in the order of file and entry.</summary>
    /// <exception cref="InvalidFilesException">Some have problems; all of them are listed.</exception>
    public IReadOnlyList<Parameter> All()
    {
        ProblemList problems = new();
        List<Parameter> all = [];
        foreach (string id in Ids(problems))
        {
            if (Find(id, appraisalYear: null, problems) is { } parameter)
            {
                all.Add(parameter);
            }

            if (Entry(id, problems) is var (file, entry))
            {
                Units.Check(entry, id[(id.LastIndexOf('.') + 1)..], file, problems);
            }
        }

        problems.ThrowIfAny();
        return all;
    }

    /// <summary>The overlay of a name under <c>overlays</c> or of a path, or a change in one line such as <c>people=150</c>.</summary>
    /// <exception cref="InvalidFilesException">The file has problems, or changes a number that does not exist.</exception>
    /// <exception cref="UnknownNameException">There is no such overlay; the nearest match is named.</exception>
    public Overlay Overlay(string nameOrPath)
    {
        if (InlineChange.Read(nameOrPath) is { } inline)
        {
            return inline;
        }

        string path = Locate("overlays", nameOrPath, "overlay");
        ProblemList problems = new();
        Overlay? overlay = Read(path, problems) is { } map ? new OverlayReader(this, problems).Read(map, path) : null;
        problems.ThrowIfAny();
        return overlay!;
    }

    /// <summary>The parameters that an overlay changes, changed; quantities of scenarios, which it may change too, are not among them.</summary>
    /// <exception cref="InvalidFilesException">A change does not fit the number it changes.</exception>
    public IReadOnlyList<Parameter> Changed(Overlay overlay)
    {
        ProblemList problems = new();
        List<Parameter> changed = [];
        foreach (ChangeEntry entry in overlay.Entries.Where(entry => !entry.IsShort && !entry.Id.StartsWith("scenarios.", StringComparison.Ordinal)))
        {
            if (Find(entry.Id, appraisalYear: null, problems) is { } was && new ChangeReader(problems).Apply(was, entry) is { } now)
            {
                changed.Add(now);
            }
        }

        problems.ThrowIfAny();
        return changed;
    }

    /// <summary>The file of a name under one of the folders, or of a path to a file.</summary>
    /// <param name="kind">The folder: <c>scenarios</c> or <c>overlays</c>.</param>
    /// <param name="nameOrPath">A name without ending, or a path.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="UnknownNameException">There is no such file; the nearest match is named.</exception>
    public string Locate(string kind, string nameOrPath, string what)
    {
        if (
            nameOrPath.Contains('/')
            || nameOrPath.Contains('\\')
            || nameOrPath.EndsWith(".yaml", StringComparison.Ordinal)
            || nameOrPath.EndsWith(".yml", StringComparison.Ordinal)
        )
        {
            return UserFile.IsThere(nameOrPath) && !Directory.Exists(nameOrPath) ? nameOrPath
                : Directory.Exists(nameOrPath) ? throw new UnknownNameException($"'{nameOrPath}' is a folder; name a file in it.")
                : throw new UnknownNameException($"There is no file '{nameOrPath}'.{Nearest.Hint(nameOrPath, Beside(nameOrPath))}");
        }

        IReadOnlyList<string> files = FilesUnder(kind);
        // A user's own case goes before a template of the same name, which lies deeper.
        return files
                .Where(file => Path.GetFileNameWithoutExtension(file) == nameOrPath)
                .MinBy(file => file.Count(c => c == Path.DirectorySeparatorChar))
            ?? throw new UnknownNameException(
                $"There is no {what} '{nameOrPath}'.{Nearest.HintOrAll(nameOrPath, [.. files.Select(f => Path.GetFileNameWithoutExtension(f)!)])}"
            );
    }

    private static IEnumerable<string> Beside(string path) =>
        Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(file)))
            : [];

    /// <summary>The YAML files under one of the folders, sorted.</summary>
    /// <exception cref="InvalidFilesException">A folder may not be read.</exception>
    public IReadOnlyList<string> FilesUnder(string kind) => FilesIn(Path.Combine(Folder, kind));

    /// <summary>The YAML files of a folder and the folders in it, sorted.</summary>
    /// <exception cref="InvalidFilesException">A folder may not be read.</exception>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        try
        {
            return UserFolder.Files(folder, "*.yaml");
        }
        catch (UnreadableFileException error)
        {
            throw new InvalidFilesException([new(folder, Line: null, error.Message)]);
        }
    }

    /// <summary>The ids of all parameters; files with problems are passed over.</summary>
    public IReadOnlyList<string> Ids() => [.. Ids(new ProblemList()), .. Rates.Keys];

    /// <summary><c> Did you mean 'x'?</c> with the full id: one that ends in the name, in the library or in a scenario, or else the nearest.</summary>
    internal string FullIdHint(string name)
    {
        string[] ids = [.. Ids()];
        string last = name[(name.LastIndexOf('.') + 1)..];
        string[] ending = [.. ids.Concat(ScenarioIds()).Where(id => id.EndsWith("." + last, StringComparison.Ordinal)).Take(3)];
        return ending.Length > 0 ? $" Did you mean {string.Join(" or ", ending.Select(id => $"'{id}'"))}?" : Nearest.Hint(name, ids);
    }

    private IEnumerable<string> ScenarioIds() =>
        FilesUnder("scenarios")
            .SelectMany(file =>
                Open(file, new ProblemList())?["quantities"] is YamlMap quantities
                    ? quantities.Entries.Select(entry => $"scenarios.{Path.GetFileNameWithoutExtension(file)}.{entry.Name}")
                    : []
            );

    /// <summary>The words in which the library counts.</summary>
    internal UnitWords Units => _units.Value;

    internal ParameterReader Reader(ProblemList problems) => Reader(Parties, problems);

    internal ParameterReader Reader(IReadOnlyDictionary<string, Party> parties, ProblemList problems) => new(parties, Indices, problems);

    /// <summary>The parameter as it applies to the appraisal year, before uprating; null, and reported, if it has problems.</summary>
    internal Parameter? Find(string id, PriceYear? appraisalYear, ProblemList problems)
    {
        if (Rates.TryGetValue(id, out Parameter? rate))
        {
            return rate;
        }

        if (Entry(id, problems) is not var (file, node))
        {
            return null;
        }

        return
            Fields.Of(ParameterForms.Parameter, node, file, id[(id.LastIndexOf('.') + 1)..], problems) is { } fields
            && Reader(problems).Read(id, fields, appraisalYear) is { } read
            ? read with
            {
                Bank = _own.BankOf(id),
            }
            : null;
    }

    /// <summary>Whether the parameter exists; problems of its file are reported.</summary>
    internal bool Exists(string id, ProblemList problems) => Rates.ContainsKey(id) || Entry(id, problems) is not null;

    /// <summary>The name of a file on a command line: its id if it is under one of the folders, otherwise its full path.</summary>
    internal string NameOf(string kind, string path) =>
        Path.GetRelativePath(Path.Combine(Folder, kind), Path.GetFullPath(path)).StartsWith("..", StringComparison.Ordinal)
            ? Path.GetFullPath(path)
            : Path.GetFileNameWithoutExtension(path);

    /// <summary>A file as the user would name it: relative to the folder that holds the library, where it is inside.</summary>
    internal string Shown(string path)
    {
        string relative = Path.GetRelativePath(Path.GetDirectoryName(Folder)!, Path.GetFullPath(path));
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    /// <summary>The fields of a file, which is cached; null, and reported, if it has problems.</summary>
    internal YamlMap? Read(string path, ProblemList problems) => YamlFile.Read(path, Shown(path), problems, _read);

    /// <summary>The entry of a parameter in the library's files; null if there is none with that id.</summary>
    internal YamlNode? Written(string id) => Entry(id, new ProblemList())?.Node;

    /// <summary>The files that were read of these names, of these parameters, and of the appraisal data, in ordinal order.</summary>
    internal ImmutableArray<ParameterFile> FilesOf(IEnumerable<string> names, IEnumerable<string> ids) =>
        [
            .. names
                .Concat(ids.Select(id => id.Split('.')).Where(parts => parts.Length > 2).Select(parts => Shown(PathOf(parts))))
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

        string path = PathOf(parts);
        return UserFile.IsThere(path) && Open(path, problems) is { } map && map[parts[^1]] is { } node ? (Shown(path), node) : null;
    }

    private string PathOf(string[] parts) => Path.Combine([Folder, .. parts[..^2], parts[^2] + ".yaml"]);

    private List<string> Ids(ProblemList problems)
    {
        List<string> ids = [];
        foreach (string path in FilesIn(Folder))
        {
            string[] parts = Path.GetRelativePath(Folder, path)[..^".yaml".Length].Split(Path.DirectorySeparatorChar);
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

        return ids;
    }

    // What the user adds; an id that is there already is reported.
    private Dictionary<string, T> WithOwn<T>(
        string name,
        Dictionary<string, T> shipped,
        Func<YamlMap, string, Dictionary<string, T>> read,
        ProblemList problems
    )
    {
        foreach ((string id, T added) in Own(name, problems, read))
        {
            if (!shipped.TryAdd(id, added))
            {
                problems.Add(
                    Shown(_own.PathOf(name)),
                    line: null,
                    $"'{id}' is there already, in appraisal/{name}.yaml.",
                    "Use it, or choose another id."
                );
            }
        }

        return shipped;
    }

    private Dictionary<string, T> Own<T>(string name, ProblemList problems, Func<YamlMap, string, Dictionary<string, T>> read)
    {
        string path = _own.PathOf(name);
        if (!UserFile.IsThere(path))
        {
            return [];
        }

        _appraisal.Add(Shown(path));
        return Read(path, problems) is { } map ? read(map, Shown(path)) : [];
    }

    private Dictionary<string, T> Data<T>(string name, ProblemList problems, Func<YamlMap, string, Dictionary<string, T>> read)
    {
        string path = Path.Combine(Folder, "appraisal", name + ".yaml");
        _appraisal.Add(Shown(path));
        return Read(path, problems) is { } map ? read(map, Shown(path)) : [];
    }
}
