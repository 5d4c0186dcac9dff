using Sroi.Quantities;

namespace Sroi.Tests.Quantities;

/// <summary>Formulas carry units and price years, and refuse what does not fit.</summary>
public class FormulaTests
{
    private static readonly Quantity People = new("case.people", 107, Unit.Person);
    private static readonly Quantity Rate = new("case.rate", 4, Unit.Parse("attendances/person/year"));
    private static readonly Quantity Cost = new("case.cost", 280, Unit.Parse("GBP/attendance"), PriceYear.Parse("2024-25"));
    private static readonly Quantity OldCost = new("case.old_cost", 109, Unit.Parse("GBP/attendance"), PriceYear.Parse("2011-12"));
    private static readonly Quantity Ratio = new("case.ratio", 0.7, Unit.None);

    [Fact]
    public void People_times_rate_times_cost_is_money_of_a_year()
    {
        Formula formula = (Formula)People * Rate * ((Formula)Ratio).Remainder * Cost;
        Assert.Equal("GBP/year", formula.Unit.Text);
        Assert.Equal(PriceYear.Financial(2024), formula.PriceYear);
        Assert.Equal(107 * 4 * 0.3 * 280, formula.Value, 9);
    }

    [Fact]
    public void Adding_what_does_not_fit_names_both_sides() =>
        Assert.Equal(
            "Cannot add person and attendance/person/year: people is in person, rate is in attendance/person/year.",
            Assert.Throws<UnitMismatchException>(() => (Formula)People + Rate).Message
        );

    [Fact]
    public void Adding_prices_of_two_years_names_both_and_the_remedy() =>
        Assert.Equal(
            "Cannot add prices of 2024-25 and of 2011-12: cost is at 2024-25 prices, old_cost at 2011-12 prices. Uprate one of them first.",
            Assert.Throws<UnitMismatchException>(() => (Formula)Cost + OldCost).Message
        );

    [Fact]
    public void A_power_of_money_is_refused() =>
        Assert.Equal(
            "The base of a power must be a plain number, but cost is in GBP/attendance.",
            Assert.Throws<UnitMismatchException>(() => ((Formula)Cost).ToThe(2)).Message
        );

    [Fact]
    public void Dividing_by_nothing_is_undefined_and_not_a_number_of_any_kind()
    {
        Formula undefined = (Formula)People / ((Formula)Ratio - Ratio);
        Assert.Null(undefined.ValueOrNull);
        Assert.Equal(
            "people ÷ (ratio − ratio) is undefined at these values: it divides by zero, or is too large for a number.",
            Assert.Throws<UndefinedFormulaException>(() => undefined.Value).Message
        );
    }

    [Theory]
    [InlineData(3, 2, 2, 3)]
    [InlineData(-1, 4, -1, 4)]
    public void The_smaller_and_the_larger(double left, double right, double smaller, double larger)
    {
        Assert.Equal(smaller, Formula.Smaller(Formula.Number(left, "left"), Formula.Number(right, "right")).Value);
        Assert.Equal(larger, Formula.Larger(Formula.Number(left, "left"), Formula.Number(right, "right")).Value);
    }

    // exp(ln(0.36) × 0.5) = √0.36
    [Fact]
    public void Exponential_and_logarithm_make_a_root() =>
        Assert.Equal(0.6, (((Formula)new Quantity("case.x", 0.36, Unit.None)).Logarithm() * Formula.Number(0.5, "half")).Exponential().Value, 12);

    [Fact]
    public void Text_has_no_more_brackets_than_it_needs()
    {
        Formula formula = (Formula)People * Rate * ((Formula)Ratio).Remainder / ((Formula)People + People);
        Assert.Equal("people × rate × (1 − ratio) ÷ (people + people)", formula.ToString());
        Assert.Equal("107 × 4 × (1 − 0.7) ÷ (107 + 107)", FormulaText.WithNumbers(formula, new Valuation()));
    }

    [Fact]
    public void A_replaced_input_is_replaced_wherever_it_is_used()
    {
        Formula formula = (Formula)People * Rate + ((Formula)People * Rate);
        Assert.Equal(80, new Valuation(new Dictionary<string, double> { ["case.people"] = 10 }).Of(formula));
    }

    [Fact]
    public void A_named_step_can_be_replaced_too()
    {
        Formula step = ((Formula)People * Rate).As("case.attendances", "attendances");
        Assert.Equal(2_800, new Valuation(new Dictionary<string, double> { ["case.attendances"] = 10 }).Of(step * Cost));
    }

    // 64 doublings of one node: computed once each, or never finished.
    [Fact]
    public void A_shared_part_is_computed_once()
    {
        Formula doubled = Ratio;
        for (int i = 0; i < 64; i++)
        {
            doubled += doubled;
        }

        Assert.Equal(0.7 * Math.Pow(2, 64), doubled.Value);
    }

    [Theory]
    [InlineData("GBP/attendances", "GBP/attendance")]
    [InlineData("people/year", "person/year")]
    [InlineData("hour*person/year", "hour*person/year")]
    [InlineData("visits/day/person", "visit/day/person")]
    [InlineData("share", "number")]
    [InlineData("ratio", "number")]
    [InlineData("bonus", "bonus")]
    public void A_unit_has_one_canonical_text(string written, string canonical) => Assert.Equal(canonical, Unit.Parse(written).Text);

    [Theory]
    [InlineData("")]
    [InlineData("per head")]
    [InlineData("£/hour")]
    [InlineData("GBP//hour")]
    public void What_is_no_unit_is_refused(string written) => Assert.False(Unit.TryParse(written, out _));

    [Theory]
    [InlineData("2024-25", 2024, true)]
    [InlineData("1999-00", 1999, true)]
    [InlineData("2024", 2024, false)]
    public void A_price_year_is_financial_or_calendar(string written, int start, bool isFinancial)
    {
        PriceYear year = PriceYear.Parse(written);
        Assert.Equal((start, isFinancial, written), (year.Start, year.IsFinancial, year.ToString()));
    }

    [Theory]
    [InlineData("2024-26")]
    [InlineData("24-25")]
    [InlineData("2024/25")]
    [InlineData("next year")]
    public void What_is_no_price_year_is_refused(string written) => Assert.False(PriceYear.TryParse(written, out _));

    [Fact]
    public void A_share_is_not_a_number()
    {
        Assert.Equal(0.25, 25.Percent.Value);
        Assert.Equal(0.025, 2.5.Percent.Value, 15);
        Assert.Equal(0.75, 25.Percent.Remainder.Value);
        Assert.StartsWith(
            "A share is a fraction between 0 and 1. For 25 % write Share.Of(0.25) or 25.Percent.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Share.Of(25)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Money_without_a_price_year_is_refused() =>
        Assert.StartsWith(
            "'case.x' is money (GBP) and needs a price year.",
            Assert.Throws<ArgumentException>(() => new Quantity("case.x", 1, Unit.Pounds)).Message,
            StringComparison.Ordinal
        );
}
