using System.Globalization;
using Sroi.Quantities;

namespace Sroi.Cli.Commands;

/// <summary>Writes a commented scenario file from the answers. Shares and amounts have wide ranges, because they have not been measured yet.</summary>
internal static class ScenarioText
{
    /// <param name="id">The name of the scenario.</param>
    /// <param name="answers">The answers by option.</param>
    /// <param name="unit">The unit of the amount for each person.</param>
    public static string Of(string id, IReadOnlyDictionary<string, string> answers, Unit unit)
    {
        string A(string name) => answers[name];
        string years = A("years") == "1" ? "1" : $"1..{A("years")}";
        return Frame(id, answers) + Quantities(answers, unit) + Map(answers, years);
    }

    private static string Frame(string id, IReadOnlyDictionary<string, string> answers)
    {
        string asked = answers["asked"] == "no" ? "no" : "{how: " + Quote(answers["asked"]) + "}";
        return $$"""
            # yaml-language-server: $schema=../schema/scenario.schema.json
            # {{answers["title"]}}: a first business case, written by `sroi new {{id}}`.
            # Every parameter has a source. Replace assumptions and wide ranges as evidence comes in, then: sroi check {{id}}
            title: {{Quote(answers["title"])}}
            question: {{Quote(answers["asks"])}}
            delivery_model: {{answers["delivery"]}}

            # The frame: prices of one year, future years discounted at Green Book rates, values at the end of each year.
            appraisal:
              price_year: 2024-25
              discounting: green_book_2026
              timing: end-of-year
              first_year: 2025-26
              years: {{answers["years"]}}
              optimism_bias: none

            # Who experiences a change, and how they were asked.
            stakeholders:
              - party: {{answers["who"]}}
                involved: {{asked}}


            """;
    }

    private static string Quantities(IReadOnlyDictionary<string, string> answers, Unit unit)
    {
        string cost = answers["cost"],
            amount = answers["amount"];
        return $$"""
            quantities:
              people:
                label: People who take part each year
                value: {{answers["people"]}}
                unit: person
                source: {title: {{Quote(answers["people-source"])}}, kind: records}
              yearly_cost:
                label: What the service pays each year
                value: {{cost}}
                unit: GBP/year
                price_year: 2024-25
                index: gdp_deflator
                # A standard deviation of a tenth of the cost, until you have better evidence.
                distribution:
                  gamma: {mean: {{cost}}, sd: {{Times(cost, 0.1)}} }
                source: {title: {{Quote(answers["cost-source"])}}, kind: records}
            {{UnpaidHours(answers["volunteer-hours"])}}  amount_each:
                label: {{Quote("How much each person has in a year: " + answers["change"])}}
                value: {{amount}}
                unit: {{unit}}
                confidence: low
                # From half to one and a half times the value, until it is measured.
                distribution:
                  pert: {low: {{Times(amount, 0.5)}}, mode: {{amount}}, high: {{Times(amount, 1.5)}} }
                source: {title: {{Quote(answers["amount-source"])}}, kind: records}
            {{Share("would_have_happened", "Share that would have happened anyway", answers["deadweight"])}}{{Share(
                "due_to_others",
                "Share that is due to others",
                answers["attribution"]
            )}}{{Share("fading", "Share lost each year after the first", answers["drop-off"])}}

            """;
    }

    private static string Map(IReadOnlyDictionary<string, string> answers, string years) =>
        $$"""
            # Inputs: what is invested, by whom and in which years.
            inputs:
              - id: running_costs
                label: Running costs
                paid_by: {{answers["paid-by"]}}
                kind: cash
                amount: yearly_cost
                years: {{years}}
            {{UnpaidInput(answers["volunteer-hours"], years)}}
            # Outcomes: the changes that are valued. Add one for each change, negative ones too.
            outcomes:
              - id: first_change
                change: {{Quote(answers["change"])}}
                intended: true
                stakeholder: {{answers["who"]}}
                quantity: people * amount_each
                proxy: {{answers["proxy"]}}
                cohorts: {{years}}
                lasts: {{answers["lasts"]}}
                deadweight: {{Used("would_have_happened", answers["deadweight"])}}
                displacement: 0%
                attribution: {{Used("due_to_others", answers["attribution"])}}
                drop_off: {{Used("fading", answers["drop-off"])}}

            # Outcomes identified but not valued. List them, so that readers know they were not overlooked.
            not_valued:
              - change: Belonging and trust
                stakeholder: {{answers["who"]}}
                why: no sourced value yet

            """;

    private static string UnpaidHours(string hours) =>
        Questionnaire.Number(hours) is 0
            ? ""
            : $$"""
                  unpaid_hours:
                    label: Hours of unpaid time each year
                    value: {{hours}}
                    unit: hour/year
                    source: {title: Estimate by the service, kind: records}

                """;

    private static string UnpaidInput(string hours, string years) =>
        Questionnaire.Number(hours) is 0
            ? "  # No unpaid time was given. If there is any, add it: it is an input like any other.\n"
            : $$"""
                  - id: unpaid_time
                    label: Unpaid time, at the cost of paid staff
                    paid_by: volunteers
                    kind: in-kind
                    amount: unpaid_hours * unit_costs.staff.nurse_band_4_hour
                    years: {{years}}

                """;

    // A share of 0 % needs no source, and a share of 100 % has no range.
    private static string Share(string name, string label, string answer)
    {
        double share = answer.EndsWith('%') ? Questionnaire.Number(answer[..^1].Trim())!.Value / 100 : Questionnaire.Number(answer)!.Value;
        string range = share is 1
            ? "fixed"
            : $"\n      pert: {{low: {Percent(share / 2)}, mode: {Percent(share)}, high: {Percent(share + (Math.Min(share, 1 - share) * 0.8))}}}";
        return share is 0
            ? ""
            : $$"""
                  {{name}}:
                    label: {{label}}
                    value: {{Percent(share)}}
                    unit: share
                    confidence: low
                    distribution: {{range}}
                    source: {title: Assumption, kind: assumption, note: Judgement of the service; look for a study or ask a comparison group}

                """.Replace("distribution: \n", "distribution:\n", StringComparison.Ordinal);
    }

    private static string Used(string name, string answer) => Questionnaire.Number(answer.TrimEnd('%').Trim()) is 0 ? "0%" : name;

    private static string Percent(double share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static string Times(string number, double factor) =>
        (Questionnaire.Number(number)!.Value * factor).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
