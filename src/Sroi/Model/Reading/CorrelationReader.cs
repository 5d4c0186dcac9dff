using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Reads correlations. A parameter that a change has made certain loses its correlations, and a notice says so.</summary>
internal sealed class CorrelationReader(Fields scenario, QuantityBook book, ProblemList problems)
{
    public ImmutableArray<Correlation> Read()
    {
        var correlations = ImmutableArray.CreateBuilder<Correlation>();
        foreach (Fields fields in scenario.Blocks("correlations", ScenarioForms.Correlation))
        {
            if (One(fields) is { } correlation && IsNew(correlation, correlations, fields))
            {
                correlations.Add(correlation);
            }
        }

        return correlations.ToImmutable();
    }

    private static bool IsNew(Correlation correlation, IEnumerable<Correlation> before, Fields fields)
    {
        string[]? twice = before.Select(b => b.Between.Intersect(correlation.Between).ToArray()).FirstOrDefault(both => both.Length > 1);
        if (twice is null)
        {
            return true;
        }

        fields.Tell(
            fields.LineOf("between"),
            $"a correlation between {string.Join(" and ", twice.Take(2).Select(id => id[(id.LastIndexOf('.') + 1)..]))} is given already.",
            "Keep one of them."
        );
        return false;
    }

    private Correlation? One(Fields fields)
    {
        IReadOnlyList<(string Name, int Line)> names = fields.WordsWithLines("between");
        double? spearman = fields.Number("spearman"),
            kendall = fields.Number("kendall");
        if ((spearman is null) == (kendall is null))
        {
            fields.Tell(fields.Line, "a correlation gives either 'spearman' or 'kendall'.");
            return null;
        }

        double rank = spearman ?? kendall!.Value;
        if (rank is < -1 or > 1)
        {
            fields.Tell(
                fields.LineOf(spearman is null ? "kendall" : "spearman"),
                $"the correlation is {Figures.Number(rank)}, but lies between −1 and 1."
            );
        }

        string[] ids = [.. names.Select(name => book.FullId(name.Name))];
        if (ids.Length < 2 || ids.Distinct().Count() < ids.Length)
        {
            fields.Tell(fields.LineOf("between"), "a correlation is between two or more different numbers.");
            return null;
        }

        return Known(fields, names, ids) ? new([.. ids], rank, spearman is null, fields.Text("why")) : null;
    }

    private bool Known(Fields fields, IReadOnlyList<(string Name, int Line)> names, string[] ids)
    {
        foreach (((string name, int line), string full) in names.Zip(ids))
        {
            if (!book.Parameters.TryGetValue(full, out Parameter? parameter))
            {
                if (!problems.Any)
                {
                    fields.Tell(line, $"'{name}' is not a number of this scenario.{Nearest.Hint(name, book.Names)}");
                }

                return false;
            }

            if (parameter.Distribution.IsFixed && parameter.Changes.IsEmpty)
            {
                fields.Tell(line, $"'{name}' is known exactly, so it cannot move with another number.", "Give it a distribution, or leave it out.");
                return false;
            }

            if (parameter.Distribution.IsFixed)
            {
                book.Notices.Add(
                    new(
                        "correlation_dropped",
                        $"The correlation between {string.Join(" and ", names.Select(one => one.Name))} is dropped, since {name} is now fixed.",
                        full
                    )
                );
                return false;
            }
        }

        return true;
    }
}
