using System.Globalization;
using System.Text;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Cli.Commands;

/// <summary>
/// Writes a commented scenario file from the answers to <c>sroi new</c>. Shares and amounts have wide ranges, because they have not been measured yet; each
/// such choice is listed, so that it can be printed.
/// </summary>
internal sealed class ScenarioText
{
    private static readonly string[] s_order = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

    private readonly ParameterLibrary _library;
    private readonly IReadOnlyDictionary<string, string> _answers;
    private readonly Dictionary<string, string> _parties = new(StringComparer.Ordinal);
    private readonly StringBuilder _quantities = new(),
        _outcomes = new();
    private readonly List<string> _assumed = [];

    private ScenarioText(ParameterLibrary library, IReadOnlyDictionary<string, string> answers) => (_library, _answers) = (library, answers);

    private string Years => _answers["years"] == "1" ? "1" : $"1..{_answers["years"]}";

    /// <summary>The file, and what was assumed in it that was not asked, each a sentence.</summary>
    /// <param name="id">The name of the scenario.</param>
    /// <param name="library">The parameters.</param>
    /// <param name="answers">The answers by key.</param>
    public static (string Text, IReadOnlyList<string> Assumed) Of(string id, ParameterLibrary library, IReadOnlyDictionary<string, string> answers)
    {
        ScenarioText text = new(library, answers);
        string inputs = text.Inputs();
        text.Quantity("people", "People who take part each year", answers["people"], "person", answers["people-source"], Width.AsSource);
        text.Cost();
        text.UnpaidHours();
        for (int outcome = 1; outcome <= Questionnaire.Outcomes(answers); outcome++)
        {
            text.Outcome(outcome);
        }

        // The parties are known once all that names one has been written.
        string who = text.Party(answers["who"]);
        string file = text.Frame(id, who) + "quantities:\n" + text._quantities + "\n" + inputs + "\n" + text.Outcomes() + "\n" + text.NotValued(who);
        text._assumed.Add(
            "Future years are discounted at Green Book rates, values come at the end of each year, and there is no correction for optimism."
        );
        return (file, text._assumed);
    }

    /// <summary>In which unit an amount of an outcome is counted: that of its proxy without the pounds.</summary>
    public static string CountedIn(Asked asked) => Counted(asked.Library, asked["proxy"]!).ToString();

    /// <summary>Whether an amount of an outcome counts the people themselves.</summary>
    public static bool CountsPeople(Asked asked) => Counted(asked.Library, asked["proxy"]!).IsNone;

    private static Unit Counted(ParameterLibrary library, string proxy) => Unit.Pounds / Unit.Year / library.Parameter(proxy).Unit / Unit.Person;

    private string Frame(string id, string who)
    {
        string first = _answers["first-year"] is var year && char.IsDigit(year[0]) ? year : _answers["price-year"];
        if (first != year)
        {
            _assumed.Add($"It starts in {first}, the year of the cost.");
        }

        string asked = _answers["asked"] == "no" ? "no" : "{how: " + Quote(_answers["asked"]) + "}";
        string parties =
            _parties.Count == 0
                ? ""
                : "\n# Parties of this case's own.\nparties:\n"
                    + string.Concat(_parties.Select(p => $"  {p.Key}: {{label: {Quote(p.Value)}, public: false}}\n"));
        return $$"""
            # yaml-language-server: $schema=../schema/scenario.schema.json
            # {{_answers["title"]}}: a first business case, written by `sroi new {{id}}`.
            # Every parameter has a source. Replace assumptions and wide ranges as evidence comes in, then: sroi check {{id}}
            title: {{Quote(_answers["title"])}}
            question: {{Quote(_answers["asks"])}}
            delivery_model: {{_answers["delivery"]}}

            # The frame: prices of one year, future years discounted at Green Book rates, values at the end of each year.
            appraisal:
              price_year: {{_answers["price-year"]}}
              discounting: green_book_2026
              timing: end-of-year
              first_year: {{first}}
              years: {{_answers["years"]}}
              optimism_bias: none
            {{parties}}
            # Who experiences a change, and how they were asked.
            stakeholders:
              - party: {{who}}
                involved: {{asked}}


            """;
    }

