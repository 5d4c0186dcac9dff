using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Model;

/// <summary>Reads one row of the value map and checks that its units make money of a year.</summary>
internal sealed partial class OutcomeReader(ParameterLibrary library, QuantityBook book, Appraisal? appraisal, ProblemList problems)
{
    private readonly ParameterReader _reader = library.Reader(problems);

    public Outcome? Read(Fields fields)
    {
        Party? stakeholder = fields.Text("stakeholder") is { } name ? _reader.PartyOf(fields, fields.LineOf("stakeholder"), name) : null;
        Formula? quantity = book.Calculate(fields, "quantity");
        Formula? value = book.Calculate(fields, "proxy");
        CheckUnits(fields, quantity, value);
        FinancialProxy? proxy = value is null || stakeholder is null ? null : Proxy(fields, value, stakeholder);
        Formula? duration = Duration(fields);
        Formula? deadweight = Adjustment(fields, "deadweight"), displacement = Adjustment(fields, "displacement");
        Formula? attribution = Adjustment(fields, "attribution"), dropOff = Adjustment(fields, "drop_off");
        ImmutableArray<int> cohorts = fields.Has("cohorts") ? MapReader.Years(fields, "cohorts", first: 1, appraisal?.Years) : [1];
        int? starts = Starts(fields);
        int? grade = Grade(fields);
        StreamRates? rates = Rates(fields);
        if (fields.Text("id") is not { } id || fields.Text("change") is not { } change || quantity is null || proxy is null || duration is null
            || deadweight is null || displacement is null || attribution is null || dropOff is null || starts is null)
        {
            return null;
        }

        return new()
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

    private static void CheckUnits(Fields fields, Formula? quantity, Formula? proxy)
    {
        if (quantity is null || proxy is null)
        {
            return;
        }

        Unit product = quantity.Unit * proxy.Unit;
        if (product != Unit.Pounds && product != Unit.Pounds / Unit.Year)
        {
            fields.Tell(fields.LineOf("proxy"),
                $"the quantity is in {quantity.Unit} but the proxy {fields.Text("proxy")} is in {proxy.Unit}, so their product is in {product}, not money of a year (GBP or GBP/year).",
                Remedy(quantity.Unit, proxy.Unit));
        }
    }

    private static string Remedy(Unit quantity, Unit proxy)
    {
        Unit wanted = Unit.Pounds / Unit.Year / quantity;
        return proxy.IsMoney
            ? $"Use a proxy in {(quantity * Unit.Pounds / quantity == Unit.Pounds && quantity.Text.EndsWith("/year", StringComparison.Ordinal) ? wanted : Unit.Pounds / quantity)}, or count the quantity in {Unit.Pounds / proxy}/year."
            : "A proxy is money per unit of the quantity, such as GBP/attendance.";
    }

    private FinancialProxy? Proxy(Fields fields, Formula value, Party stakeholder)
    {
        ImmutableArray<Parameter> money = [.. value.Parameters().Where(p => p.Unit.IsMoney)];
        ImmutableArray<PartyShare> gains = fields.Has("gains_to") ? _reader.SharesOf(fields, "gains_to", whole: null) : Saved(fields, money, stakeholder);
        BenefitKind? benefit = fields.Has("benefit") ? ParameterReader.BenefitOf(fields.Word("benefit")) : Common(fields, "benefit", money.Select(p => p.Benefit));
        Share? cashable = fields.Has("cashable") ? fields.Share("cashable") is { } share ? Share.Of(share) : null : Common(fields, "cashable", money.Select(p => p.Cashable)) ?? Share.Of(0);
        if (benefit is null && !fields.Has("benefit") && !money.IsEmpty)
        {
            fields.Tell(fields.LineOf("proxy"), $"the proxy {fields.Text("proxy")} does not say what kind of benefit it is.", "Add 'benefit: fiscal', 'economic' or 'social' to the outcome.");
        }

        if (benefit == BenefitKind.Fiscal && gains.FirstOrDefault(g => !g.Party.IsPublic) is { } other)
        {
            fields.Tell(fields.LineOf(fields.Has("gains_to") ? "gains_to" : "proxy"), $"the benefit is fiscal, but {other.Party.Id} is not a public body.",
                "Say 'gains_to' whose budget it saves, or give another 'benefit'.");
        }

        return benefit is null || cashable is null || gains.IsEmpty ? null : new(value, gains, benefit.Value, cashable.Value);
    }

    private static ImmutableArray<PartyShare> Saved(Fields fields, ImmutableArray<Parameter> money, Party stakeholder)
    {
        List<ImmutableArray<PartyShare>> saved = [.. money.Select(p => p.Saves).DistinctBy(s => string.Join(',', s.Select(part => $"{part.Party.Id}={part.Part.Value:R}")))];
        if (saved.Count > 1)
        {
            fields.Tell(fields.LineOf("proxy"), "the costs in the proxy save different budgets.", "Say 'gains_to' whose the benefit is.");
            return [];
        }

        return saved.Count == 1 && !saved[0].IsEmpty ? saved[0] : [new(stakeholder, Share.Of(1))];
    }

    private static T? Common<T>(Fields fields, string name, IEnumerable<T?> values)
        where T : struct
    {
        List<T?> distinct = [.. values.Where(v => v is not null).Distinct()];
        if (distinct.Count > 1)
        {
            fields.Tell(fields.LineOf("proxy"), $"the costs in the proxy have different '{name}'.", $"Say '{name}' on the outcome.");
        }

        return distinct.Count == 1 ? distinct[0] : null;
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
            fields.Tell(scalar.Line, $"'{name}' is {scalar.Text} = {(share.ValueOrNull is { } shown ? Figures.Number(shown) : "undefined")}, but a share lies between 0 % and 100 %.");
            return null;
        }

        if (share is Formula.Given { Quantity: Parameter { Distribution.Support: var support } } && (support.Low < 0 || support.High > 1))
        {
            fields.Tell(scalar.Line, $"'{name}' is {scalar.Text}, whose distribution runs from {Figures.Number(support.Low)} to {Figures.Number(support.High)}, but a share lies between 0 % and 100 %.");
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

        fields.Tell(scalar.Line, $"'{name}' is {scalar.Text} without a source; only 0% needs none.",
            "Make it a quantity with a source (an assumption is a source, if it says so) and name it here.");
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
            double number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            double years = match.Groups["unit"].Value switch { "month" => number / 12, "week" => number / 52, _ => number };
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

        Formula? duration = book.Calculate(fields, "lasts");
        if (duration is null || duration.Unit == Unit.Year)
        {
            return Positive(fields, scalar, duration);
        }

        if (duration.Unit == Unit.Of("month"))
        {
            return Positive(fields, scalar, duration / Formula.Number(12, Unit.Of("month") / Unit.Year, "months in a year"));
        }

        fields.Tell(scalar.Line, $"'lasts' is in {duration.Unit}, but should be in year or month.");
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
        if (match.Success && int.TryParse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year >= 1 && year <= (appraisal?.Years ?? Appraisal.MaximumYears))
        {
            return year;
        }

        fields.Tell(fields.LineOf("starts"), $"'starts' is '{text}'; write year 1 (in the period of activity), year 2 (in the period after) and so on, within the appraisal.");
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
                if (appraisal.Discounting.Columns.ContainsKey(column))
                {
                    return new(appraisal.Discounting, column);
                }

                fields.Tell(fields.LineOf("discounting"), $"'discounting' is {text}, but the schedule {appraisal.Discounting.Id} has no such rates.");
                return null;
            }
        }

        (DiscountSchedule? schedule, RateColumn rates) = new AppraisalReader(library, problems).Schedule(fields, "discounting");
        return schedule is null ? null : new(schedule, rates);
    }

    [GeneratedRegex(@"^[-+]?[\d.,]+\s*%?$")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?)\s*(?<unit>year|month|week)s?$")]
    private static partial Regex Length();

    [GeneratedRegex(@"^(year\s+)?(?<year>\d{1,3})$")]
    private static partial Regex YearText();
}
