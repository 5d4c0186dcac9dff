using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Evaluation;

/// <summary>The social return of a scenario: every figure a formula over the same named, sourced quantities.</summary>
/// <remarks>
/// A Guide to Social Return on Investment (Cabinet Office, 2009; 2nd ed. 2012), stages 4 and 5; Green Book (HM Treasury, 2026) for discounting;
/// GMCA cost-benefit guidance (2014) for who pays and who gains. All money is at the prices of the appraisal's price year.
/// </remarks>
[TypeFormatterSource(typeof(PresentableFormatters), PreferredMimeTypes = [PresentableFormatters.Html, PresentableFormatters.Text])]
public sealed class SocialReturn : IShown
{
    private readonly Lazy<ImmutableDictionary<string, Formula>> _figures;
    private readonly Lazy<Formula> _breakEvenPeople;
    private readonly RoundingErrors _errors;

    private SocialReturn(Scenario scenario, FigureCatalogue catalogue)
    {
        Appraisal appraisal = scenario.Appraisal;
        (Scenario, Catalogue) = (scenario, catalogue);
        _figures = new(() => catalogue.Figures.ToImmutableDictionary(figure => figure.Id, figure => figure.Name(figure.Calculation(this))));
        _breakEvenPeople = new(() => FigureCatalogue.BreakEvenPeople.Name(BreakEven.People(this)));
        Discounting discounting = new(appraisal);
        Outcomes = [.. scenario.Map.Outcomes.Select(outcome => Value(outcome, appraisal, discounting))];
        Inputs = [.. scenario.Map.Inputs.Select(input => Value(input, appraisal, discounting))];
        Transfers = [.. scenario.Map.Transfers.Select(transfer => TransferValue.Of(transfer, Outcomes, appraisal, discounting))];

        PresentValue = Total(Outcomes.Select(outcome => outcome.PresentValue), FigureCatalogue.PresentValueBenefits);
        PresentValueOfInputs = Total(Inputs.Select(input => input.PresentValue), FigureCatalogue.PresentValueInputs);
        _errors = new(PresentValueOfInputs.Parameters());
        NetPresentValue = IfValued(PresentValue - PresentValueOfInputs, FigureCatalogue.NetPresentValue);
        Ratio = IfValued(ToInputs(PresentValue, PresentValueOfInputs), FigureCatalogue.SroiRatio);
        NetRatio = IfValued(ToInputs(NetPresentValue, PresentValueOfInputs), FigureCatalogue.NetSroiRatio);

        Ledger = Ledger.Of(this);
        PublicValueRatio = IfValued(ToInputs(PresentValue, Ledger.PublicInputs), FigureCatalogue.PublicValueRatio);
        FiscalRatio = IfValued(ToInputs(Ledger.FiscalBenefits, Ledger.PublicCashInputs), FigureCatalogue.FiscalRatio);
        CashableNetPresentValue = IfValued(Ledger.CashableBenefits - Ledger.PublicCashInputs, FigureCatalogue.CashableNetPresentValue);
        PeopleServed = FigureCatalogue.PeopleServed.Name(
            scenario.PeopleServed ?? Formula.Undefined(Unit.Person, "the number of people served is not given")
        );

        BenefitsByYear = ByYear(Outcomes.Select(outcome => outcome.ByYear), "benefits_of_year", "benefits of year");
        InputsByYear = ByYear(Inputs.Select(input => input.ByYear), "inputs_of_year", "inputs of year");
        InputsAsPaid = Formula.Total(InputsByYear, Unit.Pounds).As("inputs_as_paid", "inputs as paid, not discounted");
        CostPerPerson = FigureCatalogue.CostPerPerson.Name(Formula.RatioOf(InputsAsPaid, PeopleServed));
        PaybackYears = IfValued(Payback.Years(BenefitsByYear, InputsByYear, FigureCatalogue.PaybackYears), FigureCatalogue.PaybackYears);
        PaybackMonths = IfValued(Payback.Months(BenefitsByYear, InputsByYear, PaybackYears), FigureCatalogue.PaybackMonths);
        DiscountedPaybackYears = IfValued(DiscountedPayback(discounting), FigureCatalogue.DiscountedPaybackYears);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Its headline figures.</summary>
    public FigureCatalogue Catalogue { get; }

    /// <summary>The formula of a headline figure, under its name.</summary>
    /// <exception cref="KeyNotFoundException">It is not in the catalogue.</exception>
    public Formula this[HeadlineFigure figure] => _figures.Value[figure.Id];

    /// <summary>The value of each outcome, usual care included with its sign turned.</summary>
    public ImmutableArray<OutcomeValue> Outcomes { get; }

    /// <summary>The value of each input, usual care included with its sign turned.</summary>
    public ImmutableArray<InputValue> Inputs { get; }

    /// <summary>The value of each transfer; none of them counts for society.</summary>
    public ImmutableArray<TransferValue> Transfers { get; }

    /// <summary>Present value of all benefits, in GBP; incremental to usual care if there is a baseline.</summary>
    public Formula PresentValue { get; }

    /// <summary>Present value of all inputs, including in-kind inputs, in GBP; incremental to usual care if there is a baseline.</summary>
    public Formula PresentValueOfInputs { get; }

    /// <summary>Benefits less inputs, in GBP; undefined if nothing is valued.</summary>
    public Formula NetPresentValue { get; }

    /// <summary>Benefits ÷ inputs. Undefined if nothing is valued, or if inputs are not above zero.</summary>
    public Formula Ratio { get; }

    /// <summary>(Benefits − inputs) ÷ inputs. Undefined like <see cref="Ratio"/>.</summary>
    public Formula NetRatio { get; }

    /// <summary>All benefits ÷ the inputs paid or given by public bodies.</summary>
    public Formula PublicValueRatio { get; }

    /// <summary>Fiscal benefits, transfers to public bodies included, ÷ the inputs that public bodies pay in cash.</summary>
    public Formula FiscalRatio { get; }

    /// <summary>Cashable fiscal benefits less the inputs that public bodies pay in cash, in GBP.</summary>
    public Formula CashableNetPresentValue { get; }

    /// <summary>People served over the appraisal; undefined where their number is not given.</summary>
    public Formula PeopleServed { get; }

    /// <summary>The number of people of one intake at which the net present value is zero; undefined where no number above zero does it.</summary>
    public Formula BreakEvenPeople => _breakEvenPeople.Value;

    /// <summary>All inputs in GBP as they are paid, not discounted.</summary>
    public Formula InputsAsPaid { get; }

    /// <summary>Inputs as paid ÷ people served, in GBP/person; undefined where the number of people is not given.</summary>
    public Formula CostPerPerson { get; }

    /// <summary>Undiscounted benefits in GBP by year, index 0 the start and then years 1 to the appraisal's last.</summary>
    public ImmutableArray<Formula> BenefitsByYear { get; }

    /// <summary>Undiscounted inputs in GBP by year, index 0 the start and then years 1 to the appraisal's last.</summary>
    public ImmutableArray<Formula> InputsByYear { get; }

    /// <summary>Years until undiscounted benefits first reach inputs; undefined if they do not within the horizon, 0 if there are no inputs.</summary>
    public Formula PaybackYears { get; }

    /// <summary>
    /// The guide's payback in months: all undiscounted inputs ÷ (benefits of year 1 ÷ 12). Undefined if <see cref="PaybackYears"/> is, or if year 1 has no benefit.
    /// </summary>
    public Formula PaybackMonths { get; }

    /// <summary>Years until discounted benefits first reach discounted inputs, likewise.</summary>
    public Formula DiscountedPaybackYears { get; }

    /// <summary>Who pays, who gains.</summary>
    public Ledger Ledger { get; }

    /// <summary>The parameters that the result is computed from.</summary>
    internal IEnumerable<Parameter> UsedParameters() =>
        Outcomes
            .Select(o => o.PresentValue)
            .Concat(Inputs.Select(i => i.PresentValue))
            .Concat(Transfers.Select(t => t.PresentValue))
            .Append(PeopleServed)
            .SelectMany(formula => formula.Parameters())
            .DistinctBy(number => number.Id);

    /// <summary>The social return of a scenario.</summary>
    /// <exception cref="InvalidOperationException">An optimism correction is asked for and something has no confidence grade.</exception>
    public static SocialReturn Of(Scenario scenario) => Of(scenario, FigureCatalogue.Standard);

    /// <summary>The social return of a scenario with a catalogue of figures of one's own.</summary>
    /// <exception cref="InvalidOperationException">An optimism correction is asked for and something has no confidence grade.</exception>
    public static SocialReturn Of(Scenario scenario, FigureCatalogue catalogue) => new(scenario, catalogue);

    /// <summary>Its figures at the base values as HTML, as <see cref="SroiResult"/> shows them.</summary>
    public string ToHtml() => SroiResult.Of(this).ToHtml();

    /// <summary>Its figures at the base values as tables of plain text.</summary>
    public override string ToString() => SroiResult.Of(this).ToString();

    private static OutcomeValue Value(Outcome outcome, Appraisal appraisal, Discounting discounting)
    {
        Formula gross = (outcome.Quantity * outcome.Proxy.Value).As($"{outcome.Id}.gross", "quantity × financial proxy, of one full outcome year");
        Formula kept = outcome.Deadweight.Remainder * outcome.Displacement.Remainder * outcome.Attribution.Remainder;
        Formula impact = (gross * kept).As($"{outcome.Id}.impact", "after deadweight, displacement and attribution");
        Formula counted = Optimism.Corrected(impact, outcome, appraisal);

        OutcomeYears years = OutcomeYears.Of(outcome, appraisal.Years);
        ImmutableArray<Formula> byYear = years.Spread(Sign(outcome.IsBaseline, YearsOfMoney.OfOneYear(counted)), $"{outcome.Id}.year");
        StreamRates rates = outcome.RatesIn(appraisal);
        return new(outcome, gross, impact, byYear, discounting.PresentValue(byYear, rates).As($"{outcome.Id}.present_value", "present value"))
        {
            Rates = rates,
            NetQuantity = outcome.Quantity * kept,
            Years = years,
            BeyondHorizon = YearsOfMoney.OfOneYear(counted) * years.Beyond,
        };
    }

    private static InputValue Value(Input input, Appraisal appraisal, Discounting discounting)
    {
        Formula amount = Sign(input.IsBaseline, YearsOfMoney.OfOneYear(Optimism.Corrected(input.Amount, input, appraisal)))
            .As($"{input.Id}.amount", "amount of each year");
        ImmutableArray<Formula> byYear = YearsOfMoney.In(input.Years, amount, appraisal.Years);
        return new(input, byYear, discounting.PresentValue(byYear, appraisal.RatesOfMoney).As($"{input.Id}.present_value", "present value"));
    }

    // Inputs that cancel, as those of usual care may, leave rounding noise, to which nothing is a ratio.
    private Formula ToInputs(Formula benefits, Formula inputs) => Formula.RatioOf(benefits, inputs, _errors.Of(inputs));

    private Formula IfValued(Formula calculation, HeadlineFigure figure) =>
        figure.Name(Outcomes.IsEmpty ? Formula.Undefined(calculation.Unit, "nothing is valued") : calculation);

    private ImmutableArray<Formula> ByYear(IEnumerable<ImmutableArray<Formula>> streams, string id, string label) =>
        [
            .. Enumerable
                .Range(0, Scenario.Appraisal.Years + 1)
                .Select(year => Formula.Total(streams.Select(stream => stream[year]), Unit.Pounds))
                .Select((total, year) => total is Formula.Constant ? total : total.As($"{id}_{year}", $"{label} {year}")),
        ];

    private Formula DiscountedPayback(Discounting discounting)
    {
        ImmutableArray<Formula> benefits = ByYear(
                Outcomes.Select(outcome => discounting.ByYear(outcome.ByYear, outcome.Rates)),
                "discounted_benefits_of_year",
                "present value of benefits of year"
            ),
            inputs = ByYear(
                Inputs.Select(input => discounting.ByYear(input.ByYear, Scenario.Appraisal.RatesOfMoney)),
                "discounted_inputs_of_year",
                "present value of inputs of year"
            );
        return Payback.Years(benefits, inputs, FigureCatalogue.DiscountedPaybackYears);
    }

    private static Formula Sign(bool isBaseline, Formula amount) => isBaseline ? Formula.Number(-1, "usual care is subtracted") * amount : amount;

    private static Formula Total(IEnumerable<Formula> terms, HeadlineFigure figure) => figure.Name(Formula.Total(terms, Unit.Pounds));
}

/// <summary>The value of one outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Gross">Quantity × proxy of one full outcome year, in GBP or GBP/year.</param>
/// <param name="Impact">The value after deadweight, displacement and attribution, before any correction for optimism bias.</param>
/// <param name="ByYear">Undiscounted value of each year in GBP, after any correction for optimism; index 0 the start and then years 1 to the appraisal's last.</param>
/// <param name="PresentValue">Present value in GBP.</param>
public sealed record OutcomeValue(Outcome Outcome, Formula Gross, Formula Impact, ImmutableArray<Formula> ByYear, Formula PresentValue)
{
    /// <summary>The discount rates of its stream.</summary>
    public required StreamRates Rates { get; init; }

