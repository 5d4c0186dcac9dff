using System.Collections.Immutable;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>Reads the versioned data of parameters/appraisal: parties, discount schedules, optimism corrections.</summary>
internal sealed class AppraisalDataReader(ProblemList problems)
{
    public Dictionary<string, Party> Parties(YamlMap file, string name)
    {
        Dictionary<string, Party> parties = new(StringComparer.Ordinal);
        foreach ((string id, Fields fields) in ParameterForms.Party.Blocks(file, name, problems))
        {
            if (fields.Text("label") is { } label && fields.YesNo("public") is { } isPublic)
            {
                parties.Add(id, new(id, label, isPublic));
            }
        }

        return parties;
    }

    public Dictionary<string, DiscountSchedule> Schedules(YamlMap file, string name)
    {
        Dictionary<string, DiscountSchedule> schedules = new(StringComparer.Ordinal);
        foreach ((string id, Fields fields) in ParameterForms.Schedule.Blocks(file, name, problems))
        {
            ImmutableArray<DiscountBand> standard = Bands(fields, id, RateColumn.Standard);
            ImmutableArray<DiscountBand> Column(RateColumn column) =>
                fields[DiscountSchedule.Name(column)] is YamlScalar { Text: "same" } ? standard : Bands(fields, id, column);
            DiscountSchedule schedule = new()
            {
                Id = id,
                Label = fields.Text("label") ?? id,
                Standard = standard,
                Health = Column(RateColumn.Health),
                Sensitivity = Column(RateColumn.Sensitivity),
                Source = SourceReader.Read(fields),
            };
            schedules.Add(id, schedule);
        }

        return schedules;
    }

    public Dictionary<string, OptimismBias> OptimismBiases(YamlMap file, string name)
    {
        Dictionary<string, OptimismBias> biases = new(StringComparer.Ordinal);
        foreach ((string id, Fields fields) in ParameterForms.OptimismBias.Blocks(file, name, problems))
        {
            List<GradeCorrection> grades = [];
            foreach (YamlField entry in fields.Entries("grades"))
            {
                Fields? block = Fields.Of(ParameterForms.GradeCorrection, entry.Value, name, $"{id}.grades.{entry.Name}", problems);
                if (entry.Name is not ("1" or "2" or "3" or "4" or "5" or "6"))
                {
                    fields.Tell(entry.Line, $"'{entry.Name}' is not a grade; allowed: 1 to 6.", AsciiForm.Remedy(entry.Name));
                }
                else if (block?.Share("benefits") is { } benefits && block.Share("costs") is { } costs)
                {
                    grades.Add(new(entry.Name[0] - '0', benefits, costs));
                }
            }

            if (grades.Count is > 0 and < 6)
            {
                fields.Tell(
                    fields.LineOf("grades"),
                    $"grades {string.Join(", ", Enumerable.Range(1, 6).Where(grade => grades.All(g => g.Grade != grade)))} are missing; there are six."
                );
            }

            if (fields.Text("label") is { } label)
            {
                biases.Add(id, new(id, label, [.. grades], SourceReader.Read(fields)));
            }
        }

        return biases;
    }

    private ImmutableArray<DiscountBand> Bands(Fields fields, string schedule, RateColumn column)
    {
        var bands = ImmutableArray.CreateBuilder<DiscountBand>();
        int last = 0;
        foreach (Fields band in fields.Blocks(DiscountSchedule.Name(column), ParameterForms.Band))
        {
            int? to = band.Whole("to_year");
            if (band.Number("rate") is not { } rate)
            {
                continue;
            }

            if (rate is <= -1 or > 1)
            {
                band.Tell(band.LineOf("rate"), $"a yearly rate of {Figures.Percent(rate)} makes no sense; it lies between −100 % and 100 %.");
            }

            if ((to is not null && to <= last) || last == int.MaxValue)
            {
                band.Tell(band.LineOf("to_year"), "the bands must follow each other in time, the last one without 'to_year'.");
            }

            bands.Add(
                new(
                    to,
                    RateOf(band, $"discounting.{schedule}.{DiscountSchedule.Name(column)}", (last, to), rate) with
                    {
                        Label = $"Discount rate{Stream(column)}, {fields.Text("label") ?? schedule}{Span(last, to)}",
                        Source = SourceReader.Read(fields),
                    }
                )
            );
            last = to ?? int.MaxValue;
        }

        return bands.ToImmutable();
    }

    private Parameter RateOf(Fields band, string column, (int After, int? To) years, double rate)
    {
        string id = years switch
        {
            (0, null) => column,
            (_, { } to) => $"{column}_to_{to}",
            (var after, null) => $"{column}_after_{after}",
        };
        return new(id, rate, Unit.None)
        {
            IsShare = true,
            Distribution = DistributionReader.Read(band, "distribution", rate, problems) ?? new Distribution.Fixed(rate),
            At = new(band.File, band.LineOf("rate")),
        };
    }

    private static string Stream(RateColumn column) =>
        column switch
        {
            RateColumn.Health => " of WELLBYs and QALYs",
            RateColumn.Sensitivity => " (sensitivity)",
            _ => "",
        };

    private static string Span(int after, int? to) =>
        (after, to) switch
        {
            (0, null) => "",
            (_, { } last) => $", years {after + 1} to {last}",
            _ => $", after year {after}",
        };
}
