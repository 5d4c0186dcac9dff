using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Sensitivity;

namespace Sroi.Assurance;

/// <summary>Checks that a base value lies within its own distribution. If not, the base figures and the draws describe different cases.</summary>
internal static class SpreadChecks
{
    private const double NearlyAll = 0.99,
        Most = 0.9;
    private const int MostListed = 5;

    public static Warning? ValueOutsideSpread(SroiResult result) =>
        Of(
            [.. Numbers(result).Where(number => SpreadRange.Of(number.Distribution, NearlyAll).IsOutside(number.Value))],
            "value_outside_spread",
            Severity.Serious,
            NearlyAll,
            "so the figures at the base values and the figures over the draws describe different cases"
        );

    public static Warning? ValueOffCentre(SroiResult result) =>
        Of(
            [
                .. Numbers(result)
                    .Where(number =>
                        SpreadRange.Of(number.Distribution, Most).IsOutside(number.Value)
                        && !SpreadRange.Of(number.Distribution, NearlyAll).IsOutside(number.Value)
                    ),
            ],
            "value_off_centre",
            Severity.Notice,
            Most,
            "so the draws lie mostly to one side of the base figures"
        );

    // A quick test for the usual case, a value in the middle of its distribution.
    private static IEnumerable<Parameter> Numbers(SroiResult result) =>
        result.Scenario.Parameters.Values.Where(number =>
            !number.Distribution.IsFixed && number.Distribution.Cdf(number.Value) is not (> (1 - Most) / 2 and < (1 + Most) / 2)
        );

    private static Warning? Of(Parameter[] meant, string code, Severity severity, double level, string consequence)
    {
        if (meant.Length == 0)
        {
            return null;
        }

        string more = meant.Length > MostListed ? $"; and {meant.Length - MostListed} more" : "";
        return new(
            code,
            severity,
            $"{(meant.Length == 1 ? "A base value lies" : $"{meant.Length} base values lie")} outside the range of {level * 100:0} % of {(meant.Length == 1 ? "its" : "their")} own distribution, {consequence}: {string.Join("; ", meant.Take(MostListed).Select(number => Sentence(number, level)))}{more}.",
            string.Join(", ", meant.Select(number => number.Id)),
            "be transparent",
            "Correct the value, or give the distribution that belongs to it."
        );
    }

    private static string Sentence(Parameter number, double level)
    {
        VariedParameter shown = VariedParameter.Of(number);
        SpreadRange range = SpreadRange.Of(number.Distribution, level);
        string by = number.Changes.IsEmpty ? "" : $", last changed by {number.Changes[^1].By}";
        return $"{number.Label} is {shown.Shown(number.Value)}, the range {shown.Shown(range.Low)} to {shown.Shown(range.High)}{by}";
    }
}
