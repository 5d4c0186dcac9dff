using System.Collections.Immutable;

namespace Sroi.Evaluation;

/// <summary>The headline figures: a figure that is added here appears in every result, table, file, page and command.</summary>
/// <param name="Figures">The figures in the order in which files give them.</param>
public sealed record FigureCatalogue(ImmutableArray<HeadlineFigure> Figures)
{
    private const string Pounds = "GBP",
        Ratio = "ratio",
        Person = "person";

    /// <summary>Present value of benefits.</summary>
    public static HeadlineFigure PresentValueBenefits { get; } =
        new("present_value_benefits", "present value of benefits", FigureKind.Money, Pounds, "all benefits, discounted", s => s.PresentValue)
        {
            ShortName = "benefits",
        };

    /// <summary>Present value of inputs.</summary>
    public static HeadlineFigure PresentValueInputs { get; } =
        new("present_value_inputs", "present value of inputs", FigureKind.Money, Pounds, "all inputs, discounted", s => s.PresentValueOfInputs)
        {
            ShortName = "inputs",
        };

    /// <summary>Net present value.</summary>
    public static HeadlineFigure NetPresentValue { get; } =
        new("net_present_value", "net present value", FigureKind.Money, Pounds, "benefits less inputs", s => s.NetPresentValue) { ShortName = "npv" };

    /// <summary>Cashable net present value.</summary>
    public static HeadlineFigure CashableNetPresentValue { get; } =
        new(
            "cashable_net_present_value",
            "cashable net present value",
            FigureKind.Money,
            Pounds,
            "cashable fiscal benefits less public cash inputs",
            s => s.CashableNetPresentValue
        )
        {
            IsSimulated = true,
        };

    /// <summary>SROI ratio.</summary>
    public static HeadlineFigure SroiRatio { get; } =
        new("sroi_ratio", "SROI ratio", FigureKind.Ratio, Ratio, "all benefits ÷ all inputs", s => s.Ratio) { ShortName = "ratio", Threshold = 1 };

    /// <summary>Net SROI ratio.</summary>
    public static HeadlineFigure NetSroiRatio { get; } =
        new("net_sroi_ratio", "net SROI ratio", FigureKind.Ratio, Ratio, "net present value ÷ inputs", s => s.NetRatio);

    /// <summary>Public-value ratio.</summary>
    public static HeadlineFigure PublicValueRatio { get; } =
        new("public_value_ratio", "public-value ratio", FigureKind.Ratio, Ratio, "all benefits ÷ public inputs", s => s.PublicValueRatio)
        {
            Threshold = 1,
            IsSimulated = true,
        };

    /// <summary>Fiscal ratio.</summary>
    public static HeadlineFigure FiscalRatio { get; } =
        new("fiscal_ratio", "fiscal ratio", FigureKind.Ratio, Ratio, "fiscal benefits ÷ public cash inputs", s => s.FiscalRatio)
        {
            Threshold = 1,
            IsSimulated = true,
        };

    /// <summary>Payback in months, as the guide has it.</summary>
    public static HeadlineFigure PaybackMonths { get; } =
        new(
            "payback_months",
            "social payback in months",
            FigureKind.Time,
            "month",
            "all inputs ÷ a month's benefits of year 1, money or not",
            s => s.PaybackMonths
        );

    /// <summary>Payback in years, undiscounted.</summary>
    public static HeadlineFigure PaybackYears { get; } =
        new(
            "payback_years",
            "social payback in years",
            FigureKind.Time,
            "year",
            "until undiscounted benefits, money or not, reach inputs",
            s => s.PaybackYears
        )
        {
            ShortName = "payback",
        };

    /// <summary>Payback in years, discounted.</summary>
    public static HeadlineFigure DiscountedPaybackYears { get; } =
        new(
            "discounted_payback_years",
            "discounted social payback in years",
            FigureKind.Time,
            "year",
            "until discounted benefits, money or not, reach discounted inputs",
            s => s.DiscountedPaybackYears
        );

    /// <summary>People served.</summary>
    public static HeadlineFigure PeopleServed { get; } =
        new("people_served", "people served", FigureKind.People, Person, "over the appraisal", s => s.PeopleServed);

    /// <summary>Cost per person served.</summary>
    public static HeadlineFigure CostPerPerson { get; } =
        new("cost_per_person", "cost per person served", FigureKind.Money, "GBP/person", "inputs as paid ÷ people served", s => s.CostPerPerson);

    /// <summary>Break-even number of people.</summary>
    public static HeadlineFigure BreakEvenPeople { get; } =
        new(
            "break_even_people",
            "break-even number of people per intake",
            FigureKind.People,
            Person,
            "at which the net present value is zero",
            s => s.BreakEvenPeople
        )
        {
            ShortName = "break_even",
        };

    /// <summary>The figures of every result.</summary>
    public static FigureCatalogue Standard { get; } =
        new([
            PresentValueBenefits,
            PresentValueInputs,
            NetPresentValue,
            CashableNetPresentValue,
            SroiRatio,
            NetSroiRatio,
            PublicValueRatio,
            FiscalRatio,
            PaybackMonths,
            PaybackYears,
            DiscountedPaybackYears,
            PeopleServed,
            CostPerPerson,
            BreakEvenPeople,
        ]);

    /// <summary>The four that every comparison and every simulation has, in the order of files.</summary>
    public static ImmutableArray<HeadlineFigure> Leading { get; } = [PresentValueBenefits, PresentValueInputs, NetPresentValue, SroiRatio];

    /// <summary>The same four as a reader meets them.</summary>
    public static ImmutableArray<HeadlineFigure> LeadingForReaders { get; } = [SroiRatio, NetPresentValue, PresentValueBenefits, PresentValueInputs];

    /// <summary>All figures as a reader meets them: the leading ones, then ratios, money, time and people.</summary>
    public ImmutableArray<HeadlineFigure> ForReaders => [.. LeadingForReaders, .. Further];

    /// <summary>All but the leading ones: ratios, money, time and people.</summary>
    internal ImmutableArray<HeadlineFigure> Further => [.. Figures.Where(figure => !Leading.Contains(figure)).OrderBy(figure => figure.Kind)];

    /// <summary>The catalogue with one figure more, at its end.</summary>
    /// <exception cref="ArgumentException">It has a figure of that name.</exception>
    public FigureCatalogue With(HeadlineFigure figure) =>
        Figures.SelectMany(known => known.Names).Intersect(figure.Names).FirstOrDefault() is { } taken
            ? throw new ArgumentException($"There is a figure named '{taken}' already.", nameof(figure))
            : new([.. Figures, figure]);
}
