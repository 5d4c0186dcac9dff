using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>Reads a formula as a straight line in the number of people of one intake: its value without any, and what each adds.</summary>
internal sealed class BreakEven : FormulaReading<BreakEven.Line?>
{
    private const string Without = "without_people",
        ForEach = "for_each_person";

    private readonly string _people;

    private BreakEven(string people) => _people = people;

    /// <summary>The number of people of one intake at which the net present value is zero: its shortfall without any ÷ what each person adds.</summary>
    /// <remarks>
    /// Undefined where no number above zero does it, and where the net present value is not a straight line in the number of people; the switching value of
    /// that number is then found by search.
    /// </remarks>
    public static Formula People(SocialReturn social) =>
        AddressOf(social.Scenario.People) is not { } id ? Undefined("the number of people of an intake is not given")
        : new BreakEven(id).Read(social.NetPresentValue) is not { } line ? Undefined("the net present value is not linear in the number of people")
        : line.Each is null ? Undefined("the net present value does not depend on the number of people")
        : Formula.RatioOf(1, Formula.RatioOf(line.Each, Shortfall(line.Start)));

    private static Formula Shortfall(Formula start) =>
        (Formula.Zero(Unit.Pounds) - start).As("shortfall", "shortfall of the net present value without people");

    private static Formula Undefined(string why) => Formula.Undefined(Unit.Person, why);

    private static string? AddressOf(Formula? people) =>
        people switch
        {
            Formula.Given given => given.Quantity.Id,
            Formula.Named named => named.Id,
            _ => null,
        };

    protected internal override Line? Of(Formula.Constant constant) => new(constant, null);

    protected internal override Line? Of(Formula.NoValue none) => new(none, null);

    protected internal override Line? Of(Formula.Given given) => given.Quantity.Id == _people ? Itself(given) : new(given, null);

    protected internal override Line? Of(Formula.Named named) =>
        named.Id == _people ? Itself(named)
        : Read(named.Body) is not { } body ? null
        : body.Each is null ? new(named, null)
        : new(
            body.Start is Formula.Constant ? body.Start : body.Start.As($"{named.Id}.{Without}", $"{named.Label}, without people"),
            body.Each.As($"{named.Id}.{ForEach}", $"{named.Label}, for each person")
        );

    protected internal override Line? Of(Formula.Sum sum)
    {
        Line?[] terms = [.. sum.Terms.Select(Read)];
        return terms.Contains(null) ? null
            : terms.All(term => term!.Each is null) ? new(sum, null)
            : new(
                Formula.Total(terms.Select(term => term!.Start), sum.Unit),
                Formula.Total(terms.Select(term => term!.Each).OfType<Formula>(), sum.Unit / Unit.Person)
            );
    }

    protected internal override Line? Of(Formula.Difference difference) =>
        Joined(
            difference,
            (left, right) => new(left.Start - right.Start, right.Each is null ? left.Each : (left.Each ?? Formula.Zero(right.Each.Unit)) - right.Each)
        );

    protected internal override Line? Of(Formula.Product product) =>
        Joined(
            product,
            (left, right) =>
                right.Each is null ? Scaled(left, start => start * right.Start)
                : left.Each is null ? Scaled(right, start => left.Start * start)
                : null
        );

    protected internal override Line? Of(Formula.Quotient quotient) =>
        Joined(quotient, (left, right) => right.Each is null ? Scaled(left, start => start / right.Start) : null);

    protected internal override Line? Of(Formula.Ratio ratio) =>
        Joined(ratio, (left, right) => right.Each is null ? Scaled(left, start => Formula.RatioOf(start, right.Start, ratio.Noise)) : null);

    protected internal override Line? Of(Formula.Power power) => Joined(power, (_, _) => null);

    protected internal override Line? Of(Formula.NaturalLogarithm logarithm) => Read(logarithm.Of) is { Each: null } ? new(logarithm, null) : null;

    protected internal override Line? Of(Formula.Choice choice) => Joined(choice, (_, _) => null);

    protected internal override Line? Of(Formula.Provided provided) => Joined(provided, (_, _) => null);

    protected internal override Line? Of(Formula.Otherwise otherwise) => Joined(otherwise, (_, _) => null);

    private Line? Joined(Formula of, Func<Line, Line, Line?> join) =>
        Read(of.Parts[0]) is { } left && Read(of.Parts[1]) is { } right
            ? (left.Each is null && right.Each is null ? new(of, null) : join(left, right))
            : null;

    private static Line Itself(Formula people) => new(Formula.Zero(people.Unit), Formula.Number(1));

    private static Line Scaled(Line line, Func<Formula, Formula> scale) =>
        new(line.Start is Formula.Constant { Value: 0 } ? Formula.Zero(scale(line.Start).Unit) : scale(line.Start), scale(line.Each!));

    /// <summary>A straight line.</summary>
    /// <param name="Start">The value without any people.</param>
    /// <param name="Each">What each person adds; null if the number of people does not matter.</param>
    internal sealed record Line(Formula Start, Formula? Each);
}
