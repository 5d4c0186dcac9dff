using Sroi.Evaluation;
using Sroi.Parameters;

namespace Sroi.Assurance;

/// <summary>Are the numbers from one edition of their sources, and whose are they?</summary>
internal static class EditionChecks
{
    public static Warning? EditionsDiffer(SroiResult result)
    {
        string[] mixed =
        [
            .. result
                .Scenario.Parameters.Values.Where(p => p is { Edition: not null, Source: not null })
                .GroupBy(p => Publication(p.Source!.Title))
                .Select(source => (source.Key, Editions: source.Select(p => p.Edition!).Distinct().Order(StringComparer.Ordinal).ToArray()))
                .Where(source => source.Editions.Length > 1)
                .Select(source => $"{source.Key}: {string.Join(" and ", source.Editions)}"),
        ];
        return mixed.Length == 0
            ? null
            : new(
                "editions_differ",
                Severity.Notice,
                $"Numbers of this case are from different editions of one publication. {string.Join("; ", mixed)}.",
                Where: null,
                "be transparent",
                "Take all of them from the latest edition."
            );
    }

    public static Warning? PrivateValuesUsed(SroiResult result)
    {
        Parameter[] own = [.. result.Scenario.Parameters.Values.Where(p => p.Bank is not null)];
        return own.Length == 0
            ? null
            : new(
                "private_values",
                Severity.Notice,
                $"Values of the author's own are used: {string.Join("; ", own.GroupBy(p => p.Bank!).Select(bank => $"{bank.Count()} of {bank.Key.Title} ({bank.Key.Licence})"))}.",
                string.Join(", ", own.Select(p => p.Id)),
                "be transparent",
                "Name the bank beside the figure; readers without a licence cannot check these values."
            );
    }

    // The title without its year, so that editions of one publication meet: "National Cost Collection 2024/25, …".
    private static string Publication(string title)
    {
        string name = title.Split(',')[0];
        int digit = name.AsSpan().IndexOfAnyInRange('0', '9');
        return digit > 0 ? name[..digit].Trim() : name;
    }
}
