using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Reads one row of the value map with its adjustments, its years and its rates.</summary>
internal sealed partial class OutcomeReader(ParameterLibrary library, QuantityBook book, Appraisal? appraisal, ProblemList problems)
{
    private readonly ParameterReader _reader = book.Reader;
    private readonly ProxyReader _proxies = new(book.Reader);

    public Outcome? Read(Fields fields)
    {
        Party? stakeholder = fields.Text("stakeholder") is { } name ? _reader.PartyOf(fields, fields.LineOf("stakeholder"), name) : null;
        Formula? quantity = book.Calculate(fields, "quantity");
        Formula? value = book.Calculate(fields, "proxy");
        ProxyReader.CheckUnits(fields, quantity, value);
        FinancialProxy? proxy = value is null || stakeholder is null ? null : _proxies.Read(fields, value, stakeholder);
        Formula? duration = Duration(fields);
        Formula? deadweight = Adjustment(fields, "deadweight"),
            displacement = Adjustment(fields, "displacement");
        Formula? attribution = Adjustment(fields, "attribution"),
            dropOff = Adjustment(fields, "drop_off");
        ImmutableArray<int> cohorts = fields.Has("cohorts") ? MapReader.Years(fields, "cohorts", first: 1, appraisal?.Years) : [1];
        int? starts = Starts(fields);
        int? grade = Grade(fields);
        StreamRates? rates = Rates(fields);
        if (
            fields.Text("id") is not { } id
            || fields.Text("change") is not { } change
            || quantity is null
            || proxy is null
            || duration is null
            || deadweight is null
            || displacement is null
            || attribution is null
            || dropOff is null
            || starts is null
        )
        {
            return null;
        }

        Outcome outcome = new()
        {
            Id = id,
            Change = change,
            Stakeholder = stakeholder!,
            Quantity = quantity,
            Proxy = proxy,
            Duration = duration,
            Deadweight = deadweight,
            Displacement = displacement,
            Attribution = attribution,
            DropOff = dropOff,
            Cohorts = cohorts,
            Starts = starts.Value,
            Discounting = rates,
            Grade = grade,
            IsIntended = fields.YesNo("intended"),
            Output = fields.Text("output"),
            Indicator = fields.Text("indicator"),
            Note = fields.Text("note"),
            At = new(fields.File, fields.Line),
        };
        if (appraisal is not null)
        {
            AppraisalReader.CheckReach(fields, outcome.RatesIn(appraisal), appraisal.Years);
        }

        return outcome;
    }

    public static int? Grade(Fields fields)
    {
        int? grade = fields.Whole("grade");
        if (grade is null or (>= 1 and <= 6))
        {
            return grade;
        }

        fields.Tell(fields.LineOf("grade"), $"'grade' is {grade}; allowed: 1 (best) to 6.");
        return null;
    }

    private Formula? Adjustment(Fields fields, string name)
    {
        if (fields.Scalar(name) is not { } scalar)
        {
            return null;
        }

        if (Literal().IsMatch(scalar.Text))
        {
            return Unsourced(fields, scalar, name);
        }

        Formula? share = book.Calculate(fields, name);
        if (share is null)
        {
            return null;
        }

        if (!share.Unit.IsNone)
        {
            fields.Tell(scalar.Line, $"'{name}' is in {share.Unit}, but should be a share.");
            return null;
        }

        if (share.ValueOrNull is not { } value || value is < 0 or > 1)
        {
            fields.Tell(
                scalar.Line,
                $"'{name}' is {scalar.Text} = {(share.ValueOrNull is { } shown ? Figures.Number(shown) : "undefined")}, but a share lies between 0 % and 100 %."
            );
            return null;
        }

        if (share is Formula.Given { Quantity: Parameter { Distribution.Support: var support } } && (support.Low < 0 || support.High > 1))
        {
            fields.Tell(
                scalar.Line,
                $"'{name}' is {scalar.Text}, whose distribution runs from {Figures.Number(support.Low)} to {Figures.Number(support.High)}, but a share lies between 0 % and 100 %."
            );
            return null;
        }

        return share;
    }

    private static Formula? Unsourced(Fields fields, YamlScalar scalar, string name)
    {
        if (fields.ShareIn(scalar, name) is not { } share)
        {
            return null;
        }

        if (share == 0)
        {
            return Formula.Number(0);
        }

        fields.Tell(
            scalar.Line,
            $"'{name}' is {scalar.Text} without a source; only 0% needs none.",
            "Make it a quantity with a source (an assumption is a source, if it says so) and name it here."
        );
        return null;
    }

