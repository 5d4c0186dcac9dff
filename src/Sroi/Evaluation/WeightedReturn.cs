using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>The social return with distributional weights, as formulas: a pound to a party counts (median income ÷ its income)^η.</summary>
/// <remarks>Green Book (HM Treasury, 2026), distributional analysis. Both what a party gains and what it pays in are weighted; transfers too.</remarks>
public sealed class WeightedReturn
{
    private readonly SocialReturn _social;
    private readonly Dictionary<string, Formula> _figures;

    private WeightedReturn(SocialReturn social)
    {
        _social = social;
        Benefits = Formula.Total(social.Ledger.Lines.Select(line => Weighed(line, line.Gains - line.TransfersPaid)), Unit.Pounds);
        Inputs = Formula.Total(social.Ledger.Lines.Select(line => Weighed(line, line.Pays - line.TransfersPaid)), Unit.Pounds);
        Formula net = Benefits - Inputs;
        _figures = new Dictionary<string, Formula>
        {
            [FigureCatalogue.PresentValueBenefits.Id] = Benefits,
            [FigureCatalogue.PresentValueInputs.Id] = Inputs,
            [FigureCatalogue.NetPresentValue.Id] = net,
            [FigureCatalogue.SroiRatio.Id] = Formula.RatioOf(Benefits, Inputs, new RoundingErrors(Inputs.Parameters()).Of(Inputs)),
        };
    }

    /// <summary>One of the leading figures (<see cref="FigureCatalogue.Leading"/>), weighted.</summary>
    public Formula this[HeadlineFigure figure] => _figures[figure.Id];

    /// <summary>Weighted present value of benefits and net transfers, in GBP.</summary>
    public Formula Benefits { get; }

    /// <summary>Weighted present value of inputs, in GBP.</summary>
    public Formula Inputs { get; }

    /// <summary>The weighted return; null if the scenario has no weights, or nothing is valued.</summary>
    public static WeightedReturn? Of(SocialReturn social) => social.Scenario.Weights.IsEmpty || social.Outcomes.IsEmpty ? null : new(social);

    /// <summary>What a party nets, weighted, in GBP.</summary>
    public Formula Nets(LedgerLine line) => Weighed(line, line.Nets);

    private Formula Weighed(LedgerLine line, Formula amount) =>
        _social.Scenario.Weights.TryGetValue(line.Party.Id, out Formula? weight) ? amount * weight : amount;
}
