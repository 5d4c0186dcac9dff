using System.Collections.Immutable;
using System.Globalization;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Reads the value map of a scenario: stakeholders, inputs, outcomes, transfers, what is not valued, people, weights.</summary>
internal sealed class MapReader(
    ParameterLibrary library,
    Fields scenario,
    QuantityBook book,
    Appraisal? appraisal,
    string? variant,
    ProblemList problems
)
{
    private readonly ParameterReader _reader = book.Reader;
    private readonly OutcomeReader _outcomes = new(library, book, appraisal, problems);
    private readonly InputReader _inputs = new(book, appraisal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public ImpactMap Read(HashSet<string> left)
    {
        Fields? baseline = scenario.Block("baseline", ScenarioForms.Baseline);
        ImmutableArray<Stakeholder> stakeholders =
        [
            .. scenario.Blocks("stakeholders", ScenarioForms.Stakeholder).Select(Stakeholder).OfType<Stakeholder>(),
        ];
        ImmutableArray<Input> inputs =
        [
            .. Counted(scenario, "inputs", ScenarioForms.Input, left, _inputs.Read),
            .. baseline is null
                ? []
                : Counted(baseline, "inputs", ScenarioForms.Input, left, _inputs.Read).Select(input => input with { IsBaseline = true }),
        ];
        ImmutableArray<Outcome> outcomes =
        [
            .. Counted(scenario, "outcomes", ScenarioForms.Outcome, left, _outcomes.Read),
            .. baseline is null
                ? []
                : Counted(baseline, "outcomes", ScenarioForms.Outcome, left, _outcomes.Read).Select(outcome => outcome with { IsBaseline = true }),
        ];
        CheckStakeholders(stakeholders, outcomes);
        CheckGrades(inputs, outcomes);
        return new()
        {
            Stakeholders = stakeholders,
            Inputs = inputs,
            Outcomes = outcomes,
            Transfers = [.. Counted(scenario, "transfers", ScenarioForms.Transfer, left, fields => _inputs.Transfer(fields, scenario, outcomes))],
            NotValued = [.. scenario.Blocks("not_valued", ScenarioForms.NotValued).Select(NotValued).OfType<UnvaluedChange>()],
        };
    }

    /// <summary>The reader of what is said where little can be valued.</summary>
    public QuestionReader Questions => new(scenario, book, _outcomes);

    /// <summary>The people of one intake, and those served over the appraisal.</summary>
    public (Formula? People, Formula? Served) People(ImpactMap map)
    {
        Formula? people = book.Names.Contains("people")
            ? book.Calculate(scenario, "people_served", ("people", scenario.LineOf("people_served")))
            : null;
        Formula? stated = book.Calculate(scenario, "people_served");
        if (stated is not null && stated.Unit != Unit.Person)
        {
            scenario.Tell(scenario.LineOf("people_served"), $"'people_served' is {stated.Unit.Phrase}, but should be in person.");
        }

        if (people is null || people.Unit != Unit.Person)
        {
            return (null, stated);
        }

        int intakes = Math.Max(1, map.Outcomes.Where(outcome => !outcome.IsBaseline).SelectMany(outcome => outcome.Cohorts).Distinct().Count());
        return (people, stated ?? (people * Formula.Number(intakes, "intakes")).As("people_served", "people served over the appraisal"));
    }

    public ImmutableDictionary<string, Formula> Weights()
    {
        if (
            scenario.Block("weights", ScenarioForms.Weights) is not { } fields
            || book.Calculate(fields, "median_income") is not { } median
            || book.Calculate(fields, "eta") is not { } eta
        )
        {
            return ImmutableDictionary<string, Formula>.Empty;
        }

        var weights = ImmutableDictionary.CreateBuilder<string, Formula>();
        foreach (YamlField entry in fields.Entries("groups"))
        {
            if (
                _reader.PartyOf(fields, entry.Line, entry.Name) is { } party
                && Income(fields, entry) is { } scalar
                && book.Calculate(fields, "groups", (scalar.Text, entry.Line)) is { } income
            )
            {
                try
                {
                    weights[party.Id] = (median / income).ToThe(eta).As($"weights.{party.Id}", $"distributional weight of {party.Label}");
                }
                catch (UnitMismatchException error)
                {
                    fields.Tell(entry.Line, $"{entry.Name}: {error.Message}");
                }
            }
        }

        return weights.ToImmutable();
    }

    private static YamlScalar? Income(Fields fields, YamlField entry)
    {
        if (entry.Value is not YamlScalar && !entry.Value.IsBlank)
        {
            fields.Tell(entry.Value.Line, $"'groups.{entry.Name}' should be an income, but is {entry.Value.Kind}.");
        }

        return entry.Value is YamlScalar { IsBlank: false } income ? income : null;
    }

    /// <summary>Years as <c>0</c>, <c>1..3</c> or <c>[0, 2]</c>, each within the appraisal.</summary>
    internal static ImmutableArray<int> Years(Fields fields, string name, int first, int? last)
    {
        List<int> years = [];
        YamlNode? node = fields[name];
        IEnumerable<YamlNode> items = node switch
        {
            null => [],
            YamlList => fields.Items(name),
            _ => [node],
        };
        foreach (YamlNode item in items)
        {
            string text = item is YamlScalar scalar ? scalar.Text.Trim() : "";
            string[] ends = text.Split("..");
            int[] read = [.. ends.Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : -1)];
            if (read.Length > 2 || read.Contains(-1))
            {
                fields.Tell(item.Line, $"'{name}' is {item.Kind}; write a year (1), a range (1..3) or a list ([0, 2]).", AsciiForm.Remedy(text));
                return [];
            }

            (int from, int to) = (read[0], read[^1]);
            if (from > to || from < first || to > (last ?? Appraisal.MaximumYears))
            {
                fields.Tell(
                    item.Line,
                    from > to
                        ? $"'{name}' is {text}: the range runs backwards."
                        : $"'{name}' is {text}, but years run from {first} to {last ?? Appraisal.MaximumYears}, the last of the appraisal."
                );
                return [];
            }

            years.AddRange(Enumerable.Range(from, to - from + 1).Except(years).ToList());
        }

        years.Sort();
        return [.. years];
    }

    private List<T> Counted<T>(Fields fields, string name, Form form, HashSet<string> left, Func<Fields, T?> read)
        where T : class
    {
        List<T> counted = [];
        IReadOnlyList<YamlField> variants = scenario.Entries("variants");
        foreach (Fields block in fields.Blocks(name, form))
        {
            CheckId(block);
            T? item = read(block);
            IReadOnlyList<(string Variant, int Line)> only = block.Has("only_in") ? block.WordsWithLines("only_in") : [];
            foreach ((string unknown, int line) in only.Where(o => variants.All(v => v.Name != o.Variant)))
            {
                block.Tell(line, $"'only_in' names '{unknown}', which is not a variant.{Nearest.Hint(unknown, variants.Select(v => v.Name))}");
            }

            bool counts = (only.Count == 0 || only.Any(o => o.Variant == variant)) && !(block.Text("id") is { } own && left.Contains(own));
            if (item is not null && counts)
            {
                counted.Add(item);
            }
        }

        return counted;
    }

    private void CheckId(Fields block)
    {
        if (block.Id() is { } own && !_ids.TryAdd(own, block.Where))
        {
            block.Tell(block.LineOf("id"), $"'{own}' is used twice; one id means one thing in a scenario ({_ids[own]}).");
        }
        else if (block.Text("id") is { } name && book.Names.Contains(name))
        {
            block.Tell(block.LineOf("id"), $"'{name}' is a quantity too; one id means one thing in a scenario.");
        }
    }

    private Stakeholder? Stakeholder(Fields fields)
    {
        if (fields.Text("party") is not { } name || _reader.PartyOf(fields, fields.LineOf("party"), name) is not { } party)
        {
            return null;
        }

        if (fields["involved"] is null or YamlScalar { Text: "no" or "false" })
        {
            return new(party, Involvement: null);
        }

        Fields? involved = fields.Block("involved", ScenarioForms.Involvement);
        return involved?.Text("how") is { } how ? new(party, new(how, involved.Whole("number"), involved.Date("date"))) : null;
    }

    private void CheckStakeholders(ImmutableArray<Stakeholder> stakeholders, ImmutableArray<Outcome> outcomes)
    {
        foreach (Outcome outcome in outcomes.Where(o => stakeholders.All(s => s.Party.Id != o.Stakeholder.Id)))
        {
            problems.Add(
                scenario.File,
                LineOf("outcomes", outcome.Id, "stakeholder"),
                $"outcomes.{outcome.Id}: the stakeholder '{outcome.Stakeholder.Id}' is not listed under 'stakeholders'.",
                "Add '- {party: " + outcome.Stakeholder.Id + ", involved: …}' there."
            );
        }
    }

    // A correction for optimism needs to know how far each number can be trusted.
    private void CheckGrades(ImmutableArray<Input> inputs, ImmutableArray<Outcome> outcomes)
    {
        if (appraisal?.OptimismBias is not { } bias)
        {
            return;
        }

        foreach (Input input in inputs.Where(i => i.Grade is null && i.Optimism is null))
        {
            problems.Add(
                scenario.File,
                LineOf("inputs", input.Id),
                $"inputs.{input.Id}: the appraisal corrects for optimism ({bias.Id}), but the input has no 'grade'.",
                "Add grade: 1 (best) to 6, or an 'optimism_bias' of its own."
            );
        }

        foreach (Outcome outcome in outcomes.Where(o => o.EffectiveGrade is null))
        {
            problems.Add(
                scenario.File,
                outcome.At?.Line,
                $"outcomes.{outcome.Id}: the appraisal corrects for optimism ({bias.Id}), but neither the outcome nor its numbers have a 'grade'.",
                "Add grade: 1 (best) to 6."
            );
        }
    }

    // The line of a block of the scenario or of its baseline, or of a field of the block.
    private int? LineOf(string list, string id, string? field = null) =>
        new[] { scenario[list], (scenario["baseline"] as YamlMap)?[list] }
            .OfType<YamlList>()
            .SelectMany(blocks => blocks.Items.OfType<YamlMap>())
            .Where(block => block["id"] is YamlScalar own && own.Text.Trim() == id)
            .Select(block => (int?)((field is null ? null : block.Field(field))?.Line ?? block.Line))
            .FirstOrDefault();

    private UnvaluedChange? NotValued(Fields fields)
    {
        Party? party = fields.Text("stakeholder") is { } name ? _reader.PartyOf(fields, fields.LineOf("stakeholder"), name) : null;
        return fields.Text("change") is { } change && fields.Text("why") is { } why ? new(change, party, why) : null;
    }
}
