using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Evaluation;

/// <summary>The figures of a social return at its base values. Null is "undefined" or "none", never zero and never not-a-number.</summary>
/// <remarks>Money is in GBP at the appraisal's prices; "present value" is at its schedule and timing.</remarks>
public sealed record SroiResult : Result
{
    /// <summary>What was computed.</summary>
    public required SocialReturn SocialReturn { get; init; }

    /// <summary>The headline figures by id, one for each of the catalogue; null for one that is undefined.</summary>
    public required ImmutableDictionary<string, double?> Figures { get; init; }

    /// <summary>A headline figure; null if it is undefined.</summary>
    /// <exception cref="KeyNotFoundException">It is not in the catalogue.</exception>
    public double? this[HeadlineFigure figure] => Figures[figure.Id];

    /// <summary>Present value of benefits.</summary>
    public double PresentValueBenefits => this[FigureCatalogue.PresentValueBenefits]!.Value;

    /// <summary>Present value of inputs.</summary>
    public double PresentValueInputs => this[FigureCatalogue.PresentValueInputs]!.Value;

    /// <summary>Benefits less inputs; null if nothing is valued.</summary>
    public double? NetPresentValue => this[FigureCatalogue.NetPresentValue];

    /// <summary>Cashable fiscal benefits less public cash inputs; null if nothing is valued.</summary>
    public double? CashableNetPresentValue => this[FigureCatalogue.CashableNetPresentValue];

    /// <summary>Benefits ÷ inputs; null if nothing is valued or inputs are not positive.</summary>
    public double? SroiRatio => this[FigureCatalogue.SroiRatio];

    /// <summary>Net present value ÷ inputs; null like the ratio.</summary>
    public double? NetSroiRatio => this[FigureCatalogue.NetSroiRatio];

    /// <summary>All benefits ÷ public inputs; null if there are no public inputs.</summary>
    public double? PublicValueRatio => this[FigureCatalogue.PublicValueRatio];

    /// <summary>Fiscal benefits ÷ public cash inputs; null if there are no public cash inputs.</summary>
    public double? FiscalRatio => this[FigureCatalogue.FiscalRatio];

    /// <summary>The guide's payback in months, undiscounted; null for never.</summary>
    public double? PaybackMonths => this[FigureCatalogue.PaybackMonths];

    /// <summary>Years until undiscounted benefits reach inputs; null for never within the horizon.</summary>
    public double? PaybackYears => this[FigureCatalogue.PaybackYears];

    /// <summary>Years until discounted benefits reach discounted inputs; null for never within the horizon.</summary>
    public double? DiscountedPaybackYears => this[FigureCatalogue.DiscountedPaybackYears];

    /// <summary>The number of people served over the appraisal; null if not stated.</summary>
    public double? PeopleServed => this[FigureCatalogue.PeopleServed];

    /// <summary>Present value of inputs ÷ people served; null if the number of people is not stated.</summary>
    public double? CostPerPerson => this[FigureCatalogue.CostPerPerson];

    /// <summary>The number of people in one intake at which the net present value is zero; null if there is none.</summary>
    public double? BreakEvenPeople => this[FigureCatalogue.BreakEvenPeople];

    /// <summary>Undiscounted benefits by year, index 0 the start.</summary>
    public required ImmutableArray<double> BenefitsByYear { get; init; }

    /// <summary>Undiscounted inputs by year, index 0 the start.</summary>
    public required ImmutableArray<double> InputsByYear { get; init; }

    /// <summary>Each outcome.</summary>
    public required ImmutableArray<OutcomeResult> Outcomes { get; init; }

    /// <summary>Each input.</summary>
    public required ImmutableArray<InputResult> Inputs { get; init; }

    /// <summary>Who pays, who gains.</summary>
    public required ImmutableArray<LedgerResult> Ledger { get; init; }

    /// <summary>The result with distributional weights; null if the scenario has none.</summary>
    public required WeightedResult? Weighted { get; init; }

    /// <summary>The result without the correction for optimism bias; null if there is no correction.</summary>
    public required SroiResult? WithoutOptimismCorrection { get; init; }

    /// <summary>The scenario.</summary>
    public Scenario Scenario => SocialReturn.Scenario;

    /// <summary>Whether anything is valued at all.</summary>
    public bool ValuesAnything => !Outcomes.IsEmpty;

    /// <summary>The result of a scenario at its base values.</summary>
    public static SroiResult Of(Scenario scenario) => Of(SocialReturn.Of(scenario));

    /// <summary>The result of a social return at its base values.</summary>
    public static SroiResult Of(SocialReturn social) => At(social, new Dictionary<string, double>());