    private string Inputs()
    {
        string unpaid = HasVolunteers
            ? $"""
                  - id: unpaid_time
                    label: Unpaid time
                    paid_by: volunteers
                    kind: in-kind
                    amount: unpaid_hours * {_answers["volunteer-rate"]}
                    years: {Years}
                """
            : "  # No unpaid time was given. If there is any, add it: it is an input like any other.";
        return $$"""
                # Inputs: what is invested, by whom and in which years.
                inputs:
                  - id: running_costs
                    label: Running costs
                    paid_by: {{Party(_answers["paid-by"])}}
                    kind: cash
                    amount: yearly_cost
                    years: {{Years}}

                """
            + unpaid
            + "\n";
    }

    private bool HasVolunteers => _answers["volunteer-hours"] != "0";

    private void Cost()
    {
        string cost = _answers["cost"];
        string kind = KindOf(_answers["cost-source"]);
        _quantities.Append(
            CultureInfo.InvariantCulture,
            $$"""
              yearly_cost:
                label: What the service pays each year
                value: {{cost}}
                unit: GBP/year
                price_year: {{_answers["price-year"]}}
                index: gdp_deflator
                # A standard deviation of a tenth of the cost, until you have better evidence.
                distribution:
                  gamma: {mean: {{cost}}, sd: {{Times(cost, 0.1)}} }
                source: {title: {{Quote(_answers["cost-source"])}}, kind: {{kind}}}

            """
        );
        _assumed.Add("The cost may differ by a standard deviation of 10 %.");
        SayKind("the cost", _answers["cost-source"], kind);
    }

    private void UnpaidHours()
    {
        if (HasVolunteers)
        {
            Quantity("unpaid_hours", "Hours of unpaid time each year", _answers["volunteer-hours"], "hour/year", Sources.Estimate, Width.Wide);
            _assumed.Add($"An hour of unpaid time is put at: {_library.Parameter(_answers["volunteer-rate"]).Label}.");
        }
    }

    private void Outcome(int number)
    {
        Asked asked = new(_library, _answers, number);
        string A(string option) => asked[option]!;
        string end = number == 1 ? "" : $"_{number}";
        string unit = Counted(_library, A("proxy")).ToString();
        string amount = Amount(A("amount"), A("change"), A("amount-source"), unit, end);
        foreach (
            (string name, string option, string label) in new[]
            {
                ("would_have_happened", "deadweight", "Share that would have happened anyway"),
                ("moved_from_elsewhere", "displacement", "Share that was moved from elsewhere"),
                ("due_to_others", "attribution", "Share that is due to others"),
                ("fading", "drop-off", "Share lost each year after the first"),
            }
        )
        {
            Share(name + end, number == 1 ? label : $"{label}: {A("change")}", A(option));
        }

        // Nothing was taken off, which is a claim too.
        foreach (
            (string option, string what) in new[]
            {
                ("deadweight", "would have happened anyway"),
                ("displacement", "was moved from elsewhere"),
                ("attribution", "is due to others"),
            }
        )
        {
            if (IsNone(A(option)))
            {
                _assumed.Add($"Nothing of '{A("change")}' {what}.");
            }
        }

        _outcomes.Append(
            CultureInfo.InvariantCulture,
            $$"""
              - id: {{s_order[number - 1]}}_change
                change: {{Quote(A("change"))}}
                intended: {{(A("direction") == "better" ? "true" : "false")}}
                stakeholder: {{Party(_answers["who"])}}
                quantity: {{(A("direction") == "better" ? "" : "(0 - 1) * ")}}people * {{amount}}
                proxy: {{A("proxy")}}
                cohorts: {{Years}}
                lasts: {{A("lasts")}}
                deadweight: {{Used("would_have_happened" + end, A("deadweight"))}}
                displacement: {{Used("moved_from_elsewhere" + end, A("displacement"))}}
                attribution: {{Used("due_to_others" + end, A("attribution"))}}
                drop_off: {{Used("fading" + end, A("drop-off"))}}

            """
        );
    }

    // The amount as a formula: itself, or a share of what there was before.
    private string Amount(string amount, string change, string source, string unit, string end)
    {
        string label = "How much each person has in a year: " + change;
        if (amount.Split(" of ") is not [var share, var before])
        {
            Quantity("amount_each" + end, label, amount, unit, source, Width.Wide);
            return "amount_each" + end;
        }

        Quantity("before_each" + end, "How much each person had in a year before: " + change, before, unit, source, Width.Wide);
        Share("changed_by" + end, "The share of it that changed: " + change, share, source);
        return $"before_each{end} * changed_by{end}";
    }

