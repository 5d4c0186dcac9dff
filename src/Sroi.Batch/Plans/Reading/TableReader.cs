using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Reads a table of runs: comma-separated values under a heading of ids or patterns, and of <c>scenario</c>, <c>variant</c>, <c>overlay</c> where wanted.</summary>
internal sealed partial class TableReader(string file, ImmutableArray<PlannedCase> cases, AxisReader axes, ProblemList problems)
{
    private const string Columns = "Columns are numbers by full id or by a pattern, and scenario, variant, overlay.";

    private static readonly string[] s_ofCase = ["scenario", "variant", "overlay"];

    // Problems with numbers are reported in the same words as in any file.
    private readonly Fields _numbers = new(BatchForms.Axis, new([], 1), file, "", problems);

    /// <summary>Reads the table; returns null, and reports the problems, if it has any.</summary>
    public RunTable? Read(string text)
    {
        int before = problems.Count;
        problems.AddHidden(file, text.Replace("\r\n", "\n", StringComparison.Ordinal));
        using CsvParser parser = new(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                TrimOptions = TrimOptions.Trim,
                IgnoreBlankLines = true,
                BadDataFound = null,
            }
        );
        if (!parser.Read())
        {
            problems.Add(file, line: 1, "the table is empty; it needs a heading with the numbers that are varied, and a row for each run.");
            return null;
        }

        ImmutableArray<string> heading = [.. parser.Record!];
        int line = parser.RawRow;
        Check(heading, line);
        if (problems.Count > before)
        {
            return null;
        }

        ImmutableArray<PlannedAxis> planned = axes.OfColumns([.. heading.Except(s_ofCase)], message => problems.Add(file, line, message, Columns));
        if (problems.Count > before)
        {
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<RunTableRow>();
        while (parser.Read())
        {
            if (Row(parser.Record!, parser.RawRow, heading, planned) is { } row)
            {
                rows.Add(row);
            }
        }

        if (rows.Count == 0 && problems.Count == before)
        {
            problems.Add(file, line, "the table has a heading and no rows; it needs a row for each run.");
        }

        return problems.Count > before ? null : new(file, planned, rows.ToImmutable());
    }

    private void Check(ImmutableArray<string> heading, int line)
    {
        foreach ((int place, string name) in heading.Index())
        {
            if (name.Length == 0)
            {
                problems.Add(file, line, string.Create(CultureInfo.InvariantCulture, $"column {place + 1} has no name."));
            }
            else if (!ColumnName().IsMatch(name))
            {
                // The text is not shown: it may be a file that was never meant to be read here.
                problems.Add(
                    file,
                    line,
                    string.Create(CultureInfo.InvariantCulture, $"the heading of column {place + 1} is not a name; is this a table of runs?"),
                    Columns
                );
            }
            else if (heading.IndexOf(name) < place)
            {
                problems.Add(file, line, $"the column '{name}' is there twice.");
            }
        }
    }

    private RunTableRow? Row(string[] cells, int line, ImmutableArray<string> heading, ImmutableArray<PlannedAxis> planned)
    {
        if (cells.Length != heading.Length)
        {
            problems.Add(file, line, $"the row has {cells.Length} cells, and the heading {heading.Length}.");
            return null;
        }

        string? Cell(string name) => heading.IndexOf(name) is >= 0 and var place && cells[place].Length > 0 ? cells[place] : null;
        PlannedValue? Value(PlannedAxis axis)
        {
            if (Cell(axis.Axis.Pattern) is not { } text)
            {
                return null;
            }

            YamlScalar scalar = new(text, IsQuoted: false, line);
            double? number = axis.IsShare ? _numbers.ShareIn(scalar, axis.Axis.Pattern) : _numbers.NumberIn(scalar, axis.Axis.Pattern);
            return number is { } known ? new(known, scalar) : null;
        }

        return new(
            OneOf("scenario", Cell("scenario"), one => one.Scenario, line),
            OneOf("variant", Cell("variant"), one => one.VariantName, line),
            OneOf("overlay", Cell("overlay"), one => one.OverlayName, line),
            [.. planned.Select(Value)]
        );
    }

    private string? OneOf(string column, string? found, Func<BatchCase, string> of, int line)
    {
        string[] known = [.. cases.Select(one => of(one.Case)).Distinct()];
        if (found is not null && known.Length > 0 && !known.Contains(found))
        {
            problems.Add(file, line, $"{column}: '{found}' is not in the plan.{Nearest.HintOrAll(found, known)}");
        }

        return found;
    }

    [GeneratedRegex("^[A-Za-z0-9_.*?-]{1,200}$")]
    private static partial Regex ColumnName();
}
