using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>Who pays and who gains, as present values in GBP. A transfer is entered for both parties and cancels for society.</summary>
/// <remarks>GMCA cost-benefit guidance (2014): fiscal, economic and social benefits are separate, and so are cashable and other fiscal benefits.</remarks>
public sealed class Ledger
{
    private readonly SocialReturn _return;

    private Ledger(SocialReturn social)
    {
        _return = social;
        Lines = [.. social.Scenario.Map.Parties.Select(Line)];
        PublicInputs = Sum(Inputs(input => input.PaidBy.IsPublic)).As("public_inputs", "inputs paid or given by public bodies");
        PublicCashInputs = Sum(Inputs(input => input.PaidBy.IsPublic && input.Kind == InputKind.Cash))
            .As("public_cash_inputs", "inputs that public bodies pay in cash");
        Formula received = Sum(social.Transfers.Where(t => t.Transfer.To.IsPublic).Select(t => t.PresentValue));
        Formula paid = Sum(social.Transfers.Where(t => t.Transfer.From.IsPublic).Select(t => t.PresentValue));
        FiscalBenefits = (Sum(Benefits(o => o.Proxy.Benefit == BenefitKind.Fiscal)) + received - paid).As(
            "fiscal_benefits",
            "fiscal benefits, net transfers to public bodies included"
        );
        CashableBenefits = (Sum(social.Outcomes.Where(o => o.Outcome.Proxy.Benefit == BenefitKind.Fiscal).Select(Cashable)) + received - paid).As(
            "cashable_benefits",
            "cashable fiscal benefits, net transfers to public bodies included"
        );
        Fiscal = Sum(Benefits(o => o.Proxy.Benefit == BenefitKind.Fiscal)).As("benefits_fiscal", "fiscal benefits");
        Economic = Sum(Benefits(o => o.Proxy.Benefit == BenefitKind.Economic)).As("benefits_economic", "economic benefits");
        Social = Sum(Benefits(o => o.Proxy.Benefit == BenefitKind.Social)).As("benefits_social", "social benefits");
    }

    /// <summary>A line for each party, in the order met; together they are society.</summary>
    public ImmutableArray<LedgerLine> Lines { get; }

    /// <summary>Inputs paid or given by public bodies.</summary>
    public Formula PublicInputs { get; }

    /// <summary>Inputs that public bodies pay in cash.</summary>
    public Formula PublicCashInputs { get; }

    /// <summary>Fiscal benefits with transfers to public bodies, less transfers from them.</summary>
    public Formula FiscalBenefits { get; }

    /// <summary>The cashable part of fiscal benefits, with transfers to public bodies, which are cash, less transfers from them.</summary>
    public Formula CashableBenefits { get; }

    /// <summary>Fiscal benefits to society: without transfers.</summary>
    public Formula Fiscal { get; }

    /// <summary>Economic benefits to society.</summary>
    public Formula Economic { get; }

    /// <summary>Social benefits to society.</summary>
    public Formula Social { get; }

    internal static Ledger Of(SocialReturn social) => new(social);

    private LedgerLine Line(Party party)
    {
        Formula inputs = Sum(Inputs(input => input.PaidBy.Id == party.Id));
        Formula given = Sum(_return.Transfers.Where(t => t.Transfer.From.Id == party.Id).Select(t => t.PresentValue));
        Formula taken = Sum(_return.Transfers.Where(t => t.Transfer.To.Id == party.Id).Select(t => t.PresentValue));
        Formula Of(BenefitKind kind) => Sum(_return.Outcomes.Where(o => o.Outcome.Proxy.Benefit == kind).Select(o => Part(o, party)));
        Formula fiscal = Of(BenefitKind.Fiscal),
            economic = Of(BenefitKind.Economic),
            social = Of(BenefitKind.Social);
        Formula pays = (inputs + given).As($"{party.Id}.pays", $"what {party.Label} pays");
        Formula gains = (Formula.Total([fiscal, economic, social], Unit.Pounds) + taken).As($"{party.Id}.gains", $"what {party.Label} gains");
        return new(party, pays, gains, (gains - pays).As($"{party.Id}.nets", $"what {party.Label} gains less what it pays"))
        {
            Fiscal = fiscal,
            Economic = economic,
            Social = social,
            TransfersPaid = given,
            TransfersReceived = taken,
            Cashable = Sum(
                _return.Outcomes.Where(o => o.Outcome.Proxy.Benefit == BenefitKind.Fiscal).Select(o => Part(o, party) * o.Outcome.Proxy.Cashable)
            ),
        };
    }

    private static Formula Part(OutcomeValue outcome, Party party) =>
        outcome.Outcome.Proxy.GainsTo.Where(share => share.Party.Id == party.Id).Select(share => share.Part.Value).Sum() switch
        {
            0 => Formula.Zero(Unit.Pounds),
            1 => outcome.PresentValue,
            var part => outcome.PresentValue * Formula.Number(part, $"the part of {party.Label}"),
        };

    private static Formula Cashable(OutcomeValue outcome) =>
        outcome.Outcome.Proxy.Cashable.Value == 0
            ? Formula.Zero(Unit.Pounds)
            : outcome.PresentValue * Formula.Number(outcome.Outcome.Proxy.Cashable.Value, "cashable share");

    private IEnumerable<Formula> Inputs(Func<Input, bool> which) => _return.Inputs.Where(i => which(i.Input)).Select(i => i.PresentValue);

    private IEnumerable<Formula> Benefits(Func<Outcome, bool> which) => _return.Outcomes.Where(o => which(o.Outcome)).Select(o => o.PresentValue);

    private static Formula Sum(IEnumerable<Formula> terms) => Formula.Total(terms, Unit.Pounds);
}

/// <summary>What one party pays, gains and nets, as present values in GBP.</summary>
/// <param name="Party">Who.</param>
/// <param name="Pays">Inputs it pays or gives, and transfers it pays.</param>
/// <param name="Gains">Benefits that are its own, and transfers it receives.</param>
/// <param name="Nets">Gains less payments.</param>
public sealed record LedgerLine(Party Party, Formula Pays, Formula Gains, Formula Nets)
{
    /// <summary>Its fiscal benefits, without transfers.</summary>
    public required Formula Fiscal { get; init; }

    /// <summary>Its economic benefits.</summary>
    public required Formula Economic { get; init; }

    /// <summary>Its social benefits.</summary>
    public required Formula Social { get; init; }

    /// <summary>Transfers it pays or no longer receives.</summary>
    public required Formula TransfersPaid { get; init; }

    /// <summary>Transfers it receives or no longer pays.</summary>
    public required Formula TransfersReceived { get; init; }

    /// <summary>The part of its fiscal benefits that can be released as cash.</summary>
    public required Formula Cashable { get; init; }
}
