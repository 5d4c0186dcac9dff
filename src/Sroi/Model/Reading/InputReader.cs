using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Reads what is put in, and money that passes between parties.</summary>
internal sealed class InputReader(QuantityBook book, Appraisal? appraisal)
{
    private readonly ParameterReader _reader = book.Reader;

    /// <summary>Reads an input; returns null, and reports why, if it is not valid.</summary>
    public Input? Read(Fields fields)
    {
        Party? payer = fields.Text("paid_by") is { } name ? _reader.PartyOf(fields, fields.LineOf("paid_by"), name) : null;
        Formula? amount = book.Calculate(fields, "amount");
        if (amount is not null && !IsMoneyOfAYear(amount))
        {
            fields.Tell(fields.LineOf("amount"), $"'amount' is {amount.Unit.Phrase}, but should be in GBP or GBP/year.");
        }

        ImmutableArray<int> years = MapReader.Years(fields, "years", first: 0, appraisal?.Years);
        CostOptimism? optimism = Optimism(fields);
        int? grade = OutcomeReader.Grade(fields);
        return fields.Text("id") is { } own && payer is not null && amount is not null && fields.Word("kind") is { } kind
            ? new()
            {
                Id = own,
                Label = fields.Text("label") ?? own.Replace('_', ' '),
                PaidBy = payer,
                Kind = kind == "cash" ? InputKind.Cash : InputKind.InKind,
                Amount = amount,
                Years = years,
                Grade = grade,
                Optimism = optimism,
            }
            : null;
    }

    /// <summary>Reads a transfer; returns null if it is not valid, which is reported, or follows an outcome that does not count here.</summary>
    public Transfer? Transfer(Fields fields, Fields scenario, ImmutableArray<Outcome> outcomes)
    {
        Party? from = fields.Text("from") is { } payer ? _reader.PartyOf(fields, fields.LineOf("from"), payer) : null;
        Party? to = fields.Text("to") is { } receiver ? _reader.PartyOf(fields, fields.LineOf("to"), receiver) : null;
        bool follows = fields.IsWritten("follows");
        if (follows == fields.IsWritten("amount") || follows != fields.IsWritten("per_unit") || (!follows && !fields.IsWritten("years")))
        {
            fields.Tell(fields.Line, "a transfer has either 'follows' with 'per_unit', or 'amount' with 'years'.");
            return null;
        }

        Formula? money = book.Calculate(fields, follows ? "per_unit" : "amount");
        Outcome? outcome = follows ? Followed(fields, scenario, outcomes) : null;
        if (money is not null && (follows ? outcome is not null && !IsMoneyOfAYear(outcome.Quantity * money) : !IsMoneyOfAYear(money)))
        {
            fields.Tell(
                fields.LineOf(follows ? "per_unit" : "amount"),
                follows
                    ? $"'per_unit' is {money.Unit.Phrase} and the quantity of {outcome!.Id} {outcome.Quantity.Unit.Phrase}, so their product is not money of a year."
                    : $"'amount' is {money.Unit.Phrase}, but should be in GBP or GBP/year."
            );
        }

        ImmutableArray<int> years = follows ? [] : MapReader.Years(fields, "years", first: 0, appraisal?.Years);
        bool isLeftOut = follows && outcome is null;
        return from is null || to is null || money is null || isLeftOut || fields.Text("why") is not { } why
            ? null
            : new()
            {
                Id = fields.Text("id") ?? $"{from.Id}_to_{to.Id}",
                From = from,
                To = to,
                Why = why,
                Follows = outcome?.Id,
                Amount = money,
                Years = years,
            };
    }

    private CostOptimism? Optimism(Fields fields)
    {
        Formula? rate = book.Calculate(fields, "optimism_bias"),
            mitigated = book.Calculate(fields, "mitigated");
        if (mitigated is not null && rate is null)
        {
            fields.Tell(fields.LineOf("mitigated"), "'mitigated' is given without 'optimism_bias'.");
        }

        foreach ((string name, Formula? share) in new[] { ("optimism_bias", rate), ("mitigated", mitigated) })
        {
            if (share is not null && !share.Unit.IsNone)
            {
                fields.Tell(fields.LineOf(name), $"'{name}' is in {share.Unit}, but should be a share.");
                return null;
            }

            // A rise may exceed the cost itself; what is dealt with cannot exceed the whole.
            if (share?.ValueOrNull is < 0 || (name == "mitigated" && share?.ValueOrNull > 1))
            {
                fields.Tell(
                    fields.LineOf(name),
                    $"'{name}' is {Figures.Percent(share.Value)}, but is not negative{(name == "mitigated" ? " and at most 100 %" : "")}."
                );
            }
        }

        return rate is null ? null : new(rate, mitigated ?? Formula.Zero(Unit.None));
    }

    private static bool IsMoneyOfAYear(Formula amount) => amount.Unit == Unit.Pounds || amount.Unit == Unit.Pounds / Unit.Year;

    // An outcome that exists but does not count in this variant takes its transfers with it.
    private static Outcome? Followed(Fields fields, Fields scenario, ImmutableArray<Outcome> outcomes)
    {
        if (fields.Text("follows") is not { } followed)
        {
            return null;
        }

        IEnumerable<string> written = scenario.Items("outcomes").OfType<YamlMap>().Select(m => m["id"]).OfType<YamlScalar>().Select(s => s.Text);
        if (!written.Contains(followed))
        {
            fields.Tell(fields.LineOf("follows"), $"'follows' names '{followed}', which is not an outcome.{Nearest.Hint(followed, written)}");
        }

        return outcomes.FirstOrDefault(o => o.Id == followed && !o.IsBaseline);
    }
}