    /// <summary>The result of a social return with some of its numbers replaced: values by full id, at the appraisal's prices.</summary>
    internal static SroiResult At(SocialReturn social, IReadOnlyDictionary<string, double> replaced)
    {
        Scenario scenario = social.Scenario;
        Valuation at = new(replaced);
        return new()
        {
            SocialReturn = social,
            Figures = social.Catalogue.Figures.ToImmutableDictionary(figure => figure.Id, figure => ValueOf(at, social, figure)),
            BenefitsByYear = [.. social.BenefitsByYear.Select(year => Sure(at, year))],
            InputsByYear = [.. social.InputsByYear.Select(year => Sure(at, year))],
            Outcomes = [.. social.Outcomes.Select(o => OutcomeResult.Of(o, at))],
            Inputs = [.. social.Inputs.Select(i => new InputResult(i, Sure(at, i.PresentValue)))],
            Ledger = [.. social.Ledger.Lines.Select(line => LedgerResult.Of(line, at))],
            Weighted = WeightedResult.Of(social, at),
            WithoutOptimismCorrection = scenario.Appraisal.OptimismBias is null
                ? null
                : At(SocialReturn.Of(scenario with { Appraisal = scenario.Appraisal with { OptimismBias = null } }, social.Catalogue), replaced),
        };
    }

    // A present value that is undefined is a fault of the case.
    private static double? ValueOf(Valuation at, SocialReturn social, HeadlineFigure figure) =>
        figure == FigureCatalogue.PresentValueBenefits || figure == FigureCatalogue.PresentValueInputs
            ? Sure(at, social[figure])
            : at.Of(social[figure]);

    internal static double Sure(Valuation at, Formula formula) => at.Of(formula) ?? throw new UndefinedFormulaException(formula);
}

/// <summary>The figures of one outcome, in GBP.</summary>
public sealed record OutcomeResult
{
    /// <summary>What was computed.</summary>
    public required OutcomeValue Value { get; init; }

    /// <summary>The quantity of one full outcome year, in its own unit.</summary>
    public required double Quantity { get; init; }

    /// <summary>Quantity × proxy of one full outcome year.</summary>
    public required double Gross { get; init; }

    /// <summary>After deadweight, displacement and attribution, before any correction for optimism.</summary>
    public required double Impact { get; init; }

    /// <summary>Present value, after any correction for optimism.</summary>
    public required double PresentValue { get; init; }

    /// <summary>Undiscounted value by year, index 0 the start; after any correction for optimism.</summary>
    public required ImmutableArray<double> ByYear { get; init; }

    /// <summary>Undiscounted value after the appraisal's last year, which is cut off.</summary>
    public required double BeyondHorizon { get; init; }

    internal static OutcomeResult Of(OutcomeValue value, Valuation at) =>
        new()
        {
            Value = value,
            Quantity = SroiResult.Sure(at, value.Outcome.Quantity),
            Gross = SroiResult.Sure(at, value.Gross),
            Impact = SroiResult.Sure(at, value.Impact),
            PresentValue = SroiResult.Sure(at, value.PresentValue),
            ByYear = [.. value.ByYear.Select(year => SroiResult.Sure(at, year))],
            BeyondHorizon = SroiResult.Sure(at, value.BeyondHorizon),
        };
}

/// <summary>The present value of one input, in GBP.</summary>
/// <param name="Value">What was computed.</param>
/// <param name="PresentValue">Present value.</param>
public sealed record InputResult(InputValue Value, double PresentValue);

/// <summary>What one party pays, gains and nets, as present values in GBP.</summary>
public sealed record LedgerResult
{
    /// <summary>Who.</summary>
    public required Party Party { get; init; }

    /// <summary>What it pays or gives, transfers included.</summary>
    public required double Pays { get; init; }

    /// <summary>What it gains, transfers included.</summary>
    public required double Gains { get; init; }

    /// <summary>Gains less payments.</summary>
    public required double Nets { get; init; }

    /// <summary>Its fiscal benefits, without transfers.</summary>
    public required double Fiscal { get; init; }

    /// <summary>Its economic benefits.</summary>
    public required double Economic { get; init; }

    /// <summary>Its social benefits.</summary>
    public required double Social { get; init; }

    /// <summary>The cashable part of its fiscal benefits.</summary>
    public required double Cashable { get; init; }

    /// <summary>Transfers it pays or no longer receives.</summary>
    public required double TransfersPaid { get; init; }

    /// <summary>Transfers it receives or no longer pays.</summary>
    public required double TransfersReceived { get; init; }

    internal static LedgerResult Of(LedgerLine line, Valuation at) =>
        new()
        {
            Party = line.Party,
            Pays = SroiResult.Sure(at, line.Pays),
            Gains = SroiResult.Sure(at, line.Gains),
            Nets = SroiResult.Sure(at, line.Nets),
            Fiscal = SroiResult.Sure(at, line.Fiscal),
            Economic = SroiResult.Sure(at, line.Economic),
            Social = SroiResult.Sure(at, line.Social),
            Cashable = SroiResult.Sure(at, line.Cashable),
            TransfersPaid = SroiResult.Sure(at, line.TransfersPaid),
            TransfersReceived = SroiResult.Sure(at, line.TransfersReceived),
        };
}
