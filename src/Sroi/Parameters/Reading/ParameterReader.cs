using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>Turns a block of fields into a parameter; errors are reported, and the parameter is then null.</summary>
internal sealed partial class ParameterReader(
    IReadOnlyDictionary<string, Party> parties,
    IReadOnlyDictionary<string, PriceIndex> indices,
    ProblemList problems
)
{
    private static readonly string[] EffectMeasures =
    [
        "rate_ratio",
        "risk_ratio",
        "odds_ratio",
        "hazard_ratio",
        "risk_difference",
        "mean_difference",
        "standardised_difference",
        "count",
    ];

    /// <summary>Reads the parameter at the prices of <paramref name="appraisalYear"/>, before uprating.</summary>
    /// <param name="id">The full id.</param>
    /// <param name="fields">The block, whose form includes <see cref="ParameterForms.ParameterFields"/>.</param>
    /// <param name="appraisalYear">Which of several dated values applies; null for the latest.</param>
    public Parameter? Read(string id, Fields fields, PriceYear? appraisalYear)
    {
        int before = problems.Count;
        Unit? unit = ReadUnit(fields);
        string? measure = fields.Word("measure");
        bool isShare = fields.Text("unit") == "share" && !EffectMeasures.Contains(measure);
        bool dated = fields.Has("values");
        if (dated && fields.Has("value"))
        {
            fields.Tell(fields.LineOf("values"), "'value' and 'values' are both given.", "Keep one of them.");
        }

        DatedValue? chosen = dated ? new DatedValueReader(problems).Choose(fields, isShare, appraisalYear) : null;
        double? value =
            dated ? chosen?.Value
            : isShare ? fields.Share("value")
            : fields.Number("value");
        Distribution? distribution = DistributionReader.Read(fields, "distribution", value, problems);
        value ??= distribution?.Mean;
        CheckValue(fields, value, distribution, isShare, chosen is null || chosen.IsFirst);
        PriceYear? priceYear = PriceYearOf(fields, unit, chosen);
        IndexCheck.Tell(fields, unit, indices);
        ImmutableArray<PartyShare> saves = Saves(fields, value);
        Evidence? evidence = ReadEvidence(fields, measure);
        Source? own = SourceReader.Read(fields),
            source = chosen?.Source ?? own;
        Variation? variation = ReadVariation(fields, isShare);
        int? grade = Grade(fields);
        Share? cashable = fields.Share("cashable") is { } cash ? Share.Of(cash) : null;
        if (problems.Count > before || unit is null || value is null || (unit.IsMoney && priceYear is null))
        {
            return null;
        }

        distribution ??= new Distribution.Fixed(value.Value);
        return new(id, value.Value, unit, priceYear)
        {
            Label = fields.Text("label") ?? id[(id.LastIndexOf('.') + 1)..].Replace('_', ' '),
            Distribution =
                chosen is { IsFirst: false } && !distribution.IsFixed ? new Distribution.Affine(distribution, value.Value / chosen.First, 0)
                : distribution.IsFixed ? new Distribution.Fixed(value.Value)
                : distribution,
            Source = source,
            IsShare = isShare,
            Confidence = ConfidenceOf(fields.Word("confidence")),
            Grade = grade,
            Index = fields.Text("index"),
            Saves = saves,
            Benefit = BenefitOf(fields.Word("benefit")),
            Cashable = cashable,
            IsTransfer = fields.YesNo("transfer") == true,
            Evidence = evidence,
            Edition = fields.Text("edition"),
            Variation = variation,
            Synonyms = [.. fields.Words("also")],
            Licence = fields.Text("licence"),
            Note = fields.Text("note"),
            Weakness = fields.Text("weakness"),
            Disclosure = fields.Text("disclosure"),
            At = new(fields.File, fields.Line),
        };
    }

    /// <summary>The GMCA confidence grade, 1 (best) to 6; null if there is none.</summary>
    public static int? Grade(Fields fields) => Between(fields, "grade", 1, 6);

    public static Confidence ConfidenceOf(string? word) =>
        word switch
        {
            "low" => Confidence.Low,
            "medium" => Confidence.Medium,
            "high" => Confidence.High,
            _ => Confidence.Unstated,
        };

    public static BenefitKind? BenefitOf(string? word) =>
        word switch
        {
            "fiscal" => BenefitKind.Fiscal,
            "economic" => BenefitKind.Economic,
            "social" => BenefitKind.Social,
            _ => null,
        };

    public Party? PartyOf(Fields fields, int line, string id)
    {
        if (parties.TryGetValue(id, out Party? party))
        {
            return party;
        }

        fields.Tell(
            line,
            $"'{id}' is not a party.{Nearest.Hint(id, parties.Keys)}",
            "Parties are listed in appraisal/parties.yaml; a scenario may have its own under 'parties'."
        );
        return null;
    }

    /// <summary>Whose a saving is: a party, or parties with their parts, as shares of <paramref name="whole"/> or of 1.</summary>
    public ImmutableArray<PartyShare> SharesOf(Fields fields, string name, double? whole)
    {
        if (fields[name] is YamlScalar scalar)
        {
            return PartyOf(fields, scalar.Line, scalar.Text) is { } only ? [new(only, Share.Of(1))] : [];
        }

        List<(Party? Party, double Part)> parts =
        [
            .. fields
                .Entries(name)
                .Select(entry => (PartyOf(fields, entry.Line, entry.Name), fields.NumberOf(entry, $"{name}.{entry.Name}")))
                .Where(part => part.Item2 is not null)
                .Select(part => (part.Item1, part.Item2!.Value)),
        ];
        double sum = parts.Sum(part => part.Part);
        bool fits = Math.Abs(sum - 1) <= 1e-9 || (whole is { } value && Math.Abs(sum - value) <= 1e-9 * Math.Abs(value));
        if (parts.Count > 0 && (!fits || parts.Any(part => part.Part < 0)))
        {
            fields.Tell(
                fields.LineOf(name),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the parts of '{name}' sum to {sum}, but should sum to the value{(whole is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({whole})"))} or to 100%, none of them negative."
                )
            );
            return [];
        }

        return [.. parts.Where(part => part.Party is not null).Select(part => new PartyShare(part.Party!, Share.Of(Math.Min(1, part.Part / sum))))];
    }

    private static Unit? ReadUnit(Fields fields)
    {
        if (fields.Scalar("unit") is not { } scalar)
        {
            return null;
        }

        if (Unit.TryParse(scalar.Text, out Unit? unit))
        {
            if (ForeignCurrency().Match(scalar.Text) is { Success: true } foreign)
            {
                fields.Tell(
                    scalar.Line,
                    $"'unit' is in {foreign.Value}; this library values in GBP only.",
                    "Convert the sum to pounds, say in the note how, and use the price year of the conversion."
                );
                return null;
            }

            return unit;
        }

        fields.Tell(
            scalar.Line,
            $"'unit' is {scalar.Kind}, which is not a unit.",
            "Write words divided by words, such as attendance/person/year or GBP/attendance; use _ inside a word (bed_day)."
        );
        return null;
    }

    [GeneratedRegex(@"\b(?!GBP\b)[A-Z]{3}\b")]
    private static partial Regex ForeignCurrency();

    private static PriceYear? PriceYearOf(Fields fields, Unit? unit, DatedValue? chosen)
    {
        PriceYear? year = fields.Year("price_year");
        if (unit is null)
        {
            return null;
        }

        if (unit.IsMoney && year is null && chosen is null && !fields.IsWritten("price_year") && !fields.IsWritten("values"))
        {
            fields.Tell(fields.Line, $"'price_year' is missing: {unit} is money, and money needs the year whose prices it is in.");
        }
        else if (!unit.IsMoney && year is not null)
        {
            fields.Tell(fields.LineOf("price_year"), $"'price_year' is given, but {unit} is not money.");
        }
        else if (year is not null && chosen is not null)
        {
            fields.Tell(fields.LineOf("price_year"), "'price_year' is given with 'values', whose keys are the price years.", "Remove it.");
        }

        return unit.IsMoney ? chosen?.Year ?? year : null;
    }

    private static void CheckValue(Fields fields, double? value, Distribution? distribution, bool isShare, bool comparesToSpread)
    {
        if (value is null && !fields.IsWritten("value") && !fields.IsWritten("values") && !fields.IsWritten("distribution"))
        {
            fields.Tell(fields.Line, "'value' is missing (the base value; it may be omitted if a distribution gives the mean).");
        }

        if (value is null || distribution is null)
        {
            return;
        }

        int line = fields.LineOf(fields.Has("value") ? "value" : "distribution");
        if (comparesToSpread && !distribution.Support.Contains(value.Value))
        {
            fields.Tell(
                line,
                $"the value {Figures.Number(value.Value)} lies outside its distribution, which runs from "
                    + $"{Bound(distribution.Support.Low)} to {Bound(distribution.Support.High)}."
            );
        }

        if (isShare && (distribution.Support.Low < 0 || distribution.Support.High > 1))
        {
            fields.Tell(
                fields.LineOf("distribution"),
                $"a share lies between 0 % and 100 %, but its distribution runs from "
                    + $"{Bound(distribution.Support.Low)} to {Bound(distribution.Support.High)}.",
                "For a factor that may exceed 1 write 'unit: ratio'."
            );
        }
    }

    private static string Bound(double bound) => double.IsInfinity(bound) ? (bound < 0 ? "−∞" : "∞") : Figures.Number(bound);

    private ImmutableArray<PartyShare> Saves(Fields fields, double? value) => fields.Has("saves") ? SharesOf(fields, "saves", value) : [];

    private Variation? ReadVariation(Fields fields, bool isShare)
    {
        if (fields.Block("variation", ParameterForms.Variation) is not { } block || block.Word("between") is not { } between)
        {
            return null;
        }

        Distribution? distribution = DistributionReader.Read(block, "distribution", null, problems);
        if (isShare && distribution is { Support: var (low, high) } && (low < 0 || high > 1))
        {
            block.Tell(block.LineOf("distribution"), "a share lies between 0 % and 100 %, but its variation goes beyond.");
        }

        return distribution is null ? null : new(Enum.Parse<VariationBetween>(between, ignoreCase: true), distribution);
    }

    private static Evidence? ReadEvidence(Fields fields, string? measure)
    {
        Evidence evidence = new()
        {
            Measure = measure,
            Design = fields.Word("design"),
            MarylandScale = Between(fields, "sms", 1, 5),
            IsControlled = fields.YesNo("controlled"),
            IsSelfReported = fields.YesNo("self_report"),
            Country = fields.Text("country"),
        };
        return evidence == new Evidence() ? null : evidence;
    }

    private static int? Between(Fields fields, string name, int low, int high)
    {
        int? whole = fields.Whole(name);
        if (whole is null || (whole >= low && whole <= high))
        {
            return whole;
        }

        fields.Tell(fields.LineOf(name), $"'{name}' is {whole}; allowed: {low} to {high}.");
        return null;
    }
}
