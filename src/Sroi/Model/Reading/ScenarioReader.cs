using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Reads a scenario file against a library, with a variant and overlays applied, and reports all its problems at once.</summary>
internal sealed partial class ScenarioReader
{
    private readonly ParameterLibrary _library;
    private readonly Fields _fields;
    private readonly string _path;
    private readonly string? _variant;
    private readonly IReadOnlyList<Overlay> _overlays;
    private readonly ProblemList _problems;

    private ScenarioReader(
        ParameterLibrary library,
        Fields fields,
        string path,
        string? variant,
        IReadOnlyList<Overlay> overlays,
        ProblemList problems
    ) => (_library, _fields, _path, _variant, _overlays, _problems) = (library, fields, path, variant, overlays, problems);

    /// <summary>The scenario of a file.</summary>
    /// <exception cref="InvalidFilesException">The file has problems.</exception>
    /// <exception cref="UnknownNameException">There is no such variant.</exception>
    /// <exception cref="UnfilledTemplateException">The file is a template with numbers yet to be filled in.</exception>
    public static Scenario Read(ParameterLibrary library, string path, string? variant, IReadOnlyList<Overlay> overlays) =>
        Open(library, path, variant, overlays).Scenario;

    /// <summary>The scenario of a file, with what was read to make it.</summary>
    /// <inheritdoc cref="Read(ParameterLibrary, string, string?, IReadOnlyList{Overlay})" path="/exception"/>
    public static ReadScenario Open(ParameterLibrary library, string path, string? variant, IReadOnlyList<Overlay> overlays)
    {
        ProblemList problems = new();
        string name = library.Shown(path);
        YamlMap? map = library.Read(path, problems);
        problems.ThrowIfAny();
        Fields fields = new(ScenarioForms.Scenario, map!, name, "", problems);
        ScenarioReader reader = new(library, fields, path, variant, overlays, problems);
        reader.CheckVariant();
        (Scenario scenario, QuantityBook book) = reader.Read();
        return new(scenario, book, map!, fields);
    }

    private string Id => Path.GetFileNameWithoutExtension(_path);

    private void CheckVariant()
    {
        IReadOnlyList<YamlField> variants = _fields.Entries("variants");
        if (_variant is not null && variants.All(v => v.Name != _variant))
        {
            string known = variants.Count == 0 ? " It has no variants." : $" It has: {string.Join(", ", variants.Select(v => v.Name))}.";
            throw new UnknownNameException($"{Id} has no variant '{_variant}'.{Nearest.Hint(_variant, variants.Select(v => v.Name))}{known}");
        }
    }

    private (Scenario Scenario, QuantityBook Book) Read()
    {
        AppraisalReader appraisals = new(_library, _problems);
        Fields? chosen = _variant is null ? null : Variant(_variant);
        Appraisal? appraisal = appraisals.Read(_fields, chosen);
        QuantityBook book = new(
            _library,
            _fields,
            Id,
            appraisal is null ? null : new(appraisal.PriceYear, AppraisalReader.PriceYearAt(_fields, chosen)),
            _problems
        );
        Change(book, chosen);
        book.ResolveAll();
        MapReader maps = new(_library, _fields, book, appraisal, _variant, _problems);
        ImpactMap map = maps.Read(Left(chosen));
        if (appraisal is not null)
        {
            (appraisal, map) = new RateBinder(book, appraisal).Bind(map);
        }

        (Formula? people, Formula? served) = maps.People(map);
        ImmutableArray<BreakEvenQuestion> breakEvens = maps.Questions.BreakEvens();
        ImmutableArray<CostUnit> costs = maps.Questions.Costs();
        ImmutableDictionary<string, Formula> weights = maps.Weights();
        ImmutableArray<Correlation> correlations = new CorrelationReader(_fields, book, _problems).Read();
        ImmutableArray<VariantTitle> variants = CheckOtherVariants(book, appraisals);
        ImmutableArray<ServiceComponent> components = Components();
        Prepared? prepared = PreparedReader.Read(_fields, _path);
        bool isTemplate = _fields.YesNo("template") == true;
        if (!isTemplate)
        {
            _problems.AddRange(book.Missing.Select(missing => missing with { Remedy = "Write the value, or mark the file with 'template: true'." }));
        }

        CheckTexts();
        CheckInlineChanges(book);
        _problems.ThrowIfAny();
        if (book.Missing.Count > 0)
        {
            throw new UnfilledTemplateException(Id, book.Missing);
        }

        Scenario scenario = new()
        {
            Id = Id,
            Named = _library.NameOf("scenarios", _path),
            Folders = _library.Folders.Given,
            Title = _fields.Text("title")!,
            Question = _fields.Text("question"),
            Description = _fields.Text("description"),
            Prepared = prepared,
            DeliveryModel = DeliveryModels.Parse(_fields.Word("delivery_model")!),
            PowerSharedWith = [.. _fields.Words("power_shared_with")],
            Country = _fields.Text("country"),
            Components = components,
            Appraisal = appraisal!,
            Map = map,
            Parameters = book.Parameters.ToImmutableSortedDictionary(StringComparer.Ordinal),
            LocalNames = book.LocalNames.ToImmutableSortedDictionary(StringComparer.Ordinal),
            People = people,
            PeopleServed = served,
            Weights = weights,
            BreakEvens = breakEvens,
            CostsPer = costs,
            Correlations = correlations,
            Variants = variants,
            Variant = variants.FirstOrDefault(v => v.Id == _variant),
            Overlays = [.. _overlays.Select(o => new OverlayTitle(o.Id, o.Title, o.Author, o.Date) { Named = o.Named ?? o.Id })],
            Notices = [.. book.Notices.Distinct()],
            Files = _library.FilesOf(
                [_fields.File, .. _overlays.SelectMany(overlay => overlay.Entries).Select(entry => entry.File)],
                book.Parameters.Keys
            ),
            File = _fields.File,
            Note = _fields.Text("note"),
        };
        return (scenario, book);
    }

