using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>Reads price indices: levels, yearly changes, and the rule of the WELLBY.</summary>
internal sealed class PriceIndexReader(ProblemList problems)
{
    private const string Deflator = "gdp_deflator";

    // Published WELLBYs of 2022 and 2023 against 13,000 of 2019 at published deflators: 14,294 and 15,253 against 14,505 and 15,427.
    private const string WithoutRealIncome =
        "no series of real income per head is available, so it is uprated by prices alone; from 2019 to 2022 and 2023 that is 1.5 % and 1.1 % above the published WELLBYs";

    public Dictionary<string, PriceIndex> Read(YamlMap file, string name)
    {
        Dictionary<string, PriceIndex> indices = new(StringComparer.Ordinal);
        foreach ((string id, Fields fields) in ParameterForms.Index.Blocks(file, name, problems))
        {
            if (fields.Word("rule") is null && Levels(fields) is { } index)
            {
                indices.Add(id, index with { Id = id });
            }
        }

        foreach ((string id, PriceIndex index) in indices.ToList())
        {
            // An index of yearly changes reaches few years; outside them it goes on with the deflator, and every result that needs that says so.
            string? fallback = (file[id] as YamlMap)?["yearly_change"] is not null && indices.ContainsKey(Deflator) ? Deflator : null;
            string? with = (file[id] as YamlMap)?["chained_with"] is YamlScalar scalar ? scalar.Text : fallback;
            if (with is not null && indices.TryGetValue(with, out PriceIndex? chained))
            {
                indices[id] = index with { Chained = chained };
            }
            else if (with is not null)
            {
                problems.Add(
                    name,
                    (file[id] as YamlMap)!.Field("chained_with")!.Line,
                    $"{id}: 'chained_with' names '{with}', which is not a price index.{Nearest.Hint(with, indices.Keys)}"
                );
            }
        }

        foreach ((string id, Fields fields) in ParameterForms.Index.Blocks(file, name, problems).Where(block => block.Fields.Has("rule")))
        {
            if (Wellby(id, fields, indices) is { } index)
            {
                indices.Add(id, index);
            }
        }

        return indices;
    }

    private PriceIndex? Levels(Fields fields)
    {
        CheckRest(fields);
        bool isChange = fields.IsWritten("yearly_change");
        string name = isChange ? "yearly_change" : "financial_years";
        if (isChange == fields.IsWritten("financial_years"))
        {
            fields.Tell(fields.Line, "a price index has either 'financial_years' (levels) or 'yearly_change'.");
            return null;
        }

        List<IndexLevel> levels = [];
        foreach (YamlField entry in fields.Entries(name))
        {
            if (!PriceYear.TryParse(entry.Name, out PriceYear year) || !year.IsFinancial)
            {
                fields.Tell(
                    entry.Line,
                    $"'{entry.Name}' under '{name}' is not a financial year such as 2024-25.{Fields.YearHint(entry.Name)}",
                    AsciiForm.Remedy(entry.Name)
                );
            }
            else if (IndexYear(fields, name, entry) is var (figure, isProvisional, earlier))
            {
                if (isChange && levels.Count == 0)
                {
                    levels.Add(new(year.Start - 1, 100, IsForecast: false));
                }

                if (isChange && levels[^1].Start != year.Start - 1)
                {
                    fields.Tell(
                        entry.Line,
                        $"the yearly change of {entry.Name} does not follow the year before it.",
                        "List the years in order, without a gap."
                    );
                    return null;
                }

                levels.Add(new(year.Start, isChange ? levels[^1].Level * (1 + figure) : figure, isProvisional) { Earlier = earlier });
            }
        }

        Source? source = SourceReader.Read(fields);
        return levels.Count == 0 || fields.Text("label") is not { } label
            ? null
            : new()
            {
                Id = "",
                Label = label,
                Levels = [.. levels.OrderBy(level => level.Start)],
                IsOfChanges = isChange,
                Source = source,
                Edition = fields.Text("edition"),
                Licence = fields.Text("licence"),
            };
    }

