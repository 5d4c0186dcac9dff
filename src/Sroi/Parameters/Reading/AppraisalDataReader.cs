using System.Collections.Immutable;
using Sroi.Quantities;

namespace Sroi.Parameters;

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
            ImmutableArray<DiscountBand> standard = Bands(fields, "standard");
            ImmutableArray<DiscountBand> Column(string name) => fields[name] is YamlScalar { Text: "same" } ? standard : Bands(fields, name);
            DiscountSchedule schedule = new()
            {
                Id = id,
                Label = fields.Text("label") ?? id,
                Standard = standard,
                Health = Column("health"),
                Sensitivity = Column("sensitivity"),
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
                    fields.Tell(entry.Line, $"'{entry.Name}' is not a grade; allowed: 1 to 6.");
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

    private ImmutableArray<DiscountBand> Bands(Fields fields, string column)
    {
        var bands = ImmutableArray.CreateBuilder<DiscountBand>();
        int last = 0;
        foreach (Fields band in fields.Blocks(column, ParameterForms.Band))
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

            last = to ?? int.MaxValue;
            bands.Add(new(to, rate));
        }

        return bands.ToImmutable();
    }
}
