using System.Globalization;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>
/// What the names in a scenario stand for: its own quantities, calculated ones, parameters of the library; changed by variant and overlays,
/// brought to the appraisal's prices, each resolved once.
/// </summary>
internal sealed class QuantityBook
{
    private readonly ParameterLibrary _library;
    private readonly Fields _scenario;
    private readonly string _id;
    private readonly PriceYear? _prices;
    private readonly ProblemList _problems;
    private readonly ParameterBinder _binder;
    private readonly Dictionary<string, YamlField> _own;
    private readonly Dictionary<string, Formula?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _steps = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];
    private int _deepest;

    public QuantityBook(ParameterLibrary library, Fields scenario, string id, AppraisalPrices? prices, ProblemList problems)
    {
        (_library, _scenario, _id, _prices, _problems) = (library, scenario, id, prices?.Year, problems);
        _binder = new(new Uprater(library.Indices, prices, Notices, problems), Notices, problems);
        Reader = library.Reader(OwnParties.Read(scenario, library, problems), problems);
        _own = scenario.Entries("quantities").ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The reader of numbers and parties, which knows the scenario's own parties too.</summary>
    public ParameterReader Reader { get; }

    /// <summary>Every parameter resolved so far, by full id.</summary>
    public Dictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that a change can be laid on, with the changes there are but still at their own prices, by full id.</summary>
    public IReadOnlyDictionary<string, Parameter> AtOwnPrices => _binder.AtOwnPrices;

    /// <summary>Every calculation read so far, each of which must have a value.</summary>
    public List<Formula> Calculations { get; } = [];

    /// <summary>Notices for the user that are not errors.</summary>
    public List<Notice> Notices { get; } = [];

    /// <summary>In a template: what is to be filled in.</summary>
    public List<Problem> Missing { get; } = [];

    public IEnumerable<string> Names => _own.Keys;

    /// <summary>Lays a change over the number of an id or of a name of this scenario; the last one wins.</summary>
    public void Change(ChangeEntry entry) => _binder.Change(FullId(entry.Id), entry);

    /// <summary>Whether a name or an id refers to a parameter that can be changed.</summary>
    public bool CanChange(string name)
    {
        string id = FullId(name);
        return id.StartsWith($"scenarios.{_id}.", StringComparison.Ordinal)
            ? _own.TryGetValue(id[$"scenarios.{_id}.".Length..], out YamlField? own) && own.Value is YamlMap map && map["formula"] is null
            : _own.ContainsKey(name) || _library.Exists(id, _problems);
    }

    /// <summary>The full id behind a name of this scenario; ids are themselves.</summary>
    public string FullId(string name)
    {
        string local = name.StartsWith($"scenarios.{_id}.", StringComparison.Ordinal) ? name[$"scenarios.{_id}.".Length..] : name;
        if (!_own.TryGetValue(local, out YamlField? own))
        {
            return name;
        }

        return own.Value is YamlMap map && map["use"] is YamlScalar { Text: var used } ? used : $"scenarios.{_id}.{local}";
    }

    /// <summary>The scenario's own names of numbers that it takes from the library, with the full ids of those.</summary>
    public IEnumerable<KeyValuePair<string, string>> LocalNames =>
        _own
            .Values.Select(own => (own.Name, Used: (own.Value as YamlMap)?["use"] as YamlScalar))
            .Where(own => own.Used is not null)
            .Select(own => KeyValuePair.Create(own.Name, own.Used!.Text));

    /// <summary>Resolves all parameters of the scenario, used or not, so that all their problems are reported.</summary>
    public void ResolveAll()
    {
        foreach (YamlField own in _own.Values)
        {
            _ = Resolve(own.Name, _scenario, own.Line);
        }

        UnitWords words = new(_own.Values.Select(own => own.Value), _library.Units);
        foreach (YamlField own in _own.Values)
        {
            words.Check(own.Value, $"quantities.{own.Name}", _scenario.File, _problems);
        }
    }

    /// <summary>Reads the calculation of a field; returns null, and reports why, if it is not valid.</summary>
    public Formula? Calculate(Fields fields, string name) =>
        fields.Text(name) is { } text ? Calculate(fields, name, (text, fields.LineOf(name))) : null;

    /// <summary>Reads a calculation inside a field; returns null, and reports why, if it is not valid.</summary>
    public Formula? Calculate(Fields fields, string name, (string Text, int Line) written)
    {
        (string formula, int line) = written;
        try
        {
            Formula? read = FormulaReader.Read(formula, used => Resolve(used, fields, line, name));
            if (read is null || read.ValueOrNull is not null)
            {
                Calculations.AddRange(read is null ? [] : [read]);
                return read;
            }

            fields.Tell(
                line,
                $"{name}: {formula} is undefined at the base values: it divides by zero, takes the logarithm of what is not above zero, or is too large for a number."
            );
            return null;
        }
        catch (FormulaTextException error)
        {
            fields.Tell(line, $"{name}: {error.Message}");
            return null;
        }
    }

    private Formula? Resolve(string name, Fields fields, int line, string? within = null)
    {
        if (_path.Contains(name))
        {
            fields.Tell(line, $"'{name}' is calculated from itself: {string.Join(" → ", _path.SkipWhile(step => step != name))} → {name}.");
            return null;
        }

        if (_known.TryGetValue(name, out Formula? known))
        {
            _deepest = Math.Max(_deepest, _steps.GetValueOrDefault(name));
            return known;
        }

        int before = _problems.Count;
        Formula? formula = Counted(name, fields, line);
        // The problem has been reported where the parameter it depends on is defined.
        if (formula is null && _problems.Count == before && !_own.ContainsKey(name) && !_library.Exists(name, _problems))
        {
            Unknown(name, fields, line, within);
            return null;
        }

        _known[name] = formula;
        return formula;
    }

    // Steps are counted whichever way round they are met, since whatever reads a formula later goes down as many levels.
    private Formula? Counted(string name, Fields fields, int line)
    {
        if (_path.Count >= FormulaReader.MaximumDepth)
        {
            fields.Tell(line, $"'{name}' is calculated over more than {FormulaReader.MaximumDepth} steps.");
            return null;
        }

        int outer = _deepest;
        _deepest = 0;
        _path.Add(name);
        Formula? formula = _own.TryGetValue(name, out YamlField? own) ? Own(name, own) : PartOfShares(name) ?? FromLibrary(name);
        _path.RemoveAt(_path.Count - 1);
        _steps[name] = _deepest + 1;
        if (_steps[name] > FormulaReader.MaximumDepth)
        {
            fields.Tell(line, $"'{name}' is calculated over more than {FormulaReader.MaximumDepth} steps.");
            formula = null;
        }

        _deepest = Math.Max(outer, _steps[name]);
        return formula;
    }

    private Formula? Own(string name, YamlField own)
    {
        string where = $"quantities.{name}";
        if (!IdText.IsId(name))
        {
            _problems.Add(_scenario.File, own.Line, $"{where}: {IdText.Message(name)}", IdText.Remedy(name));
        }

        if (Fields.Of(ScenarioForms.Quantity, own.Value, _scenario.File, where, _problems) is not { } fields)
        {
            return null;
        }

        string[] ways = [.. new[] { "use", "formula" }.Where(fields.Has)];
        if (ways.Length == 2 || (ways.Length == 1 && (fields.Has("value") || fields.Has("values") || fields.Has("distribution"))))
        {
            fields.Tell(fields.Line, "give one of 'value' (or 'values'), 'use' and 'formula', not several.");
            return null;
        }

        return fields.Has("use") ? Used(fields)
            : fields.Has("formula") ? Calculated(name, fields)
            : Sourced(name, fields);
    }

    private Formula? Used(Fields fields)
    {
        if (fields.Text("use") is not { } id)
        {
            return null;
        }

        Formula? formula = id.Contains('.') ? FromLibrary(id) : null;
        if (formula is null && !_library.Exists(id, _problems))
        {
            fields.Tell(fields.LineOf("use"), $"there is no parameter '{id}'.{Nearest.Hint(id, _library.Ids())}{Found(id)}");
        }

        if (fields.Has("provider") && _library.Find(id, _prices, new()) is { } used && used.Variation is not { Between: not VariationBetween.Kinds })
        {
            string instead = used.Variation is null ? "no variation between providers is known" : "it varies between kinds, not between providers";
            fields.Tell(
                fields.LineOf("provider"),
                $"'provider' is unknown, but {id} cannot stand for one unknown provider: {instead}.",
                "Leave 'provider' out, or lay your provider's own cost over it."
            );
        }

        return formula;
    }

    private Formula? Calculated(string name, Fields fields) =>
        Calculate(fields, "formula")?.As($"scenarios.{_id}.{name}", fields.Text("label") ?? name.Replace('_', ' '));

    private Formula? Sourced(string name, Fields fields)
    {
        string id = $"scenarios.{_id}.{name}";
        if (DirichletReader.Find(fields) is { } shares)
        {
            return DirichletReader.Whole(id, fields, shares, Parameters);
        }

        if (TemplateBlank.Find(fields) is { } blank)
        {
            Missing.Add(TemplateBlank.Question(name, fields, blank));
            return TemplateBlank.PlaceHolder(id, fields, _prices);
        }

        if (!fields.IsWritten("unit"))
        {
            fields.Tell(fields.Line, "'unit' is missing (what it counts, such as GBP/attendance, attendance/person/year, share).");
        }

        return Bound(Reader.Read(id, fields, _prices), fields);
    }

    // A share out of several that sum to one: destinations.own_home.
    private Formula? PartOfShares(string name)
    {
        int dot = name.IndexOf('.');
        if (dot < 0 || !_own.TryGetValue(name[..dot], out YamlField? own) || own.Value is not YamlMap)
        {
            return null;
        }

        Fields fields = new(ScenarioForms.Quantity, (YamlMap)own.Value, _scenario.File, $"quantities.{name[..dot]}", new ProblemList());
        return DirichletReader.Find(fields) is { } shares
            ? DirichletReader.Part($"scenarios.{_id}.{name[..dot]}", name[(dot + 1)..], fields, shares, Parameters)
            : null;
    }

    private IEnumerable<string> PartsOfShares() =>
        _own.Values.SelectMany(own =>
            (own.Value as YamlMap)?["distribution"] is YamlMap { Entries: [{ Name: "dirichlet", Value: YamlMap shares }] }
                ? shares.Entries.Select(share => $"{own.Name}.{share.Name}")
                : []
        );

    private Formula? FromLibrary(string id)
    {
        if (_known.TryGetValue(id, out Formula? known))
        {
            return known;
        }

        Parameter? written = id.Contains('.') ? _library.Find(id, _prices, _problems) : null;
        if (written?.Variation is { Between: not VariationBetween.Kinds } variation && IsOfUnknownProvider(id))
        {
            written = written with { Distribution = variation.Distribution };
        }

        Formula? formula = Bound(written, _scenario);
        if (formula is not null)
        {
            _known[id] = formula;
        }

        return formula;
    }

    // Said once of a number, it holds wherever the case uses it.
    private bool IsOfUnknownProvider(string id) =>
        _own.Values.Any(own =>
            own.Value is YamlMap map && map["use"] is YamlScalar use && use.Text == id && map["provider"] is YamlScalar { Text: "unknown" }
        );

    /// <summary>A parameter of the frame, such as a discount rate, with the changes laid on it; null, and reported, where that cannot be.</summary>
    public Parameter? Bound(Parameter parameter) => (Bound(parameter, _scenario) as Formula.Given)?.Quantity as Parameter;

    private Formula? Bound(Parameter? parameter, Fields fields)
    {
        if (parameter is null || _binder.Bind(parameter, fields) is not { } bound)
        {
            return null;
        }

        Parameters[bound.Id] = bound;
        return bound;
    }

    // What was meant may be in the library under other words.
    private string Found(string name) =>
        _problems.IsFull
        || !name.Contains('.')
        || Nearest.To(name, _library.Ids()) is not null
        || ParameterSearch.Of(_library, name[(name.IndexOf('.') + 1)..]) is not [{ FitsAll: true }, ..] found
            ? ""
            : $" In the library, the nearest are {string.Join(", ", found.Where(f => f.FitsAll).Take(3).Select(f => f.Id))}; or write your own under 'quantities'.";

    private void Unknown(string name, Fields fields, int line, string? within)
    {
        // The last part of an id is meant for the whole of it.
        string? near =
            _problems.IsFull ? null
            : name.Contains('.') ? Nearest.To(name, _library.Ids().Concat(PartsOfShares()))
            : Nearest.To(name, _own.Keys) ?? Nearest.To(name, _library.Ids());
        string hint = near is null ? Found(name) : $" Did you mean '{near}'?";
        fields.Tell(
            line,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(within is null ? "" : within + ": ")}'{name}' is not a quantity of this scenario or a parameter.{hint}"
            )
        );
    }
}
