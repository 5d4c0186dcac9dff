using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Reads what a unit of an outcome is worth, to whom and of what kind, and checks that quantity × proxy is money of a year.</summary>
internal sealed class ProxyReader(ParameterReader reader)
{
    /// <summary>Reports both sides if their product is not money per year.</summary>
    public static void CheckUnits(Fields fields, Formula? quantity, Formula? proxy)
    {
        if (quantity is null || proxy is null)
        {
            return;
        }

        Unit product = quantity.Unit * proxy.Unit;
        if (product != Unit.Pounds && product != Unit.Pounds / Unit.Year)
        {
            fields.Tell(
                fields.LineOf("proxy"),
                $"the quantity is {quantity.Unit.Phrase} but the proxy {fields.Text("proxy")} is {proxy.Unit.Phrase}, so their product is {product.Phrase}, not money of a year (GBP or GBP/year).",
                Remedy(quantity.Unit, proxy.Unit)
            );
        }
    }

    /// <summary>Reads the proxy; returns null, and reports why, if it does not say whose benefit it is or of what type.</summary>
    public FinancialProxy? Read(Fields fields, Formula value, Party stakeholder)
    {
        ImmutableArray<Parameter> money = [.. value.Parameters().Where(p => p.Unit.IsMoney)];
        ImmutableArray<PartyShare> gains = fields.Has("gains_to")
            ? reader.SharesOf(fields, "gains_to", whole: null)
            : Saved(fields, money, stakeholder);
        BenefitKind? benefit = fields.Has("benefit")
            ? ParameterReader.BenefitOf(fields.Word("benefit"))
            : Common(fields, "benefit", money.Select(p => p.Benefit));
        Share? cashable = fields.Has("cashable")
            ? fields.Share("cashable") is { } share
                ? Share.Of(share)
                : null
            : Common(fields, "cashable", money.Select(p => p.Cashable)) ?? Share.Of(0);
        if (benefit is null && !fields.Has("benefit") && !money.IsEmpty)
        {
            fields.Tell(
                fields.LineOf("proxy"),
                $"the proxy {fields.Text("proxy")} does not say what kind of benefit it is.",
                "Add 'benefit: fiscal', 'economic' or 'social' to the outcome."
            );
        }

        if (benefit == BenefitKind.Fiscal && gains.FirstOrDefault(g => !g.Party.IsPublic) is { } other)
        {
            fields.Tell(
                fields.LineOf(fields.Has("gains_to") ? "gains_to" : "proxy"),
                $"the benefit is fiscal, but {other.Party.Id} is not a public body.",
                "Say 'gains_to' whose budget it saves, or give another 'benefit'."
            );
        }

        return benefit is null || cashable is null || gains.IsEmpty ? null : new(value, gains, benefit.Value, cashable.Value);
    }

    private static string Remedy(Unit quantity, Unit proxy)
    {
        Unit wanted = Unit.Pounds / Unit.Year / quantity;
        return proxy.IsMoney
            ? $"Use a proxy in {(quantity * Unit.Pounds / quantity == Unit.Pounds && quantity.Text.EndsWith("/year", StringComparison.Ordinal) ? wanted : Unit.Pounds / quantity)}, or count the quantity in {Unit.Pounds / proxy}/year."
            : "A proxy is money per unit of the quantity, such as GBP/attendance.";
    }

    private static ImmutableArray<PartyShare> Saved(Fields fields, ImmutableArray<Parameter> money, Party stakeholder)
    {
        List<ImmutableArray<PartyShare>> saved =
        [
            .. money.Select(p => p.Saves).DistinctBy(s => string.Join(',', s.Select(part => $"{part.Party.Id}={part.Part.Value:R}"))),
        ];
        if (saved.Count > 1)
        {
            fields.Tell(fields.LineOf("proxy"), "the costs in the proxy save different budgets.", "Say 'gains_to' whose the benefit is.");
            return [];
        }

        return saved.Count == 1 && !saved[0].IsEmpty ? saved[0] : [new(stakeholder, Share.Of(1))];
    }

    private static T? Common<T>(Fields fields, string name, IEnumerable<T?> values)
        where T : struct
    {
        T? common = null;
        foreach (T? value in values)
        {
            if (common is not null && value is not null && !common.Equals(value))
            {
                fields.Tell(fields.LineOf("proxy"), $"the costs in the proxy have different '{name}'.", $"Say '{name}' on the outcome.");
                return null;
            }

            common ??= value;
        }

        return common;
    }
}
