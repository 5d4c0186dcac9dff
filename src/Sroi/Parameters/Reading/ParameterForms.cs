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
        Optional("kind", new OneWordOf(SourceKinds), "what kind of thing it is; publication where left out"),
        Optional("author", new Text(), "who wrote it"),
        Optional("publisher", new Text(), "who published it"),
        Optional("year", new Text(), "when it was published"),
        Optional("locator", new Text(), "table, page or paragraph"),
        Optional("url", new Text(), "where it can be read"),
        Optional("note", new Text(), "what the reader should know; for an assumption, why this value")
    );

    public static readonly Form DatedValue = new(
        "a dated value",
        "The value of one year.",
        Required("value", new Number(), "the value in that year's prices"),
        Optional("source", new Block(Source), "where it comes from; the parameter's own source where left out"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Field[] ParameterFields =
    [
        Optional("label", new Text(), "what it is, in words"),
        Optional("value", new Number(), "the base value; the mean of the distribution where left out"),
        Optional("values", new MapOf(new AnyOf(new Number(), new Block(DatedValue))), "values by price year, instead of one value"),
        Required("unit", new Text(), "what it counts, such as GBP/attendance, attendance/person/year, share"),
        Optional("price_year", new Year(), "for money: the year whose prices it is in"),
        Optional("index", new Text(), "for money: the price index it is uprated by"),
        Optional("distribution", new AnyOf(new OneWordOf("fixed"), new Block(DistributionForms.Any)), "how uncertain it is"),
        Optional("saves", new AnyOf(new Text(), new MapOf(new Number())), "whose budget it saves: a party, or parties with their parts"),
        Optional("benefit", new OneWordOf("fiscal", "economic", "social"), "what kind of benefit it is"),
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
        Optional("source", new Block(Source), "where it comes from"),
        Optional("licence", new Text(), "what may be done with the figure"),
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
            "the new spread; the old one moved where left out"
        ),
        Optional("confidence", new OneWordOf("low", "medium", "high"), "how far the new value can be trusted"),
        Optional("why", new Text(), "why it is changed"),
        Optional("source", new Block(Source), "where the new value comes from"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Overlay = new(
        "an overlay",
        "Changes that somebody lays over the parameters.",
        Required("title", new Text(), "what the changes are, in words"),
        Optional("author", new Text(), "who made them"),
        Optional("date", new Date(), "when: a day, a month or a year"),
        Optional("note", new Text(), "what the reader should know"),
        Required("set", new MapOf(new AnyOf(new Number(), new Block(Change))), "new values by the full id of the number")
    );

    public static readonly Form Party = new(
        "a party",
        "Somebody who pays, gains or experiences a change.",
        Required("label", new Text(), "the name in words"),
        Required("public", new YesNo(), "whether it is a public body, whose savings are fiscal")
    );

    public static readonly Form IndexYear = new(
        "an index year",
        "The index in one year.",
        Required("value", new Number(), "the level, or the yearly change"),
        Optional("forecast", new YesNo(), "whether it is a forecast"),
        Optional("provisional", new YesNo(), "whether it is provisional")
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
        Optional("chained_with", new Text(), "the index that continues this one outside its years; gdp_deflator for yearly changes where left out"),
        Optional("rule", new OneWordOf("wellby"), "a rule in place of figures: deflator × growth of real income per head ^ elasticity"),
        Optional("deflator", new Text(), "with rule: the index of prices"),
        Optional("real_income", new Text(), "with rule: the index of real income per head; left out where there is none in hand"),
        Optional("real_income_elasticity", new Number(), "with rule: the elasticity of marginal utility"),
        Required("source", new Block(Source), "where it comes from"),
        Optional("licence", new Text(), "what may be done with the figures"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Band = new(
        "a band",
        "A rate that holds up to a year.",
        Optional("to_year", new Whole(), "the last elapsed year; for ever where left out"),
        Required("rate", new Number(), "the yearly rate"),
        Optional("distribution", new AnyOf(new OneWordOf("fixed"), new Block(DistributionForms.Any)), "how uncertain it is; fixed where left out")
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