    // Read once before problems are reported, and again when the scenario is created.
    private void CheckTexts()
    {
        foreach (string name in new[] { "title", "question", "description", "country", "note" })
        {
            _ = _fields.Text(name);
        }

        _ = _fields.Word("delivery_model");
        _ = _fields.Words("power_shared_with");
    }

    private Fields? Variant(string name)
    {
        YamlField entry = _fields.Entries("variants").First(v => v.Name == name);
        return Fields.Of(ScenarioForms.Variant, entry.Value, _fields.File, $"variants.{name}", _problems);
    }

    private HashSet<string> Left(Fields? variant)
    {
        HashSet<string> known =
        [
            .. new[] { "inputs", "outcomes", "transfers" }
                .SelectMany(_fields.Items)
                .OfType<YamlMap>()
                .Select(m => m["id"])
                .OfType<YamlScalar>()
                .Select(s => s.Text),
        ];
        HashSet<string> left = [];
        foreach ((string id, int line) in variant?.WordsWithLines("without") ?? [])
        {
            if (!known.Contains(id))
            {
                variant!.Tell(line, $"without: there is no input, outcome or transfer '{id}'.{Nearest.Hint(id, known)}");
            }

            left.Add(id);
        }

        return left;
    }

    // A variant that was not asked for is still checked, so that `check` and `run` report the same problems.
    private ImmutableArray<VariantTitle> CheckOtherVariants(QuantityBook book, AppraisalReader appraisals)
    {
        var titles = ImmutableArray.CreateBuilder<VariantTitle>();
        foreach (YamlField entry in _fields.Entries("variants"))
        {
            if (Variant(entry.Name) is not { } variant)
            {
                continue;
            }

            if (!IdText.IsId(entry.Name))
            {
                _problems.Add(_fields.File, entry.Line, IdText.Message(entry.Name), IdText.Remedy(entry.Name));
            }

            titles.Add(new(entry.Name, variant.Text("title") ?? entry.Name));
            if (entry.Name != _variant)
            {
                _ = Left(variant);
                _ = appraisals.Read(_fields, variant);
                foreach (YamlField set in variant.Entries("set"))
                {
                    _ = Changeable(book, variant, set);
                    _ = set.Value is YamlMap change ? new Fields(ParameterForms.Change, change, _fields.File, $"set.{set.Name}", _problems) : null;
                }
            }
        }

        return titles.ToImmutable();
    }

    private ImmutableArray<ServiceComponent> Components()
    {
        var components = ImmutableArray.CreateBuilder<ServiceComponent>();
        foreach (Fields fields in _fields.Blocks("components", ScenarioForms.Component))
        {
            if (fields.Id() is { } id && fields.Text("label") is { } label && fields.Word("delivery_model") is { } model)
            {
                components.Add(new(id, label, DeliveryModels.Parse(model), fields.Text("note")));
            }
        }

        return components.ToImmutable();
    }
}

/// <summary>A scenario with what was read to make it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Book">What its names stand for.</param>
/// <param name="File">What its file says.</param>
/// <param name="Fields">The same fields, with their positions for error messages.</param>
internal sealed record ReadScenario(Scenario Scenario, QuantityBook Book, YamlMap File, Fields Fields);

/// <summary>A template still has numbers to be filled in, and so gives no result; they are listed.</summary>
public sealed class UnfilledTemplateException(string scenario, IReadOnlyList<Problem> missing)
    : Exception($"{scenario} is a template with {missing.Count} numbers to be filled in:\n{string.Join('\n', missing)}")
{
    /// <summary>What is to be filled in, with the question to answer.</summary>
    public IReadOnlyList<Problem> Missing { get; } = missing;
}
