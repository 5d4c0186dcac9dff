using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Model;

/// <summary>Reads the value map of a scenario: stakeholders, inputs, outcomes, transfers, what is not valued, weights, correlations.</summary>
internal sealed class MapReader(
    ParameterLibrary library, Fields scenario, QuantityBook book, Appraisal? appraisal, string? variant, ProblemList problems)
{
    private readonly ParameterReader _reader = library.Reader(problems);
    private readonly OutcomeReader _outcomes = new(library, book, appraisal, problems);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public ImpactMap Read(HashSet<string> left)
    {
        Fields? baseline = scenario.Block("baseline", ScenarioForms.Baseline);
        ImmutableArray<Stakeholder> stakeholders = [.. scenario.Blocks("stakeholders", ScenarioForms.Stakeholder).Select(Stakeholder).OfType<Stakeholder>()];
        ImmutableArray<Input> inputs =
        [
            .. Counted(scenario, "inputs", ScenarioForms.Input, left, Input),
            .. baseline is null ? [] : Counted(baseline, "inputs", ScenarioForms.Input, left, Input).Select(input => input with { IsBaseline = true }),
        ];
        ImmutableArray<Outcome> outcomes =
        [
            .. Counted(scenario, "outcomes", ScenarioForms.Outcome, left, _outcomes.Read),
            .. baseline is null ? [] : Counted(baseline, "outcomes", ScenarioForms.Outcome, left, _outcomes.Read).Select(outcome => outcome with { IsBaseline = true }),
        ];
        CheckStakeholders(stakeholders, outcomes);
        CheckGrades(inputs, outcomes);
        return new()
        {
            Stakeholders = stakeholders,
            Inputs = inputs,
            Outcomes = outcomes,
            Transfers = [.. Counted(scenario, "transfers", ScenarioForms.Transfer, left, fields => Transfer(fields, outcomes))],
            NotValued = [.. scenario.Blocks("not_valued", ScenarioForms.NotValued).Select(NotValued).OfType<UnvaluedChange>()],
        };
    }

    /// <summary>The people of one intake, and those served over the appraisal.</summary>
    public (Formula? People, Formula? Served) People(ImpactMap map)
    {
        Formula? people = book.Names.Contains("people") ? book.Calculate(scenario, "people_served", "people") : null;
        Formula? stated = book.Calculate(scenario, "people_served");
        if (stated is not null && stated.Unit != Unit.Person)
        {
            scenario.Tell(scenario.LineOf("people_served"), $"'people_served' is in {stated.Unit}, but should be in person.");
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
        if (scenario.Block("weights", ScenarioForms.Weights) is not { } fields
            || book.Calculate(fields, "median_income") is not { } median || book.Calculate(fields, "eta") is not { } eta)
        {
            return ImmutableDictionary<string, Formula>.Empty;
        }

        var weights = ImmutableDictionary.CreateBuilder<string, Formula>();
        foreach (YamlField entry in fields.Entries("groups"))
        {
            if (_reader.PartyOf(fields, entry.Line, entry.Name) is { } party && entry.Value is YamlScalar scalar
                && book.Calculate(fields, "groups", scalar.Text) is { } income)
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

    public ImmutableArray<Correlation> Correlations()
    {
        var correlations = ImmutableArray.CreateBuilder<Correlation>();
        foreach (Fields fields in scenario.Blocks("correlations", ScenarioForms.Correlation))
        {
            if (Correlation(fields) is { } correlation)
            {
                correlations.Add(correlation);
            }
        }

        return correlations.ToImmutable();
    }

    /// <summary>Years as <c>0</c>, <c>1..3</c> or <c>[0, 2]</c>, each within the appraisal.</summary>
    internal static ImmutableArray<int> Years(Fields fields, string name, int first, int? last)
    {
        SortedSet<int> years = [];
        YamlNode? node = fields[name];
        IEnumerable<YamlNode> items = node switch { null => [], YamlList list => list.Items, _ => [node] };
        foreach (YamlNode item in items)
        {
            string text = item is YamlScalar scalar ? scalar.Text.Trim() : "";
            string[] ends = text.Split("..");
            bool reads = ends.Length is 1 or 2 && ends.All(end => int.TryParse(end, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _));
            if (!reads)
            {
                fields.Tell(item.Line, $"'{name}' is {item.Kind}; write a year (1), a range (1..3) or a list ([0, 2]).");
                return [];
            }

            int from = int.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture), to = int.Parse(ends[^1], System.Globalization.CultureInfo.InvariantCulture);
            if (from > to || from < first || to > (last ?? Appraisal.MaximumYears))
            {
                fields.Tell(item.Line, from > to ? $"'{name}' is {text}: the range runs backwards."
                    : $"'{name}' is {text}, but years run from {first} to {last ?? Appraisal.MaximumYears}, the last of the appraisal.");
                return [];
            }

            years.UnionWith(Enumerable.Range(from, to - from + 1));
        }

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
            IReadOnlyList<string> only = block.Has("only_in") ? block.Words("only_in") : [];
            foreach (string unknown in only.Where(o => variants.All(v => v.Name != o)))
            {
                block.Tell(block.LineOf("only_in"), $"'only_in' names '{unknown}', which is not a variant.{Nearest.Hint(unknown, variants.Select(v => v.Name))}");
            }

            bool counts = (only.Count == 0 || (variant is not null && only.Contains(variant))) && !(block.Text("id") is { } own && left.Contains(own));
            if (item is not null && counts)
            {
                counted.Add(item);
            }
        }

        return counted;
    }

    private void CheckId(Fields block)
    {
        if (block.Text("id") is { } own && !_ids.TryAdd(own, block.Where))
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
        return involved?.Text("how") is { } how ? new(party, new(how, involved.Whole("number"), involved.Text("date"))) : null;
    }

    private void CheckStakeholders(ImmutableArray<Stakeholder> stakeholders, ImmutableArray<Outcome> outcomes)
    {
        foreach (Outcome outcome in outcomes.Where(o => stakeholders.All(s => s.Party.Id != o.Stakeholder.Id)))
        {
            problems.Add(scenario.File, outcome.At?.Line, $"outcomes.{outcome.Id}: the stakeholder '{outcome.Stakeholder.Id}' is not listed under 'stakeholders'.",
                "Add '- {party: " + outcome.Stakeholder.Id + ", involved: …}' there.");
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
            problems.Add(scenario.File, scenario.LineOf("inputs"), $"inputs.{input.Id}: the appraisal corrects for optimism ({bias.Id}), but the input has no 'grade'.", "Add grade: 1 (best) to 6, or an 'optimism_bias' of its own.");
        }

        foreach (Outcome outcome in outcomes.Where(o => o.EffectiveGrade is null))
        {
            problems.Add(scenario.File, outcome.At?.Line, $"outcomes.{outcome.Id}: the appraisal corrects for optimism ({bias.Id}), but neither the outcome nor its numbers have a 'grade'.", "Add grade: 1 (best) to 6.");
        }
    }

    private Input? Input(Fields fields)
    {
        Party? payer = fields.Text("paid_by") is { } name ? _reader.PartyOf(fields, fields.LineOf("paid_by"), name) : null;
        Formula? amount = book.Calculate(fields, "amount");
        if (amount is not null && !IsMoneyOfAYear(amount))
        {
            fields.Tell(fields.LineOf("amount"), $"'amount' is in {amount.Unit}, but should be in GBP or GBP/year.");
        }

        ImmutableArray<int> years = Years(fields, "years", first: 0, appraisal?.Years);
        CostOptimism? optimism = Optimism(fields);
        int? grade = OutcomeReader.Grade(fields);
        return fields.Text("id") is { } own && payer is not null && amount is not null && fields.Word("kind") is { } kind
            ? new()
            {
                Id = own,
                Label = fields.Text("label") ?? own.Replace('_', ' '),
                PaidBy = payer,
                Kind = kind == "cash" ? InputKind.Cash : InputKind.InKind,
                Amount = amount,
                Years = years,
                Grade = grade,
                Optimism = optimism,
            }
            : null;
    }

    private CostOptimism? Optimism(Fields fields)
    {
        Formula? rate = book.Calculate(fields, "optimism_bias"), mitigated = book.Calculate(fields, "mitigated");
        if (mitigated is not null && rate is null)
        {
            fields.Tell(fields.LineOf("mitigated"), "'mitigated' stands without 'optimism_bias'.");
        }

        return rate is null ? null : new(rate, mitigated ?? Formula.Zero(Unit.None));
    }

    private static bool IsMoneyOfAYear(Formula amount) => amount.Unit == Unit.Pounds || amount.Unit == Unit.Pounds / Unit.Year;

    private Transfer? Transfer(Fields fields, ImmutableArray<Outcome> outcomes)
    {
        Party? from = fields.Text("from") is { } payer ? _reader.PartyOf(fields, fields.LineOf("from"), payer) : null;
        Party? to = fields.Text("to") is { } receiver ? _reader.PartyOf(fields, fields.LineOf("to"), receiver) : null;
        bool follows = fields.Has("follows");
        if (follows == fields.Has("amount") || follows != fields.Has("per_unit") || (!follows && !fields.Has("years")))
        {
            fields.Tell(fields.Line, "a transfer has either 'follows' with 'per_unit', or 'amount' with 'years'.");
            return null;
        }

        Formula? money = book.Calculate(fields, follows ? "per_unit" : "amount");
        Outcome? outcome = follows ? Followed(fields, outcomes) : null;
        if (money is not null && (follows ? outcome is not null && !IsMoneyOfAYear(outcome.Quantity * money) : !IsMoneyOfAYear(money)))
        {
            fields.Tell(fields.LineOf(follows ? "per_unit" : "amount"), follows
                ? $"'per_unit' is in {money.Unit} and the quantity of {outcome!.Id} in {outcome.Quantity.Unit}, so their product is not money of a year."
                : $"'amount' is in {money.Unit}, but should be in GBP or GBP/year.");
        }

        ImmutableArray<int> years = follows ? [] : Years(fields, "years", first: 0, appraisal?.Years);
        bool isLeftOut = follows && outcome is null;
        return from is null || to is null || money is null || isLeftOut || fields.Text("why") is not { } why ? null : new()
        {
            Id = fields.Text("id") ?? $"{from.Id}_to_{to.Id}",
            From = from,
            To = to,
            Why = why,
            Follows = outcome?.Id,
            Amount = money,
            Years = years,
        };
    }

    // An outcome that exists but does not count in this variant takes its transfers with it.
    private Outcome? Followed(Fields fields, ImmutableArray<Outcome> outcomes)
    {
        string followed = fields.Text("follows")!;
        IEnumerable<string> written = scenario.Items("outcomes").OfType<YamlMap>().Select(m => m["id"]).OfType<YamlScalar>().Select(s => s.Text);
        if (!written.Contains(followed))
        {
            fields.Tell(fields.LineOf("follows"), $"'follows' names '{followed}', which is not an outcome.{Nearest.Hint(followed, written)}");
        }

        return outcomes.FirstOrDefault(o => o.Id == followed && !o.IsBaseline);
    }

    private UnvaluedChange? NotValued(Fields fields)
    {
        Party? party = fields.Text("stakeholder") is { } name ? _reader.PartyOf(fields, fields.LineOf("stakeholder"), name) : null;
        return fields.Text("change") is { } change && fields.Text("why") is { } why ? new(change, party, why) : null;
    }

    private Correlation? Correlation(Fields fields)
    {
        IReadOnlyList<string> names = fields.Words("between");
        double? spearman = fields.Number("spearman"), kendall = fields.Number("kendall");
        if ((spearman is null) == (kendall is null))
        {
            fields.Tell(fields.Line, "a correlation gives either 'spearman' or 'kendall'.");
            return null;
        }

        double rank = spearman ?? kendall!.Value;
        if (rank is < -1 or > 1)
        {
            fields.Tell(fields.LineOf(spearman is null ? "kendall" : "spearman"), $"the correlation is {Figures.Number(rank)}, but lies between −1 and 1.");
        }

        string[] ids = [.. names.Select(book.FullId)];
        if (ids.Length < 2 || ids.Distinct().Count() < ids.Length)
        {
            fields.Tell(fields.LineOf("between"), "a correlation is between two or more different numbers.");
            return null;
        }

        return Known(fields, names, ids) ? new([.. ids], rank, spearman is null, fields.Text("why")) : null;
    }

    private bool Known(Fields fields, IReadOnlyList<string> names, string[] ids)
    {
        foreach ((string name, string full) in names.Zip(ids))
        {
            if (!book.Parameters.TryGetValue(full, out Parameter? parameter))
            {
                if (!problems.Any)
                {
                    fields.Tell(fields.LineOf("between"), $"'{name}' is not a number of this scenario.{Nearest.Hint(name, book.Names)}");
                }

                return false;
            }

            if (parameter.Distribution.IsFixed && parameter.Changes.IsEmpty)
            {
                fields.Tell(fields.LineOf("between"), $"'{name}' is known exactly, so it cannot move with another number.", "Give it a distribution, or leave it out.");
                return false;
            }

            if (parameter.Distribution.IsFixed)
            {
                book.Notices.Add(new("correlation_dropped", $"The correlation between {string.Join(" and ", names)} is dropped, since {name} is now fixed.", full));
                return false;
            }
        }

        return true;
    }
}