    private Formula? Duration(Fields fields)
    {
        if (fields.Scalar("lasts") is not { } scalar)
        {
            return null;
        }

        Match match = Length().Match(scalar.Text);
        if (match.Success)
        {
            double number = double.Parse(match.Groups["number"].Value.Replace('−', '-'), CultureInfo.InvariantCulture);
            double years = match.Groups["unit"].Value switch
            {
                "month" => number / 12,
                "week" => number / 52,
                _ => number,
            };
            if (years is > 0 and <= Appraisal.MaximumYears)
            {
                return Formula.Number(years, Unit.Year, "how long the outcome lasts");
            }

            fields.Tell(scalar.Line, $"'lasts' is {scalar.Text}; an outcome lasts longer than nothing and at most {Appraisal.MaximumYears} years.");
            return null;
        }

        if (Literal().IsMatch(scalar.Text))
        {
            fields.Tell(scalar.Line, $"'lasts' is {scalar.Text} without a unit.", $"Write {scalar.Text} years or {scalar.Text} months.");
            return null;
        }

        if (OtherLength().Match(scalar.Text) is { Success: true } other)
        {
            string[] units = ["years", "months", "weeks"];
            fields.Tell(
                scalar.Line,
                $"'lasts' is {scalar.Text}; a length of time is a number of {string.Join(", ", units)}.{Nearest.Hint(other.Groups["unit"].Value, units)}"
            );
            return null;
        }

        Formula? duration = book.Calculate(fields, "lasts");
        if (duration is null || duration.Unit == Unit.Year)
        {
            return Positive(fields, scalar, duration);
        }

        if (duration.Unit == Unit.Of("month"))
        {
            return Positive(fields, scalar, duration / Formula.Number(12, Unit.Of("month") / Unit.Year, "months in a year"));
        }

        fields.Tell(scalar.Line, $"'lasts' is {duration.Unit.Phrase}, but should be in year or month.");
        return null;
    }

    private static Formula? Positive(Fields fields, YamlScalar scalar, Formula? duration)
    {
        if (duration is null || duration.ValueOrNull is > 0 and <= Appraisal.MaximumYears)
        {
            return duration;
        }

        fields.Tell(scalar.Line, $"'lasts' is {scalar.Text}; an outcome lasts longer than nothing and at most {Appraisal.MaximumYears} years.");
        return null;
    }

    private int? Starts(Fields fields)
    {
        if (fields.Text("starts") is not { } text)
        {
            return 1;
        }

        Match match = YearText().Match(text);
        if (
            match.Success
            && int.TryParse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year >= 1
            && year <= (appraisal?.Years ?? Appraisal.MaximumYears)
        )
        {
            return year;
        }

        fields.Tell(
            fields.LineOf("starts"),
            $"'starts' is '{text}'; write year 1 (in the period of activity), year 2 (in the period after) and so on, within the appraisal.",
            AsciiForm.Remedy(text)
        );
        return null;
    }

    private StreamRates? Rates(Fields fields)
    {
        if (fields.Text("discounting") is not { } text || appraisal is null)
        {
            return null;
        }

        foreach (RateColumn column in Enum.GetValues<RateColumn>())
        {
            if (text == DiscountSchedule.Name(column))
            {
                if (appraisal.Discounting.Has(column))
                {
                    return new(appraisal.Discounting, column);
                }

                fields.Tell(fields.LineOf("discounting"), $"'discounting' is {text}, but the schedule {appraisal.Discounting.Id} has no such rates.");
                return null;
            }
        }

        (DiscountSchedule? schedule, RateColumn rates) = new AppraisalReader(library, problems).Schedule(
            fields,
            "discounting",
            [.. appraisal.Discounting.Columns.Select(DiscountSchedule.Name)]
        );
        return schedule is null ? null : new(schedule, rates);
    }

    [GeneratedRegex(@"\A[-+]?[0-9.,]+ *%?\z")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\A(?<number>[-+−]?[0-9]+(\.[0-9]+)?) *(?<unit>year|month|week)s?\z")]
    private static partial Regex Length();

    [GeneratedRegex(@"\A[-+−]?[0-9]+(\.[0-9]+)? *(?<unit>[A-Za-z]+)\z")]
    private static partial Regex OtherLength();

    [GeneratedRegex(@"\A(year +)?(?<year>[0-9]{1,3})\z")]
    private static partial Regex YearText();
}
