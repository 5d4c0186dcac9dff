using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Reads the frame of an appraisal, with what a variant changes in it.</summary>
internal sealed class AppraisalReader(ParameterLibrary library, ProblemList problems)
{
    public Appraisal? Read(Fields scenario, Fields? variant)
    {
        if (scenario.Block("appraisal", ScenarioForms.Appraisal) is not { } written)
        {
            return null;
        }

        Fields? change = variant?.Block("appraisal", ScenarioForms.AppraisalChange);
        Fields From(string name) => change?.Has(name) == true ? change : written;
        int before = problems.Count;
        PriceYear? prices = From("price_year").Year("price_year"),
            first = From("first_year").Year("first_year");
        (DiscountSchedule? schedule, RateColumn column) = Schedule(From("discounting"), "discounting");
        DiscountTiming? timing = Timing(From("timing").Word("timing"));
        int? years = Years(From("years"));
        OptimismBias? bias = Bias(From("optimism_bias"));
        if (schedule is not null && years is { } horizon)
        {
            CheckReach(From("discounting"), new(schedule, column), horizon);
        }

        return problems.Count > before || prices is null || first is null || schedule is null || timing is null || years is null
            ? null
            : new()
            {
                PriceYear = prices.Value,
                FirstYear = first.Value,
                Discounting = schedule,
                Rates = column,
                Timing = timing.Value,
                Years = years.Value,
                OptimismBias = bias,
            };
    }

    /// <summary>Where the year of the appraisal's prices is written: in the variant, where that changes it.</summary>
    public static FilePosition? PriceYearAt(Fields scenario, Fields? variant) =>
        new[] { variant, scenario }
            .OfType<Fields>()
            .Select(fields => (fields["appraisal"] as YamlMap)?.Field("price_year") is { } year ? new FilePosition(fields.File, year.Line) : null)
            .FirstOrDefault(at => at is not null);

    /// <summary>A schedule by its id, or one of its columns by <c>id.sensitivity</c>.</summary>
    /// <param name="fields">The block that names it.</param>
    /// <param name="name">The field.</param>
    /// <param name="columns">The rates that may be named instead, for the nearest match.</param>
    public (DiscountSchedule? Schedule, RateColumn Column) Schedule(Fields fields, string name, params string[] columns)
    {
        if (fields.Text(name) is not { } text)
        {
            return (null, RateColumn.Standard);
        }

        string[] parts = text.Split('.');
        if (!library.Schedules.TryGetValue(parts[0], out DiscountSchedule? schedule))
        {
            fields.Tell(
                fields.LineOf(name),
                $"'{name}' is '{text}', which is not a discount schedule.{Nearest.Hint(text, columns.Concat(library.Schedules.Keys))}",
                $"Allowed: {string.Join(", ", columns.Concat(library.Schedules.Keys))}."
            );
            return (null, RateColumn.Standard);
        }

        if (parts.Length == 1)
        {
            return (schedule, RateColumn.Standard);
        }

        foreach (RateColumn column in Enum.GetValues<RateColumn>())
        {
            if (parts.Length == 2 && DiscountSchedule.Name(column) == parts[1] && schedule.Has(column))
            {
                return (schedule, column);
            }
        }

        fields.Tell(
            fields.LineOf(name),
            $"'{name}' is '{text}', but {parts[0]} has no such rates; it has: {string.Join(", ", schedule.Columns.Select(DiscountSchedule.Name))}.{Nearest.Hint(parts[^1], schedule.Columns.Select(DiscountSchedule.Name))}"
        );
        return (null, RateColumn.Standard);
    }

    private static DiscountTiming? Timing(string? word) =>
        word switch
        {
            "end-of-year" => DiscountTiming.EndOfYear,
            "start-of-year" => DiscountTiming.StartOfYear,
            "mid-year" => DiscountTiming.MidYear,
            _ => null,
        };

    private static int? Years(Fields fields)
    {
        int? years = fields.Whole("years");
        if (years is null or (>= 1 and <= Appraisal.MaximumYears))
        {
            return years;
        }

        fields.Tell(fields.LineOf("years"), $"'years' is {years}; an appraisal counts 1 to {Appraisal.MaximumYears} years.");
        return null;
    }

    private OptimismBias? Bias(Fields fields)
    {
        if (fields.Text("optimism_bias") is not { } name || name == "none")
        {
            return null;
        }

        if (library.OptimismBiases.TryGetValue(name, out OptimismBias? bias))
        {
            return bias;
        }

        fields.Tell(
            fields.LineOf("optimism_bias"),
            $"'optimism_bias' is '{name}'; allowed: none, {string.Join(", ", library.OptimismBiases.Keys)}.{Nearest.Hint(name, library.OptimismBiases.Keys)}"
        );
        return null;
    }

    /// <summary>Reports rates that end before the appraisal does.</summary>
    public static void CheckReach(Fields fields, StreamRates rates, int years)
    {
        try
        {
            _ = rates.Schedule.Elapsed(years, rates.Column);
        }
        catch (ArgumentException error)
        {
            fields.Tell(fields.LineOf("discounting"), $"'discounting': {ErrorText.FirstSentence(error)}");
        }
    }
}
