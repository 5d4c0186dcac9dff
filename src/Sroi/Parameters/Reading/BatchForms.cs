using static Sroi.Parameters.Reading.Field;
using static Sroi.Parameters.Reading.FieldKind;

namespace Sroi.Parameters.Reading;

/// <summary>The forms of batch plans.</summary>
internal static class BatchForms
{
    /// <summary>The design in which every value is combined with every other.</summary>
    public const string FullFactorial = "full-factorial";

    public static readonly Form Axis = new(
        "an axis",
        "How a number is varied, or several that take the same value.",
        Optional("values", new ListOf(new Number()), "the values, in the number's own unit"),
        Optional("from", new Number(), "the lowest value, of a sampled design or with 'steps'"),
        Optional("to", new Number(), "the highest value"),
        Optional("steps", new Whole(), "for a full factorial: how many values from 'from' to 'to', evenly spaced"),
        Optional("price_year", new Year(), "for money: the year whose prices the values are in; by default that of the parameter"),
        Optional("cross", new YesNo(), "for a pattern: whether each number that it matches is an axis of its own")
    );

    public static readonly Form Points = new("a sampled design", "How many points are taken.", Required("runs", new Whole(), "how many points"));

    public static readonly Form Design = new(
        "a design",
        "How the values are combined.",
        Optional("latin-hypercube", new Block(Points), "points of which each falls into its own part of every range"),
        Optional("sobol", new Block(Points), "scrambled Sobol points, a power of two of them"),
        Optional("table", new Text(), "a file of comma-separated values beside the plan, a row for each run")
    );

    public static readonly Form Plan = new(
        "a batch plan",
        "Which cases are run, which numbers are varied and how, with how many draws from which seed.",
        Optional("title", new Text(), "what the plan is for, in words"),
        Optional("author", new Text(), "who made it"),
        Optional("note", new Text(), "what the reader should know"),
        Required("scenarios", new AnyOf(new Text(), new ListOf(new Text())), "names under parameters/scenarios, paths, or a pattern such as '*'"),
        Optional(
            "overlays",
            new ListOf(new AnyOf(new Text(), new ListOf(new Text()))),
            "none, the default, names under parameters/overlays, paths, or lists of these to apply in order"
        ),
        Optional("variants", new ListOf(new Text()), "base, the default, or names of variants"),
        Optional(
            "vary",
            new MapOf(new AnyOf(new ListOf(new Number()), new Block(Axis))),
            "values by the full id of a number, or by a pattern with * for any characters"
        ),
        Optional("design", new AnyOf(new OneWordOf(FullFactorial), new Block(Design)), "how the values are combined; by default full-factorial"),
        Required("draws", new Number(), "the draws of each run"),
        Required("seed", new Whole(), "the seed of all runs: a whole number from 0")
    );
}