    // What is not used to uprate is read as strictly.
    private void CheckRest(Fields fields)
    {
        _ = fields.Year("base");
        foreach (YamlField entry in fields.Entries("calendar_years"))
        {
            if (!PriceYear.TryParse(entry.Name, out PriceYear year) || year.IsFinancial)
            {
                fields.Tell(entry.Line, $"'{entry.Name}' under 'calendar_years' is not a calendar year such as 2024.", AsciiForm.Remedy(entry.Name));
            }

            _ = IndexYear(fields, "calendar_years", entry);
        }
    }

    private (double Figure, bool IsProvisional, RevisedFigure? Earlier)? IndexYear(Fields fields, string name, YamlField entry)
    {
        (double? figure, bool isProvisional, RevisedFigure? earlier) = (null, false, null);
        if (entry.Value is YamlScalar scalar)
        {
            figure = fields.NumberIn(scalar, entry.Name);
        }
        else if (Fields.Of(ParameterForms.IndexYear, entry.Value, fields.File, fields.Join($"{name}.{entry.Name}"), problems) is { } block)
        {
            figure = block.Number("value");
            isProvisional = block.YesNo("forecast") == true || block.YesNo("provisional") == true;
            Fields? revised = block.Block("earlier", ParameterForms.EarlierFigure);
            string? edition = block.Text("edition") ?? fields.Text("edition");
            if (figure is { } now && revised?.Number("value") is { } was && revised.Text("edition") is { } before)
            {
                earlier = new(now, edition, was, before);
            }

            if (earlier is not null && earlier.EarlierEdition == earlier.Edition)
            {
                revised!.Tell(revised.LineOf("edition"), $"the earlier figure and the present one are both of edition '{earlier.EarlierEdition}'.");
            }
        }

        if (figure is <= 0 && name != "yearly_change")
        {
            fields.Tell(entry.Line, $"the level of {entry.Name} must be above zero.");
            return null;
        }

        return figure is { } known ? (known, isProvisional, earlier) : null;
    }

    // Until a sourced series of real income per head is in hand, the rule is its deflator alone, and every result that uses it says so.
    private PriceIndex? Wellby(string id, Fields fields, Dictionary<string, PriceIndex> indices)
    {
        string? deflator = fields.Text("deflator"),
            income = fields.Text("real_income");
        double elasticity = fields.Number("real_income_elasticity") ?? double.NaN;
        if (deflator is null || !indices.TryGetValue(deflator, out PriceIndex? prices))
        {
            fields.Tell(
                fields.LineOf("deflator"),
                $"'deflator' should name a price index, but is '{deflator}'.{Nearest.Hint(deflator ?? "", indices.Keys)}"
            );
            return null;
        }

        PriceIndex? real = null;
        if (income is not null && !indices.TryGetValue(income, out real))
        {
            fields.Tell(fields.LineOf("real_income"), $"'real_income' should name an index, but is '{income}'.{Nearest.Hint(income, indices.Keys)}");
        }

        if (!double.IsFinite(elasticity))
        {
            fields.Tell(fields.Line, "'real_income_elasticity' is missing (the elasticity of marginal utility, 1.3 in the Green Book).");
        }

        _ = SourceReader.Read(fields);
        string label = fields.Text("label") ?? id;
        return real is null
            ? prices with
            {
                Id = id,
                Label = $"{label} ({prices.Label} alone)",
                Caveat = WithoutRealIncome,
            }
            : prices with
            {
                Id = id,
                Label = label,
                Levels =
                [
                    .. prices
                        .Levels.Where(level => real.At(level.Start) is not null)
                        .Select(level => level with { Level = level.Level * Math.Pow(real.At(level.Start)!.Level, elasticity) }),
                ],
            };
    }
}
