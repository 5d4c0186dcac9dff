using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>Reads values by price year, and chooses the one that applies.</summary>
internal sealed class DatedValueReader(ProblemList problems)
{
    /// <summary>The value for the appraisal's year; null, and reported, if no value is readable.</summary>
    public DatedValue? Choose(Fields fields, bool isShare, PriceYear? appraisalYear)
    {
        List<DatedValue> values = [];
        foreach (YamlField entry in fields.Entries("values"))
        {
            if (!PriceYear.TryParse(entry.Name, out PriceYear year))
            {
                fields.Tell(
                    entry.Line,
                    $"'{entry.Name}' under 'values' is not a price year.{Fields.YearHint(entry.Name)}",
                    AsciiForm.Remedy(entry.Name) ?? "Write 2024-25 for a financial year or 2024 for a calendar year."
                );
            }
            else if (ReadDated(fields, entry, isShare) is { } dated)
            {
                values.Add(
                    new(year, dated.Value, dated.Source, IsFirst: values.Count == 0, First: values.Count == 0 ? dated.Value : values[0].Value)
                );
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        // The appraisal's year, else the latest before it; where all are later, the earliest, which is then brought back by its index.
        return values.Where(v => appraisalYear is null || v.Year.Start <= appraisalYear.Value.Start).MaxBy(v => v.Year.Start)
            ?? values.MinBy(v => v.Year.Start);
    }

    private (double Value, Source? Source)? ReadDated(Fields fields, YamlField entry, bool isShare)
    {
        if (entry.Value is YamlScalar scalar)
        {
            double? number = isShare ? fields.ShareIn(scalar, entry.Name) : fields.NumberIn(scalar, entry.Name);
            return number is null ? null : (number.Value, null);
        }

        Fields? block = Fields.Of(ParameterForms.DatedValue, entry.Value, fields.File, fields.Join("values." + entry.Name), problems);
        double? value = isShare ? block?.Share("value") : block?.Number("value");
        return value is null ? null : (value.Value, SourceReader.Read(block!));
    }
}

/// <summary>The value of one year among several; spreads are written for the first of them.</summary>
internal sealed record DatedValue(PriceYear Year, double Value, Source? Source, bool IsFirst, double First);
