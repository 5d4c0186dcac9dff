using Sroi.Parameters.Reading;
using static Sroi.Parameters.Reading.Field;
using static Sroi.Parameters.Reading.FieldKind;

namespace Sroi.Model.Reading;

/// <summary>The forms of scenario files.</summary>
internal static class ScenarioForms
{
    private static readonly string[] Timings = ["end-of-year", "start-of-year", "mid-year"];
    private static readonly FieldKind WordOrList = new AnyOf(new Whole(), new Text(), new ListOf(new Whole()));

    public static readonly Form Appraisal = new(
        "an appraisal",
        "Prices, years and discounting. Nothing in it has a default.",
        Required("price_year", new Year(), "the year in whose prices all money is stated"),
        Required("discounting", new Text(), "a discount schedule of appraisal/discounting.yaml; add .sensitivity for its lower rates"),
        Required("timing", new OneWordOf(Timings), "when within a year its values fall"),
        Required("first_year", new Year(), "the year that year 1 is"),
        Required("years", new Whole(), "how many years are counted"),
        Optional("optimism_bias", new Text(), "a correction of appraisal/optimism_bias.yaml, or none")
    );

    public static readonly Form AppraisalChange = new(
        "a change of the appraisal",
        "What a variant changes in the frame.",
        [.. Appraisal.Fields.Select(f => f with { IsRequired = false })]
    );

    public static readonly Form Involvement = new(
        "involvement",
        "How stakeholders were asked.",
        Required("how", new Text(), "interviews, a survey, a workshop"),
        Optional("number", new Whole(), "how many"),
        Optional("date", new Date(), "when: a day, a month or a year")
    );

    public static readonly Form Stakeholder = new(
        "a stakeholder",
        "A person or organisation that experiences a change or brings it about.",
        Required("party", new Text(), "a party of appraisal/parties.yaml"),
        Optional("involved", new AnyOf(new OneWordOf("no"), new Block(Involvement)), "how they were asked; no where they were not")
    );

    public static readonly Form Quantity = new(
        "a quantity",
        "A number of this scenario: its own, taken from the library, or calculated.",
        [
            .. ParameterForms.ParameterFields.Select(f => f with { IsRequired = false }),
            Optional("use", new Text(), "the id of a parameter, in place of a value"),
            Optional(
                "provider",
                new OneWordOf("unknown"),
                "with use: draw how it varies between providers or areas, since it is not known which provides"
            ),
            Optional("formula", new Calculation(), "a calculation over other quantities, in place of a value"),
            Optional("ask", new Text(), "in a template: the question whose answer is the value"),
        ]
    );

