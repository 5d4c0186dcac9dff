using System.Collections.Immutable;
using Sroi.Parameters.Reading;

namespace Sroi.Model.Reading;

/// <summary>Reads what a case says where little can be valued: what would be enough, and what it costs for each of something.</summary>
internal sealed class QuestionReader(Fields scenario, QuantityBook book, OutcomeReader outcomes)
{
    public ImmutableArray<BreakEvenQuestion> BreakEvens() =>
        [.. scenario.Blocks("break_even", ScenarioForms.BreakEven).Select(BreakEven).OfType<BreakEvenQuestion>()];

    public ImmutableArray<CostUnit> Costs() => [.. scenario.Blocks("costs_per", ScenarioForms.CostPer).Select(Cost).OfType<CostUnit>()];

    private BreakEvenQuestion? BreakEven(Fields fields)
    {
        Outcome? outcome = fields.Block("outcome", ScenarioForms.Outcome) is { } asked ? outcomes.Read(asked) : null;
        if (fields.Text("says") is not { } says || fields.Text("solve") is not { } name)
        {
            return null;
        }

        if (!says.Contains("{value}", StringComparison.Ordinal) && !says.Contains("{share}", StringComparison.Ordinal))
        {
            fields.Tell(fields.LineOf("says"), "'says' has no place for the value; write {value} where it goes, or {share} for a share in per cent.");
        }

        if (!book.CanChange(name))
        {
            fields.Tell(fields.LineOf("solve"), $"'solve' names '{name}', which is no number of this case.{Nearest.Hint(name, book.Names)}");
            return null;
        }

        _ = book.Calculate(fields, "solve");
        return new(says, book.FullId(name), outcome);
    }

    private CostUnit? Cost(Fields fields) =>
        book.Calculate(fields, "number") is { } number && fields.Text("label") is { } label ? new(label, number) : null;
}