    /// <summary>The quantity of one full outcome year after deadweight, displacement and attribution; what transfers follow.</summary>
    public required Formula NetQuantity { get; init; }

    /// <summary>How much of a full outcome year falls in each year.</summary>
    public required OutcomeYears Years { get; init; }

    /// <summary>Undiscounted value in GBP that falls after the appraisal's last year and is cut off.</summary>
    public required Formula BeyondHorizon { get; init; }
}

/// <summary>The value of one input.</summary>
/// <param name="Input">The input.</param>
/// <param name="ByYear">Undiscounted amount of each year in GBP, index 0 the start and then years 1 to the appraisal's last.</param>
/// <param name="PresentValue">Present value in GBP.</param>
public sealed record InputValue(Input Input, ImmutableArray<Formula> ByYear, Formula PresentValue);

/// <summary>The value of one transfer.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="ByYear">Undiscounted amount of each year in GBP, index 0 the start and then years 1 to the appraisal's last.</param>
/// <param name="PresentValue">Present value in GBP.</param>
public sealed record TransferValue(Transfer Transfer, ImmutableArray<Formula> ByYear, Formula PresentValue)
{
    internal static TransferValue Of(Transfer transfer, ImmutableArray<OutcomeValue> outcomes, Appraisal appraisal, Discounting discounting)
    {
        OutcomeValue? followed = outcomes.FirstOrDefault(o => o.Outcome.Id == transfer.Follows && !o.Outcome.IsBaseline);
        ImmutableArray<Formula> byYear = followed is null
            ? YearsOfMoney.In(transfer.Years, YearsOfMoney.OfOneYear(transfer.Amount), appraisal.Years)
            : followed.Years.Spread(YearsOfMoney.OfOneYear(followed.NetQuantity * transfer.Amount), $"{transfer.Id}.year");
        return new(
            transfer,
            byYear,
            discounting.PresentValue(byYear, appraisal.RatesOfMoney).As($"{transfer.Id}.present_value", $"transfer: {transfer.Why}")
        );
    }
}