    public static readonly Form Input = new(
        "an input",
        "Something that was invested.",
        Required("id", new Text(), "its name"),
        Optional("label", new Text(), "what it is, in words"),
        Required("paid_by", new Text(), "the party that pays or gives it"),
        Required("kind", new OneWordOf("cash", "in-kind"), "whether it is paid or given"),
        Required("amount", new Calculation(), "the amount of each listed year, in GBP or GBP/year"),
        Required("years", WordOrList, "the years it falls in: 0, 1, 1..3 or [0, 2]; 0 is at the start"),
        Optional("grade", new Whole(), "the GMCA confidence grade, 1 (best) to 6"),
        Optional(
            "optimism_bias",
            new Calculation(),
            "its own correction: cost × (1 + this × (1 − mitigated)), used where the appraisal asks for a correction"
        ),
        Optional("mitigated", new Calculation(), "with optimism_bias: how much of the risk has been dealt with"),
        Optional("only_in", new ListOf(new Text()), "the variants in which alone it counts"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Outcome = new(
        "an outcome",
        "A change that is valued.",
        Required("id", new Text(), "its name"),
        Required("change", new Text(), "what changes, in words"),
        Optional("intended", new YesNo(), "whether the service means to bring it about"),
        Optional("output", new Text(), "the activity that leads to it"),
        Optional("indicator", new Text(), "what shows that it happened"),
        Required("stakeholder", new Text(), "the party that experiences it"),
        Required("quantity", new Calculation(), "how much there is in one full outcome year of one intake"),
        Required("proxy", new Calculation(), "money per unit of the quantity"),
        Optional("cohorts", WordOrList, "the years in which an intake begins; by default one intake, in year 1"),
        Optional("starts", new Text(), "year 1 (in the period of activity), the default, or year 2 (in the period after)"),
        Required("lasts", new Text(), "2 years, 18 months, or a quantity in years"),
        Required("deadweight", new Calculation(), "the share that would have happened anyway"),
        Required("displacement", new Calculation(), "the share moved from elsewhere"),
        Required("attribution", new Calculation(), "the share caused by others"),
        Required("drop_off", new Calculation(), "the share lost each year after the outcome's first"),
        Optional("gains_to", new AnyOf(new Text(), new MapOf(new Number())), "whose the benefit is, where the proxy does not say"),
        Optional("benefit", new OneWordOf("fiscal", "economic", "social"), "what kind of benefit it is, where the proxy does not say"),
        Optional("cashable", new Number(), "the share that can be released as cash, where the proxy does not say"),
        Optional("discounting", new Text(), "standard, health, sensitivity, or a discount schedule"),
        Optional("grade", new Whole(), "the GMCA confidence grade, 1 (best) to 6; by default the worst of its parameters"),
        Optional("only_in", new ListOf(new Text()), "the variants in which alone it counts"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Transfer = new(
        "a transfer",
        "Money that passes between parties and is no gain to society.",
        Optional("id", new Text(), "its name"),
        Optional("follows", new Text(), "the outcome whose net quantity it follows"),
        Required("from", new Text(), "the party that pays more or receives less"),
        Required("to", new Text(), "the party that receives more or pays less"),
        Optional("per_unit", new Calculation(), "with follows: money per unit of the outcome's quantity"),
        Optional("amount", new Calculation(), "without follows: the amount of each listed year"),
        Optional("years", WordOrList, "without follows: the years it falls in"),
        Required("why", new Text(), "why"),
        Optional("only_in", new ListOf(new Text()), "the variants in which alone it counts")
    );

    public static readonly Form NotValued = new(
        "a change that is not valued",
        "A change that is real but has no value in the figures.",
        Required("change", new Text(), "what changes"),
        Optional("stakeholder", new Text(), "for whom"),
        Required("why", new Text(), "why it is not valued")
    );

    public static readonly Form BreakEven = new(
        "a break-even",
        "What would be enough for the case to pay for itself, said in a sentence.",
        Required("says", new Text(), "the sentence, with {value} where the value goes, or {share} for a share in per cent"),
        Required("solve", new Text(), "the number that is solved for"),
        Optional("outcome", new Block(Outcome), "an outcome that is asked about here and counted nowhere else")
    );

    public static readonly Form CostPer = new(
        "a unit of cost",
        "Something that the cost is stated for each of.",
        Required("label", new Text(), "one of them, in words: a bed, a protected night"),
        Required("number", new Calculation(), "how many there are over the appraisal")
    );

    public static readonly Form Correlation = new(
        "a correlation",
        "Numbers that move together.",
        Required("between", new ListOf(new Text()), "two or more quantities"),
        Optional("spearman", new Number(), "the target rank correlation, −1 to 1"),
        Optional("kendall", new Number(), "the target τ, −1 to 1"),
        Optional("why", new Text(), "why they move together")
    );

    public static readonly Form Weights = new(
        "distributional weights",
        "w = (median income ÷ group income)^η, beside the unweighted result.",
        Required("median_income", new Calculation(), "the median income"),
        Required("eta", new Calculation(), "the elasticity of marginal utility, 1.3 in the Green Book"),
        Required("groups", new MapOf(new Calculation()), "the income of each party that is weighted")
    );

    public static readonly Form Baseline = new(
        "usual care",
        "What happens without the service; results are the difference.",
        Optional("inputs", OrNone(new Block(Input)), "what usual care costs; [] for nothing"),
        Optional("outcomes", OrNone(new Block(Outcome)), "what usual care achieves; [] for nothing")
    );

    public static readonly Form Component = new(
        "a component",
        "A part of the service with a delivery model of its own.",
        Required("id", new Text(), "its name"),
        Required("label", new Text(), "its name in words"),
        Required("delivery_model", new OneWordOf([.. DeliveryModels.All]), "how it is delivered"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Variant = new(
        "a variant",
        "A named alternative.",
        Required("title", new Text(), "what it is, in words"),
        Optional("set", new MapOf(new AnyOf(new Number(), new Block(ParameterForms.Change))), "new values by the name of the number"),
        Optional("without", new ListOf(new Text()), "inputs, outcomes and transfers to remove"),
        Optional("appraisal", new Block(AppraisalChange), "what changes in the frame"),
        Optional("note", new Text(), "what the reader should know")
    );

    public static readonly Form Prepared = new(
        "who prepared it",
        "Who prepared the case, for whom and when: the head of its report.",
        Optional("by", new Text(), "the people who prepared it"),
        Optional("organisation", new Text(), "their organisation"),
        Optional("for", new Text(), "for whom it was prepared"),
        Optional("date", new Date(), "when: a day, a month or a year"),
        Optional("logo", new Text(), "a picture beside this file that ends in .png or .jpg")
    );

    public static readonly Form Scenario = new(
        "a scenario",
        "A business case.",
        Required("title", new Text(), "the name of the service"),
        Optional("question", new Text(), "the question it answers"),
        Optional("description", new Text(), "what the service is"),
        Optional("prepared", new Block(Prepared), "who prepared the case, for whom and when"),
        Optional("template", new YesNo(), "whether it has numbers yet to be filled in"),
        Required("delivery_model", new OneWordOf([.. DeliveryModels.All]), "how the service is designed and run"),
        Optional("power_shared_with", OrNone(new Text()), "with whom power is shared; [] for none"),
        Optional("country", new Text(), "the country it is in, as ISO code"),
        Optional("components", new ListOf(new Block(Component)), "parts with a delivery model of their own"),
        Required("appraisal", new Block(Appraisal), "prices, years and discounting"),
        Optional("parties", new MapOf(new Block(ParameterForms.Party)), "parties of this scenario's own, beside those of appraisal/parties.yaml"),
        Required("stakeholders", new ListOf(new Block(Stakeholder)), "who experiences a change or brings it about"),
        Optional("quantities", new MapOf(new Block(Quantity)), "the numbers of this scenario"),
        Optional("people_served", new Calculation(), "the number of people served over the appraisal, where it is not people × intakes"),
        Required("inputs", OrNone(new Block(Input)), "what was invested; [] for nothing"),
        Required("outcomes", OrNone(new Block(Outcome)), "what changes and is valued; [] for nothing"),
        Optional("transfers", OrNone(new Block(Transfer)), "money that passes between parties; [] for none"),
        Optional("not_valued", OrNone(new Block(NotValued)), "what changes and is not valued; [] for nothing"),
        Optional("break_even", OrNone(new Block(BreakEven)), "what would be enough for it to pay for itself; [] for nothing"),
        Optional("costs_per", OrNone(new Block(CostPer)), "what the cost is stated for, beside people; [] for nothing"),
        Optional("correlations", OrNone(new Block(Correlation)), "numbers that move together; [] for none"),
        Optional("weights", new Block(Weights), "distributional weights"),
        Optional("baseline", new Block(Baseline), "usual care"),
        Optional("variants", new MapOf(new Block(Variant)), "named alternatives"),
        Optional("note", new Text(), "what the reader should know")
    );

    // A list of which [] says that there is nothing.
    private static ListOf OrNone(FieldKind item) => new(item) { MayBeEmpty = true };
}
