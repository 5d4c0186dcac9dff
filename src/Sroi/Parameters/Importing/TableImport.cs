using System.Globalization;
using Sroi.Parameters.Reading;

namespace Sroi.Parameters.Importing;

/// <summary>Reads published tables of costs; every row that is no figure is listed, and nothing is returned then.</summary>
public static class TableImport
{
    private static readonly Dictionary<string, string[]> NccColumns = new()
    {
        ["department"] = ["department code", "department", "service area", "department description", "point of delivery"],
        ["code"] = ["currency code", "hrg code", "currency", "hrg"],
        ["description"] = ["currency desc", "currency description", "hrg description", "description"],
        ["activity"] = ["activity", "number of fces", "number of attendances", "units of activity"],
        ["unit_cost"] = ["unit cost", "national average unit cost", "average unit cost", "actual unit cost"],
        ["cost"] = ["cost", "total cost", "actual cost"],
        ["provider"] = ["organisation code", "org code", "provider code", "organisation", "provider"],
    };

    private static readonly Dictionary<string, string[]> GmcaColumns = new()
    {
        ["code"] = ["code"],
        ["description"] = ["description", "cost saving detail", "detail"],
        ["unit"] = ["unit"],
        ["agency"] = ["agency1", "agency bearing the fiscal cost", "agency"],
        ["fiscal"] = ["fiscal", "fiscal value"],
        ["fiscal_year"] = ["fiscal year"],
        ["economic"] = ["economic", "economic value"],
        ["economic_year"] = ["economic year"],
        ["social"] = ["social", "social value"],
        ["social_year"] = ["social year"],
    };

