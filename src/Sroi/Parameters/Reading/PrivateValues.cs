namespace Sroi.Parameters.Reading;

/// <summary>Keeps numbers of banks that may not be quoted out of what is written for others.</summary>
public static class PrivateValues
{
    /// <summary>The numbers that may not be quoted.</summary>
    public static IReadOnlyList<Parameter> In(IEnumerable<Parameter> parameters) => [.. parameters.Where(p => p.Bank is { MayQuote: false })];

    /// <summary>Refuses to copy numbers that may not be quoted.</summary>
    /// <param name="parameters">The numbers that would be copied.</param>
    /// <param name="into">Into what, such as <c>a report</c>.</param>
    /// <exception cref="InvalidFilesException">Some of them may not be quoted; the banks and numbers are named, without their values.</exception>
    public static void Refuse(IEnumerable<Parameter> parameters, string into)
    {
        ProblemList problems = new();
        foreach (IGrouping<ValueBank, Parameter> bank in In(parameters).GroupBy(p => p.Bank!))
        {
            problems.Add(
                $"{OwnFolder.Name}/{bank.Key.Id}/bank.yaml",
                line: null,
                $"{bank.Key.Title} ({bank.Key.Licence}) does not allow its numbers to be copied into {into}: {string.Join(", ", bank.Select(p => p.Label))}.",
                "Lay public numbers over them, or write 'quote: yes' where the licence allows single numbers to be quoted."
            );
        }

        problems.ThrowIfAny();
    }
}
