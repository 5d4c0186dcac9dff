using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Tests.Parameters;

/// <summary>What the user probably meant: by edits, by words, and nothing where nothing is near.</summary>
public class NearestTests
{
    private static readonly string[] Names =
    [
        "green_book_2026",
        "hmt_2003",
        "unit_costs.health.ae_attendance",
        "unit_costs.mental_health.bed_day",
        "croydon_sun",
        "nhs",
    ];

    [Theory]
    [InlineData("green_book", "green_book_2026")]
    [InlineData("greenbook_2026", "green_book_2026")]
    [InlineData("Green-Book-2026", "green_book_2026")]
    [InlineData("green_book_2026_standard", "green_book_2026")]
    [InlineData("attendance", "unit_costs.health.ae_attendance")]
    [InlineData("health.ae_attendance", "unit_costs.health.ae_attendance")]
    [InlineData("bed_day", "unit_costs.mental_health.bed_day")]
    [InlineData("croydon", "croydon_sun")]
    [InlineData("NHS", "nhs")]
    [InlineData("nsh", "nhs")]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("something_else", null)]
    public void The_nearest_is_named(string found, string? expected) => Assert.Equal(expected, Nearest.To(found, Names));

    [Theory]
    [InlineData("2025-27", "2025-26")]
    [InlineData("2025/26", "2025-26")]
    [InlineData("2025-2026", "2025-26")]
    [InlineData("2025–26", "2025-26")]
    [InlineData("25-26", "2025-26")]
    [InlineData("last year", null)]
    [InlineData("20255", null)]
    [InlineData("", null)]
    public void The_nearest_year_is_named(string found, string? expected) => Assert.Equal(expected, PriceYear.Nearest(found)?.ToString());
}
