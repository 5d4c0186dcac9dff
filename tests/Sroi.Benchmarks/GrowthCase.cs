using System.Globalization;
using System.Text;

namespace Sroi.Benchmarks;

/// <summary>
/// A case of as many outcomes as asked, with four uncertain parameters each and an uncertain investment: used to measure growth. Every number is invented and
/// depends only on the outcome's place in the list.
/// </summary>
internal static class GrowthCase
{
    private const string Invented = "source: {title: Invented for measuring, kind: assumption}";

    /// <summary>The text of its scenario file.</summary>
    /// <param name="outcomes">The number of outcomes.</param>
    public static string Text(int outcomes)
    {
        StringBuilder quantities = new(),
            lines = new();
        for (int outcome = 1; outcome <= outcomes; outcome++)
        {
            (string own, string line) = Outcome(outcome);
            quantities.Append(own);
            lines.Append(line);
        }

        return $$"""
            title: Growth case of {{outcomes}} outcomes
            question: How do the commands grow with the case?
            delivery_model: conventional
            appraisal: {price_year: 2024-25, discounting: flat_3_5, timing: mid-year, first_year: 2024-25, years: 5, optimism_bias: none}
            stakeholders:
              - {party: members, involved: no}
              - {party: funder, involved: no}
            quantities:
            {{quantities}}  investment: {label: Investment, unit: GBP, price_year: 2024-25, index: gdp_deflator, {{Triangular(
                150_000.0 * outcomes,
                190_000.0 * outcomes,
                260_000.0 * outcomes
            )}}, {{Invented}}}
            inputs:
              - {id: investment_made, label: Investment, paid_by: funder, kind: cash, amount: investment, years: 0}
            outcomes:
            {{lines}}
            """;
    }

    // Sizes differ by the remainders of primes, so that neighbours are unlike and no two cases are multiples of each other.
    private static (string Quantities, string Line) Outcome(int number)
    {
        int people = 40 + (37 * number % 161),
            pounds = 300 + (113 * number % 1_409),
            deadweight = 4 + (number % 13),
            dropOff = 2 + (number % 7);
        string quantities = $$"""
              quantity_{{number}}: {label: 'People of outcome {{number}}', unit: change/year, {{Spread(
                "truncated_normal",
                $"mean: {people}, sd: {people / 4}, low: 0"
            )}}, {{Invented}}}
              unit_value_{{number}}: {label: 'Value of one change of outcome {{number}}', unit: GBP/change, price_year: 2024-25, index: gdp_deflator, benefit: social, cashable: 0%, {{Spread(
                "gamma",
                $"shape: 16, scale: {Written(pounds / 16.0)}"
            )}}, {{Invented}}}
              deadweight_{{number}}: {label: 'Deadweight of outcome {{number}}', unit: share, {{Spread(
                "beta",
                $"alpha: {deadweight}, beta: 20"
            )}}, {{Invented}}}
              drop_off_{{number}}: {label: 'Drop-off of outcome {{number}}', unit: share, {{Spread(
                "beta",
                $"alpha: {dropOff}, beta: 18"
            )}}, {{Invented}}}

            """;
        string line = $$"""
              - {id: outcome_{{number}}, change: Change {{number}}, stakeholder: members, quantity: quantity_{{number}}, proxy: unit_value_{{number}}, lasts: {{2
                + (number % 4)}} years, deadweight: deadweight_{{number}}, displacement: 0%, attribution: 0%, drop_off: drop_off_{{number}}}

            """;
        return (quantities, line);
    }

    private static string Triangular(double low, double mode, double high) =>
        Spread("triangular", $"low: {Written(low)}, mode: {Written(mode)}, high: {Written(high)}");

    private static string Spread(string kind, string parameters) => "distribution: {" + kind + ": {" + parameters + "}}";

    private static string Written(double value) => value.ToString(CultureInfo.InvariantCulture);
}
