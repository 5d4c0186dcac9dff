using Sroi.Parameters.Distributions;
using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>Applies a change of an overlay or a variant to a parameter, and records what it was.</summary>
internal sealed class ChangeReader(ProblemList problems)
{
    /// <summary>The changed parameter; null, and reported, if the change does not fit it.</summary>
    public Parameter? Apply(Parameter was, ChangeEntry entry)
    {
        // Reported when the overlay or the variant was read.
        if (entry.Node.IsBlank)
        {
            return null;
        }

        int before = problems.Count;
        YamlMap map = entry.Node switch
        {
            YamlMap written => written,
            YamlScalar scalar => new([new("value", scalar, scalar.Line)], scalar.Line),
            _ => new([], entry.Line),
        };
        Fields fields = new(ParameterForms.Change, map, entry.File, $"set.{entry.Id}", problems);
        if (!fields.IsWritten("value") && !fields.IsWritten("distribution"))
        {
            fields.Tell(entry.Line, "a change gives a new 'value', a new 'distribution', or both.");
        }

        CheckUnit(fields, was);
        double? value = was.IsShare ? fields.Share("value") : fields.Number("value");
        Distribution? given = DistributionReader.Read(fields, "distribution", value, problems);
        PriceYear? year = fields.Year("price_year");
        if (year is not null && was.PriceYear is null)
        {
            fields.Tell(fields.LineOf("price_year"), $"'price_year' is given, but {was.Unit} is not money.");
        }

        value ??= given?.Mean;
        Source? source = SourceReader.Read(fields);
        int? grade = ParameterReader.Grade(fields);
        if (problems.Count > before || value is not { } now)
        {
            return null;
        }

        if (given is not null && !given.Support.Contains(now))
        {
            fields.Tell(
                fields.LineOf(fields.Has("value") ? "value" : "distribution"),
                $"the value {Figures.Number(now)} lies outside its distribution, which runs from {given.Support.Low} to {given.Support.High}."
            );
            return null;
        }

        if (given is null && !was.Distribution.IsFixed && was.Distribution.Support.Low >= 0 && now < 0)
        {
            fields.Tell(
                fields.LineOf("value"),
                $"the value {Figures.Number(now)} is below zero, where the distribution of {was.Id} cannot go.",
                "Give a 'distribution' with it, or a value above zero."
            );
            return null;
        }

        return Changed(was, fields, entry, now, (year, given, source, grade));
    }

    private static Parameter? Changed(
        Parameter was,
        Fields fields,
        ChangeEntry entry,
        double now,
        (PriceYear? Year, Distribution? Distribution, Source? Source, int? Grade) written
    )
    {
        (PriceYear? year, Distribution? given, Source? source, int? grade) = written;
        if ((given ?? Move(was, now, fields)) is not { } distribution)
        {
            return null;
        }

        string? moved =
            given is null && !was.Distribution.IsFixed && !now.Equals(was.Value)
                ? distribution.IsFixed
                    ? "only the value was given and it lies at an end of what is possible, so it is now taken as certain"
                    : "only the value was given, so its spread moved with it"
                : null;
        string? kept =
            was.PriceYear is { } old && year is null ? $"no price year was given, so it is taken at {old} prices like the number it replaces" : null;
        string notice = string.Join("; ", new[] { moved, kept }.Where(part => part is not null));
        string? why = fields.Text("why");
        PriceYear? prices = was.PriceYear is null ? null : year ?? was.PriceYear;
        // How far a number can be trusted belongs to its source, so a new value brings its own or none. A new spread alone leaves the value as it was.
        bool isNew = source is not null || !now.Equals(was.Value) || prices != was.PriceYear;
        return was.Replaced(now, prices) with
        {
            Distribution = distribution,
            Source =
                source
                ?? new Source
                {
                    Title = $"set by {entry.By}",
                    Kind = SourceKind.Assumption,
                    Author = entry.Author,
                    Note = why,
                },
            Confidence =
                fields.Has("confidence") ? ParameterReader.ConfidenceOf(fields.Word("confidence"))
                : isNew ? Confidence.Unstated
                : was.Confidence,
            Grade =
                fields.Has("grade") ? grade
                : isNew ? null
                : was.Grade,
            Evidence = isNew && was.Evidence is { } studied ? new Evidence { Measure = studied.Measure } : was.Evidence,
            Weakness = isNew ? null : was.Weakness,
            Edition = fields.Text("edition") ?? (isNew ? null : was.Edition),
            Licence = fields.Text("licence") ?? (isNew ? null : was.Licence),
            Note = fields.Text("note") ?? was.Note,
            At = new(entry.File, entry.Line),
            Changes = was.Changes.Add(
                new()
                {
                    Was = was.Value,
                    WasGrade = was.Grade,
                    WasPriceYear = was.PriceYear,
                    Is = now,
                    IsPriceYear = prices,
                    By = entry.By,
                    Author = entry.Author,
                    Why = why,
                    Notice = notice.Length == 0 ? null : notice,
                }
            ),
        };
    }

    // Null, and reported, if the value is too far away for its factor to be a number.
    private static Distribution? Move(Parameter was, double now, Fields fields)
    {
        try
        {
            return was.Distribution.IsFixed ? new Distribution.Fixed(now)
                : now.Equals(was.Value) ? was.Distribution
                : was.Distribution.Moved(was.Value, now, was.IsShare);
        }
        catch (ArgumentException)
        {
            fields.Tell(
                fields.LineOf("value"),
                $"the value is too far from {was.Id} as it was for its distribution to move with it.",
                "Give a 'distribution' with it, or another value."
            );
            return null;
        }
    }

    private static void CheckUnit(Fields fields, Parameter was)
    {
        if (fields.Text("unit") is { } text && (!Unit.TryParse(text, out Unit? unit) || unit != was.Unit))
        {
            fields.Tell(fields.LineOf("unit"), $"the unit is '{text}', but {was.Id} is in {was.Unit}.");
        }
    }
}
