using static Sroi.Parameters.Reading.Field;
using static Sroi.Parameters.Reading.FieldKind;

namespace Sroi.Parameters.Reading;

/// <summary>The forms of parameter files, overlays and appraisal data.</summary>
internal static class ParameterForms
{
    public static readonly string[] SourceKinds = ["publication", "statistics", "records", "definition", "assumption"];

    public static readonly Form Source = new(
        "a source",
        "Where a number comes from.",
        Required("title", new Text(), "the title of the document, or Assumption"),
        Optional("kind", new OneWordOf(SourceKinds), "the kind of source; by default publication"),
        Optional("author", new Text(), "who wrote it"),
        Optional("publisher", new Text(), "who published it"),
        Optional("year", new Text(), "when it was published"),
        Optional("locator", new Text(), "table, page or paragraph"),
        Optional("key", new Text(), "the row of the table, by which an importer finds it in a new edition"),
        Optional("url", new Text(), "where it can be read"),
        Optional("note", new Text(), "what the reader should know; for an assumption, why this value")
    );

    public static readonly Form DatedValue = new(
        "a dated value",
        "The value of one year.",
        Required("value", new Number(), "the value in that year's prices"),
        Optional("source", new Block(Source), "where it comes from; by default the parameter's own source"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Variation = new(
        "a variation",
        "How an average differs between those it is taken over.",
        Required("between", new OneWordOf("providers", "areas", "kinds"), "between what it varies"),
        Required("distribution", new Block(DistributionForms.Any), "how the figure is distributed over them")
    );

    public static readonly Field[] ParameterFields =
    [
        Optional("label", new Text(), "what it is, in words"),
        Optional("value", new Number(), "the base value; by default the mean of the distribution"),
        Optional("values", new MapOf(new AnyOf(new Number(), new Block(DatedValue))), "values by price year, instead of one value"),
        Required("unit", new Text(), "what it counts, such as GBP/attendance, attendance/person/year, share"),
        Optional("price_year", new Year(), "for money: the year whose prices it is in"),
        Optional("index", new Text(), "for money: the price index it is uprated by"),
        Optional("distribution", new AnyOf(new OneWordOf("fixed"), new Block(DistributionForms.Any)), "how uncertain it is"),
        Optional("variation", new Block(Variation), "how it differs between providers, areas or kinds, which is not how uncertain the average is"),
        Optional("saves", new AnyOf(new Text(), new MapOf(new Number())), "whose budget it saves: a party, or parties with their parts"),
        Optional(
            "benefit",
            new OneWordOf("fiscal", "economic", "social"),
            "what kind of benefit it is; needed in a proxy, unless the outcome says it"
        ),
        Optional("cashable", new Number(), "the share that can be released as cash"),
        Optional("transfer", new YesNo(), "whether it passes between parties, like a benefit payment, and so is no gain to society"),
        Optional("confidence", new OneWordOf("low", "medium", "high"), "how far it can be trusted"),
        Optional("grade", new Whole(), "the GMCA confidence grade, 1 (best) to 6"),
        Optional(
            "measure",
            new OneWordOf(
                "rate_ratio",
                "risk_ratio",
                "odds_ratio",
                "hazard_ratio",
                "risk_difference",
                "mean_difference",
                "standardised_difference",
                "proportion",
                "count"
            ),
            "what kind of effect it is"
        ),
        Optional(
            "design",
            new OneWordOf("randomised", "matched", "meta-analysis", "cross-sectional", "before-after", "single-arm", "expert-judgement"),
            "how it was studied"
        ),
        Optional("sms", new Whole(), "the Maryland scientific methods scale, 1 (before and after) to 5 (randomised)"),
        Optional("controlled", new YesNo(), "whether there was a control group"),
        Optional("self_report", new YesNo(), "whether people reported on themselves"),
        Optional("country", new Text(), "the country it was studied in, as ISO code"),
        Optional("weakness", new Text(), "the weakness of the evidence, in plain words"),
        Optional(
            "disclosure",
            new Text(),
            "what must be said beside every figure that uses it: links of authors with the service, adjusted estimates"
        ),
        Optional("source", new Block(Source), "where it comes from"),
        Optional("edition", new Text(), "the edition of the source, such as 2024/25 or v1.4"),
        Optional("licence", new Text(), "what may be done with the figure"),
        Optional("also", new ListOf(new Text()), "other words by which people look for it"),
        Optional("note", new Text(), "what the reader should know"),
    ];

    public static readonly Form Parameter = new("a parameter", "A sourced number.", ParameterFields);

    public static readonly Form Change = new(
        "a change",
        "A new value for a number.",
        Optional("value", new Number(), "the new value"),
        Optional("unit", new Text(), "the unit of the new value; must be that of the number it replaces"),
        Optional("price_year", new Year(), "for money: the year whose prices the new value is in"),
        Optional(
            "distribution",
            new AnyOf(new OneWordOf("fixed"), new Block(DistributionForms.Any)),
            "the new spread; by default the old one, moved to the new value"
        ),
        Optional("confidence", new OneWordOf("low", "medium", "high"), "how far the new value can be trusted; not stated by default"),
        Optional("grade", new Whole(), "the GMCA confidence grade of the new value, 1 (best) to 6"),
        Optional("why", new Text(), "why it is changed"),
        Optional("source", new Block(Source), "where the new value comes from"),
        Optional("edition", new Text(), "the edition of the source of the new value"),
        Optional("licence", new Text(), "what may be done with the new value"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Overlay = new(
        "an overlay",
        "Changes applied over the parameters.",
        Required("title", new Text(), "what the changes are, in words"),
        Optional("author", new Text(), "who made them"),
        Optional("date", new Date(), "when: a day, a month or a year"),
        Optional("note", new Text(), "what the reader should know"),
        Optional("case", new Text(), "the scenario whose short names are used under 'set'"),
        Required(
            "set",
            new MapOf(new AnyOf(new Number(), new Block(Change))),
            "new values by the full id of the parameter, or by its name in the case"
        )
    );

    public static readonly Form Party = new(
        "a party",
        "A person or organisation that pays, gains or experiences a change.",
        Required("label", new Text(), "the name in words"),
        Required("public", new YesNo(), "whether it is a public body, whose savings are fiscal")
    );

    public static readonly Form EarlierFigure = new(
        "an earlier figure",
        "What an earlier edition said of a year.",
        Required("value", new Number(), "the level, or the yearly change"),
        Required("edition", new Text(), "the edition that said so")
    );

    public static readonly Form Bank = new(
        "a bank of values",
        "A folder of the user's own numbers.",
        Required("title", new Text(), "what it is"),
        Required("licence", new Text(), "under which terms its numbers may be used"),
        Optional("quote", new YesNo(), "whether the licence allows single numbers to be quoted in a report; no by default"),
        Optional("holder", new Text(), "who holds the licence"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form IndexYear = new(
        "an index year",
        "The index in one year.",
        Required("value", new Number(), "the level, or the yearly change"),
        Optional("forecast", new YesNo(), "whether it is a forecast"),
        Optional("provisional", new YesNo(), "whether it is provisional"),
        Optional("edition", new Text(), "the edition that the figure is from, where it is not that of the index"),
        Optional("earlier", new Block(EarlierFigure), "what an earlier edition said")
    );

    public static readonly Form Index = new(
        "a price index",
        "Prices of years against one another: levels, or yearly changes.",
        Required("label", new Text(), "the name in words"),
        Optional("base", new Year(), "the year whose level is 100"),
        Optional("financial_years", new MapOf(new AnyOf(new Number(), new Block(IndexYear))), "the level of each financial year"),
        Optional(
            "calendar_years",
            new MapOf(new AnyOf(new Number(), new Block(IndexYear))),
            "published calendar levels, kept as a check; not used to uprate"
        ),
        Optional(
            "yearly_change",
            new MapOf(new AnyOf(new Number(), new Block(IndexYear))),
            "the change from the year before, for each financial year"
        ),
        Optional("chained_with", new Text(), "the index that continues this one outside its years; for yearly changes by default gdp_deflator"),
        Optional("rule", new OneWordOf("wellby"), "a rule in place of figures: deflator × growth of real income per head ^ elasticity"),
        Optional("deflator", new Text(), "with rule: the index of prices"),
        Optional("real_income", new Text(), "with rule: the index of real income per head; omit if there is none"),
        Optional("real_income_elasticity", new Number(), "with rule: the elasticity of marginal utility"),
        Required("source", new Block(Source), "where it comes from"),
        Optional("edition", new Text(), "the edition of the source, such as March 2026"),
        Optional("licence", new Text(), "what may be done with the figures"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Band = new(
        "a band",
        "A rate that holds up to a year.",
        Optional("to_year", new Whole(), "the last elapsed year; by default no end"),
        Required("rate", new Number(), "the yearly rate"),
        Optional("distribution", new AnyOf(new OneWordOf("fixed"), new Block(DistributionForms.Any)), "how uncertain it is; by default fixed")
    );

    public static readonly Form Schedule = new(
        "a discount schedule",
        "Discount rates by elapsed year.",
        Required("label", new Text(), "the name in words"),
        Required("standard", new ListOf(new Block(Band)), "rates of money"),
        Optional("health", new AnyOf(new OneWordOf("same"), new ListOf(new Block(Band))), "rates of WELLBYs and QALYs"),
        Optional("sensitivity", new AnyOf(new OneWordOf("same"), new ListOf(new Block(Band))), "rates of a sensitivity test"),
        Required("source", new Block(Source), "where it comes from"),
        Optional("licence", new Text(), "what may be done with the figures"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form GradeCorrection = new(
        "a grade's correction",
        "How far benefits are cut and costs raised.",
        Required("benefits", new Number(), "the share by which benefits are cut"),
        Required("costs", new Number(), "the share by which costs are raised")
    );

    public static readonly Form OptimismBias = new(
        "an optimism correction",
        "Corrections by confidence grade.",
        Required("label", new Text(), "the name in words"),
        Required("grades", new MapOf(new Block(GradeCorrection)), "by grade, 1 (best) to 6"),
        Required("source", new Block(Source), "where it comes from"),
        Optional("licence", new Text(), "what may be done with the figures"),
        Optional("note", new Text(), "what the reader should know")
    );
}