    private static readonly Dictionary<string, string> Agencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NHS"] = "nhs",
        ["Local Authority"] = "local_authority",
        ["DWP"] = "dwp",
        ["Criminal Justice System"] = "criminal_justice",
        ["Police"] = "police",
        ["Probation"] = "criminal_justice",
        ["Court"] = "criminal_justice",
        ["Prison / Young Offenders Institute"] = "criminal_justice",
        ["Ministry of Justice"] = "criminal_justice",
        ["HM Treasury"] = "hm_treasury",
        ["HM Revenue and Customs"] = "hm_treasury",
        ["Fire Service"] = "fire_service",
    };

    /// <summary>The National Schedule of NHS Costs, or the file of organisations' own costs, of a financial year.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="year">The financial year whose costs they are.</param>
    /// <exception cref="InvalidFilesException">A column is missing, or rows are no figures; all are listed.</exception>
    public static ImportedTable Ncc(string file, IReadOnlyList<SheetRow> rows, Quantities.PriceYear year)
    {
        ProblemList problems = new();
        List<ImportedFigure> figures = [];
        Tally tally = new();
        foreach ((IReadOnlyList<SheetRow> sheet, Columns columns) in Sheets(file, rows, NccColumns, ["code", "activity", "unit_cost"], problems))
        {
            foreach (SheetRow row in Data(sheet, columns, "unit_cost", tally))
            {
                string department = row.At(columns["department"]) is { Length: > 0 } named ? named : row.Sheet;
                if (Cost(file, row, columns["unit_cost"], tally, problems) is not { } cost)
                {
                    continue;
                }

                double? activity = CellNumber.Read(row.At(columns["activity"]));
                double? total = CellNumber.Read(row.At(columns["cost"]));
                // Columns that have moved against their headings no longer multiply.
                if (activity is null || (total is { } whole && Math.Abs((activity.Value * cost) - whole) > Math.Max(1, Math.Abs(whole) * 0.01)))
                {
                    problems.Add(
                        file,
                        row.Line,
                        $"{row.Where}: activity {row.At(columns["activity"])} × unit cost {row.At(columns["unit_cost"])} is not the total {row.At(columns["cost"])}.",
                        "The columns may have moved against their headings."
                    );
                    continue;
                }

                figures.Add(
                    new(
                        $"{department}/{row.At(columns["code"])}",
                        $"{department}: {row.At(columns["description"])}",
                        cost,
                        $"GBP/{NccUnit(department)}",
                        year,
                        row
                    )
                    {
                        Activity = activity,
                        Provider = row.At(columns["provider"]) is { Length: > 0 } provider ? provider : null,
                        Party = "nhs",
                    }
                );
            }
        }

        return Whole(file, figures, tally, problems);
    }

    /// <summary>The Unit Cost Database of Greater Manchester, with the columns of v1.4.</summary>
    /// <inheritdoc cref="Ncc" path="/param"/>
    /// <exception cref="InvalidFilesException">A column is missing, or rows are no figures; all are listed.</exception>
    public static ImportedTable Gmca(string file, IReadOnlyList<SheetRow> rows)
    {
        ProblemList problems = new();
        List<ImportedFigure> figures = [];
        Tally tally = new();
        foreach (
            (IReadOnlyList<SheetRow> sheet, Columns columns) in Sheets(
                file,
                rows,
                GmcaColumns,
                ["code", "description", "unit", "fiscal", "fiscal_year"],
                problems
            )
        )
        {
            foreach (SheetRow row in Data(sheet, columns, "fiscal", tally))
            {
                string? unit = GmcaUnit(row.At(columns["unit"]));
                if (unit is null)
                {
                    problems.Add(
                        file,
                        row.Line,
                        $"{row.Where}: the unit '{row.At(columns["unit"])}' is not known.",
                        "Units are written 'Per incident', 'Per person per year' or 'Each'."
                    );
                    continue;
                }

                foreach (string kind in (string[])["fiscal", "economic", "social"])
                {
                    string cell = row.At(columns[kind]),
                        written = row.At(columns[kind + "_year"]);
                    if (cell.Length == 0 || Cost(file, row, columns[kind], tally, problems) is not { } cost)
                    {
                        continue;
                    }

                    // Where the three share a year the table may print it once.
                    string text = (written.Length > 0 ? written : row.At(columns["fiscal_year"])).Replace('/', '-');
                    if (!Quantities.PriceYear.TryParse(text, out Quantities.PriceYear year))
                    {
                        problems.Add(file, row.Line, $"{row.Where}: '{text}' is not a price year.", "Years are written 2013/14.");
                        continue;
                    }

                    figures.Add(
                        new($"{row.At(columns["code"])} {kind}", row.At(columns["description"]), cost, unit, year, row)
                        {
                            Party = kind == "fiscal" ? Agencies.GetValueOrDefault(row.At(columns["agency"]), "public_sector") : null,
                            Benefit = kind,
                        }
                    );
                }
            }
        }

        return Whole(file, figures, tally, problems);
    }

    private static IEnumerable<(IReadOnlyList<SheetRow> Sheet, Columns Columns)> Sheets(
        string file,
        IReadOnlyList<SheetRow> rows,
        IReadOnlyDictionary<string, string[]> wanted,
        IReadOnlyList<string> needed,
        ProblemList problems
    )
    {
        bool any = false;
        List<IReadOnlyList<SheetRow>> sheets = [.. rows.GroupBy(row => row.Sheet).Select(sheet => (IReadOnlyList<SheetRow>)[.. sheet])];
        foreach (IReadOnlyList<SheetRow> sheet in sheets)
        {
            if (Columns.Find(sheet, wanted, needed) is { } columns)
            {
                any = true;
                yield return (sheet, columns);
            }
        }

        if (!any)
        {
            string seen = sheets.Count == 0 ? "the file is empty" : $"the headings found are: {Columns.Seen(sheets.MaxBy(sheet => sheet.Count)!)}";
            problems.Add(
                file,
                line: null,
                $"no row has the headings that are needed ({string.Join(", ", needed.Select(name => $"'{wanted[name][0]}'"))}); {seen}."
            );
        }
    }

    private static IEnumerable<SheetRow> Data(IReadOnlyList<SheetRow> sheet, Columns columns, string figure, Tally tally)
    {
        foreach (SheetRow row in sheet.Where(row => row.Line > columns.HeadingLine))
        {
            if (row.At(columns["code"]).Length > 0)
            {
                yield return row;
            }
            else if (CellNumber.Read(row.At(columns[figure])) is not null)
            {
                tally.Nameless.Add(row.Line);
            }
        }
    }

    private static double? Cost(string file, SheetRow row, int column, Tally tally, ProblemList problems)
    {
        string cell = row.At(column);
        if (CellNumber.IsWithheld(cell))
        {
            tally.Withheld++;
            return null;
        }

        double? cost = CellNumber.Read(cell);
        if (cost is null or < 0)
        {
            problems.Add(
                file,
                row.Line,
                cost is null ? $"{row.Where}: the cost '{cell}' is not a number." : $"{row.Where}: the cost {cell} is below zero."
            );
            return null;
        }

        tally.AsText += cell.AsSpan().ContainsAny('£', ',') ? 1 : 0;
        return cost;
    }

    private static ImportedTable Whole(string file, List<ImportedFigure> figures, Tally tally, ProblemList problems)
    {
        foreach (
            IGrouping<(string, string?), ImportedFigure> twice in figures
                .GroupBy(figure => (figure.Key, figure.Provider))
                .Where(same => same.Count() > 1)
        )
        {
            problems.Add(
                file,
                twice.Last().Row.Line,
                $"{twice.Key.Item1} is there twice: {string.Join(" and ", twice.Select(figure => figure.Row.Where))}."
            );
        }

        if (figures.Count == 0 && !problems.Any)
        {
            problems.Add(file, line: null, "the table has no row with a figure.");
        }

        problems.ThrowIfAny();
        return new(figures, tally.Withheld, tally.AsText) { Nameless = tally.Nameless };
    }

    // What one unit of activity is; "unit" where a table's own words do not say.
    private static string NccUnit(string department) =>
        department switch
        {
            "Ambulance" => "incident",
            "Emergency Care" => "attendance",
            "Mental Health Provider Spell" or "Critical care" or "Rehabilitation Inpatient" => "bed_day",
            "Daycase" => "case",
            _ when department.Contains("Stay", StringComparison.Ordinal) || department.Contains("Inpatients", StringComparison.Ordinal) => "stay",
            _ when department.Contains("Contact", StringComparison.Ordinal) || department.Contains("Community", StringComparison.Ordinal) =>
                "contact",
            _ when department.Contains("Outpatient", StringComparison.Ordinal) => "procedure",
            _ => "unit_of_activity",
        };

    private static string? GmcaUnit(string unit)
    {
        string text = unit.Trim().ToLower(CultureInfo.InvariantCulture);
        if (text is "each" or "lifetime")
        {
            return text == "each" ? "GBP/case" : "GBP/person";
        }

        int period = text.IndexOf(" over a ", StringComparison.Ordinal);
        string[] parts = (period > 0 ? text[..period] : text).Split("per ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool isRead =
            text.StartsWith("per ", StringComparison.Ordinal)
            && parts.Length is 1 or 2
            && parts.All(part => part.Length is > 0 and <= 30 && part.All(c => char.IsAsciiLetter(c) || c == ' '));
        return isRead ? "GBP/" + string.Join('/', parts.Select(part => part.Replace(' ', '_'))) : null;
    }

    private sealed class Tally
    {
        public int Withheld { get; set; }

        public int AsText { get; set; }

        public List<int> Nameless { get; } = [];
    }
}