    private string Outcomes() => "# Outcomes: the changes that are valued, negative ones too. Add one for each change.\noutcomes:\n" + _outcomes;

    private string NotValued(string who)
    {
        string[] changes = _answers["not-valued"] is "none" or "no"
            ? []
            : [.. _answers["not-valued"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        string comment = "# Outcomes identified but not valued. List them, so that readers know they were not overlooked.\n";
        return changes.Length == 0
            ? comment + "not_valued: []\n"
            : comment
                + "not_valued:\n"
                + string.Concat(changes.Select(change => $"  - change: {Quote(change)}\n    stakeholder: {who}\n    why: no sourced value yet\n"));
    }

    private enum Width
    {
        // Wide where the number is an estimate.
        AsSource,
        Wide,
    }

    private void Quantity(string name, string label, string value, string unit, string source, Width width)
    {
        string kind = KindOf(source);
        bool isWide = width == Width.Wide || kind == "assumption";
        string range = isWide
            ? $$"""
                    confidence: low
                    # From half to one and a half times the value, until it is measured.
                    distribution:
                      pert: {low: {{Times(value, 0.5)}}, mode: {{value}}, high: {{Times(value, 1.5)}} }

                """
            : "";
        _quantities.Append(
            CultureInfo.InvariantCulture,
            $"  {name}:\n    label: {Quote(label)}\n    value: {value}\n    unit: {unit}\n{range}    source: {{title: {Quote(Title(source))}, kind: {kind}}}\n"
        );
        _assumed.Add(isWide ? $"{label}: anything from half to one and a half times {value}." : $"{label}: known exactly.");
        SayKind(label.ToLowerInvariant(), source, kind);
    }

    // A share of 0 % needs no source, and a share of 100 % has no range.
    private void Share(string name, string label, string answer, string source = Sources.Estimate)
    {
        double share = AnswerKinds.ShareIn(answer)!.Value;
        if (share is 0)
        {
            return;
        }

        string low = AnswerKinds.Percent(share / 2),
            high = AnswerKinds.Percent(share + (Math.Min(share, 1 - share) * 0.8));
        string range = share is 1 ? " fixed" : $"\n      pert: {{low: {low}, mode: {AnswerKinds.Percent(share)}, high: {high}}}";
        string kind = KindOf(source);
        string note = kind == "assumption" ? ", note: Judgement of the service; look for a study or ask a comparison group" : "";
        _quantities.Append(
            CultureInfo.InvariantCulture,
            $$"""
              {{name}}:
                label: {{Quote(label)}}
                value: {{AnswerKinds.Percent(share)}}
                unit: share
                confidence: low
                distribution:{{range}}
                source: {title: {{Quote(Title(source))}}, kind: {{kind}}{{note}}}

            """
        );
        _assumed.Add(
            share is 1
                ? $"{label}: all of it, exactly."
                : $"{label}: anything from {low} to {high}{(kind == "assumption" ? ", a judgement of yours" : "")}."
        );
    }

    // A new party gets an id of its own.
    private string Party(string answer)
    {
        if (!answer.StartsWith(AnswerKinds.New, StringComparison.Ordinal))
        {
            return answer;
        }

        string label = answer[AnswerKinds.New.Length..].Trim();
        string id = string.Join(
            '_',
            new string([.. label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
        id = char.IsAsciiDigit(id[0]) ? "party_" + id : id;
        id = _library.Parties.ContainsKey(id) ? id + "_own" : id;
        if (_parties.TryAdd(id, label))
        {
            _assumed.Add($"{label} is not a public body.");
        }

        return id;
    }

    private static string KindOf(string source) => source == Sources.Estimate ? "assumption" : Sources.KindOf(source);

    private static string Title(string source) => source == Sources.Estimate ? "Assumption" : source;

    private void SayKind(string what, string source, string kind) =>
        _assumed.Add(
            source == Sources.Estimate
                ? $"The source of {what} was not stated, so it counts as an assumption."
                : $"The source of {what} ('{source}') is taken as {(kind == "assumption" ? "an assumption" : kind == "publication" ? "a publication" : kind)}."
        );

    private static bool IsNone(string share) => AnswerKinds.ShareIn(share) is 0;

    private static string Used(string name, string answer) => IsNone(answer) ? "0%" : name;

    private static string Times(string number, double factor) =>
        (double.Parse(number, CultureInfo.InvariantCulture) * factor).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
