using static Sroi.Parameters.Reading.Field;
using static Sroi.Parameters.Reading.FieldKind;

namespace Sroi.Parameters.Reading;

/// <summary>The forms of distributions: the fields of a family are all the ways in which its evidence comes.</summary>
internal static class DistributionForms
{
    private static readonly Field Low = Optional("low", new Number(), "the lowest value");
    private static readonly Field High = Optional("high", new Number(), "the highest value");
    private static readonly Field Mode = Optional("mode", new Number(), "the most likely value");
    private static readonly Field Mean = Optional("mean", new Number(), "the mean");
    private static readonly Field Sd = Optional("sd", new Number(), "the standard deviation");
    private static readonly Field Se = Optional("se", new Number(), "the standard error of the estimate, used as standard deviation");
    private static readonly Field Interval = Optional("interval", new ListOf(new Number()), "its two ends, with 'level'");
    private static readonly Field Level = Optional("level", new Number(), "how much lies inside the interval, such as 95%");
    private static readonly Field Estimate = Optional("estimate", new Number(), "the point estimate, with 'p'");
    private static readonly Field P = Optional("p", new Number(), "the two-sided p value of the estimate");
    private static readonly Field Events = Optional("events", new Number(), "how many were observed");
    private static readonly Field Exposure = Optional("exposure", new Number(), "over how many units of exposure");
    private static readonly Field Values = Required("values", new ListOf(new Number()), "the values");
    private static readonly Field Weights = Optional("weights", new ListOf(new Number()), "their weights");

    public static readonly Form[] Families =
    [
        new("fixed", "A number that is known exactly.", Required("value", new Number(), "the number")),
        new("uniform", "Anything between two bounds.", Low, High, Interval, Level),
        new("triangular", "Expert range: lowest, most likely, highest.", Low, Mode, High),
        new(
            "pert",
            "Expert range with more weight in the middle.",
            Low,
            Mode,
            High,
            Optional("shape", new Number(), "the weight of the mode; by default 4")
        ),
        new("normal", "An estimate with its error.", Mean, Sd, Se, Interval, Level, Estimate, P),
        new(
            "student_t",
            "An estimate from few people, sites or studies, whose standard error is itself estimated.",
            Optional("estimate", new Number(), "the point estimate"),
            Se,
            Optional("df", new Number(), "the degrees of freedom, 3 or more, such as the number of pairs less 1"),
            Interval,
            Level
        ),
        new("truncated_normal", "A normal cut off at bounds; mean and sd are those of the normal before the cut.", Mean, Sd, Low, High),
        new(
            "lognormal",
            "A ratio or a cost.",
            Optional("mu", new Number(), "the mean of the logarithm"),
            Optional("sigma", new Number(), "the standard deviation of the logarithm"),
            Mean,
            Sd,
            Se,
            Interval,
            Level,
            Estimate,
            P
        ),
        new(
            "gamma",
            "A cost or a rate.",
            Optional("shape", new Number(), "the shape"),
            Optional("scale", new Number(), "the scale"),
            Optional("rate", new Number(), "1 ÷ scale"),
            Mean,
            Sd,
            Se,
            Interval,
            Level,
            Events,
            Exposure
        ),
        new(
            "beta",
            "A share.",
            Optional("alpha", new Number(), "the first shape"),
            Optional("beta", new Number(), "the second shape"),
            Mean,
            Sd,
            Se,
            Interval,
            Level,
            Events,
            Optional("of", new Number(), "out of how many")
        ),
        new(
            "scaled_beta",
            "A beta stretched between two bounds.",
            Optional("alpha", new Number(), "the first shape"),
            Optional("beta", new Number(), "the second shape"),
            Mean,
            Sd,
            Low,
            High
        ),
        new("poisson", "A count.", Mean),
        new(
            "negative_binomial",
            "A count that varies more than a Poisson.",
            Mean,
            Sd,
            Optional("size", new Number(), "k, in variance = mean + mean²/k"),
            Optional("probability", new Number(), "with size: the probability of success, failures being counted")
        ),
        new(
            "discrete",
            "A few values with their probabilities.",
            Values,
            Required("weights", new ListOf(new Number()), "their probabilities, which sum to 1")
        ),
        new("empirical", "Observed values, each as likely unless weighted.", Values, Weights),
        new(
            "mixture",
            "One of several distributions.",
            Required("components", new ListOf(new MapOf(new MapOf(new AnyOf(new Number(), new ListOf(new Number()))))), "the distributions"),
            Required("weights", new ListOf(new Number()), "their probabilities, which sum to 1")
        ),
        new("dirichlet", "Shares that sum to one: a name with its count for each."),
    ];

    /// <summary>A distribution: one family, with its fields.</summary>
    public static readonly Form Any = new(
        "a distribution",
        "One family with its parameters.",
        [
            .. Families.Select(family =>
                Optional(family.Name, family.Name == "dirichlet" ? new MapOf(new Number()) : new Block(family), family.Meaning)
            ),
        ]
    );
}
