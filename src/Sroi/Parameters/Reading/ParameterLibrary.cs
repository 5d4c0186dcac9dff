using Sroi.Files;
using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>
/// Folders of parameter files, the user's own laid over a complete one. The path is the name: entry <c>ae_attendance</c> of <c>unit_costs/health.yaml</c>
/// is <c>unit_costs.health.ae_attendance</c>. Files are read when a number in them is first asked for, and only once.
/// </summary>
/// <remarks>Not thread-safe while it reads; what it returns is immutable.</remarks>
public sealed partial class ParameterLibrary
{
    private static readonly string[] NotParameters = ["schema", "appraisal", "scenarios", "overlays", "batches"];

    private readonly Dictionary<string, (YamlMap? Map, IReadOnlyList<Problem> Problems)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterFile> _read = new(StringComparer.Ordinal);
    private readonly List<string> _appraisal = [];
    private readonly Lazy<UnitWords> _units;
    private readonly OwnFolder[] _own;

    private ParameterLibrary(ParameterFolders folders) =>
        (Folders, _units, _own) = (
            folders,
            new(() => new UnitWords(Ids().Select(Written).OfType<YamlNode>())),
            [.. folders.All.Select(folder => new OwnFolder(folder))]
        );

    /// <summary>The folders that it is read from.</summary>
    public ParameterFolders Folders { get; }

    /// <summary>The nearest of its folders.</summary>
    public string Folder => Folders.All[0];

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

    /// <summary>Opens a folder and reads its appraisal data. One that is not complete is laid over the shipped parameters.</summary>
    /// <exception cref="InvalidFilesException">There is no such folder, or its appraisal data have problems.</exception>
    public static ParameterLibrary Open(string folder) => Open(ParameterFolders.Of([folder]));

    /// <summary>Opens folders that are laid over one another.</summary>
    /// <exception cref="InvalidFilesException">The appraisal data have problems; all of them are listed.</exception>
    public static ParameterLibrary Open(ParameterFolders folders)
    {
        ProblemList problems = new();
        ParameterLibrary library = new(folders);
        AppraisalDataReader reader = new(problems);
        Dictionary<string, PriceIndex> indices = library.Data("price_indices", problems, new PriceIndexReader(problems).Read);
        foreach (string path in library.Additions("price_indices"))
        {
            indices = OwnIndices.In(indices, library.Data("price_indices", problems, new PriceIndexReader(problems).Read, path));
        }

        library.Indices = indices;
        library.Parties = library.WithOwn("parties", reader.Parties, problems);
        foreach (OwnFolder own in library._own)
        {
            own.ReadBanks((path, found) => library.Read(path, found), library.Shown, problems);
        }

        library.Schedules = library.WithOwn("discounting", reader.Schedules, problems);
        library.Rates = library
            .Schedules.Values.SelectMany(schedule => schedule.Columns.SelectMany(column => schedule.Bands(column)))
            .Select(band => band.Rate)
            .DistinctBy(rate => rate.Id)
            .ToDictionary(rate => rate.Id, StringComparer.Ordinal);
        library.OptimismBiases = library.WithOwn("optimism_bias", reader.OptimismBiases, problems);
        problems.ThrowIfAny();
        return library;
    }

    /// <summary>
    /// Opens the <c>parameters</c> folders from the current folder upwards (in a notebook, from the notebook's own), laid over the shipped parameters, which
    /// come with the package.
    /// </summary>
    /// <exception cref="UnknownNameException">There are none.</exception>
    /// <exception cref="InvalidFilesException">A file has problems; all of them are listed.</exception>
    public static ParameterLibrary Find() =>
        ParameterFolders.Find(Directory.GetCurrentDirectory()) is { } folders
            ? Open(folders)
            : throw new UnknownNameException(
                $"There is no 'parameters' folder in {Directory.GetCurrentDirectory()} or above it. Go to a folder that has one, or name it: ParameterLibrary.Open(\"…\")."
            );

    /// <summary>The nearest complete <c>parameters</c> folder from <paramref name="from"/> upwards, else the shipped one; null if there is none.</summary>
    public static string? FindFolder(string from) => ParameterFolders.Find(from)?.All[^1];

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

    /// <summary>The parameter of an id at the prices of a year, as a scenario made in code needs it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="prices">The price year of the appraisal.</param>
    /// <exception cref="InvalidFilesException">There is no such parameter (the nearest match is named), or it has problems.</exception>
    /// <exception cref="MissingIndexYearException">Its index does not reach that year.</exception>
    public Parameter Parameter(string id, PriceYear prices)
    {
        Parameter parameter = Parameter(id);
        ProblemList problems = new();
        parameter = Find(id, prices, problems) ?? parameter;
        problems.ThrowIfAny();
        return parameter is { PriceYear: { } from, Index: { } index } && from != prices
            ? parameter.Uprated(Indices[index].Between(from, prices))
            : parameter;
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

        return Called(kind, nameOrPath)
            ?? throw new UnknownNameException(
                $"There is no {what} '{nameOrPath}'.{Nearest.HintOrAll(nameOrPath, [.. FilesUnder(kind).Select(f => Path.GetFileNameWithoutExtension(f)!)])}"
            );
    }

    // A user's own case goes before a template of the same name, which lies deeper.
    private string? Called(string kind, string name) =>
        FilesUnder(kind)
            .Where(file => Path.GetFileNameWithoutExtension(file) == name)
            .MinBy(file => Folders.Relative(file)!.Count(c => c == Path.DirectorySeparatorChar));

    private static IEnumerable<string> Beside(string path) =>
        Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(file)))
            : [];

    /// <summary>The YAML files under one of the folders, sorted.</summary>
    /// <exception cref="InvalidFilesException">A folder may not be read.</exception>
    public IReadOnlyList<string> FilesUnder(string kind) => Folders.Under(kind);

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
                Bank = _own.Select(own => own.BankOf(id)).FirstOrDefault(bank => bank is not null),
            }
            : null;
    }

    /// <summary>Whether the parameter exists; problems of its file are reported.</summary>
    internal bool Exists(string id, ProblemList problems) => Rates.ContainsKey(id) || Entry(id, problems) is not null;

    /// <summary>The name of a file on a command line: its id if it is the one of that name under the folders, otherwise its full path.</summary>
    public string NameOf(string kind, string path)
    {
        string full = Path.GetFullPath(path),
            id = Path.GetFileNameWithoutExtension(path);
        return Called(kind, id) == full ? id : full;
    }

    /// <summary>A file as the user would name it: relative to the folder that holds the library, where it is inside.</summary>
    internal string Shown(string path) => Folders.Shown(path);

    /// <summary>Whether a file is one of the templates, which have no figures yet.</summary>
    public bool IsTemplate(string path) =>
        Folders.Relative(path)?.StartsWith(Path.Combine("scenarios", "templates") + Path.DirectorySeparatorChar, StringComparison.Ordinal) == true;
}
