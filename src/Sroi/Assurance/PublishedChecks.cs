using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Assurance;

/// <summary>Examples and figures from the literature, computed here with the numbers of a library, each difference explained.</summary>
/// <param name="Rows">One for each published figure.</param>
public sealed record PublishedChecks(ImmutableArray<PublishedCheck> Rows) : Result
{
    private const string Guide = "A Guide to Social Return on Investment, Cabinet Office, 2009, worked example",
        GreenBook = "The Green Book, HM Treasury, 2026, discount factors",
        Printed = "no difference beyond the printed digits";

    /// <summary>The checks that the shipped scenarios, schedules, indices and evidence allow.</summary>
    /// <exception cref="UnknownNameException">The library lacks one of them.</exception>
    public static PublishedChecks Of(ParameterLibrary library) =>
        new([.. Example(library), .. Factors(library), .. Evidence(library), .. Prices(library)]);

    private static IEnumerable<PublishedCheck> Example(ParameterLibrary library)
    {
        SroiResult meals = SroiResult.Of(library.Scenario("wheels_to_meals"));
        yield return new("Wheels-to-Meals: inputs (£)", 42_375, meals.PresentValueInputs, Guide, Printed);
        yield return new("Wheels-to-Meals: present value of benefits (£)", 81_741.93, meals.PresentValueBenefits, Guide, Printed);
        yield return new("Wheels-to-Meals: net present value (£)", 39_366.93, meals.NetPresentValue ?? 0, Guide, Printed);
        yield return new("Wheels-to-Meals: ratio", 1.93, meals.SroiRatio ?? 0, Guide, "printed with two decimals; 1.92901 in full");
    }

    private static IEnumerable<PublishedCheck> Factors(ParameterLibrary library)
    {
        DiscountSchedule schedule = library.Schedules["green_book_2026"];
        foreach ((int year, double published) in new[] { (30, 0.356278), (31, 0.345901), (75, 0.0942138) })
        {
            yield return new($"Discount factor of year {year}", published, schedule.Elapsed(year, RateColumn.Standard), GreenBook, Printed);
        }
    }

    private static IEnumerable<PublishedCheck> Evidence(ParameterLibrary library)
    {
        Distribution hospital = library.Parameter("evidence.marco_cavallo_centre.hospitalisation_rate_ratio").Distribution;
        const string study = "Pocobello et al. 2020, 63.2 % fewer hospitalisations, P = 0.002",
            implied = "the paper prints the ratio and P; this is the interval that they imply";
        yield return new("Hospitalisation rate ratio, lower 95 % limit", 0.195, hospital.Quantile(0.025), study, implied);
        yield return new("Hospitalisation rate ratio, upper 95 % limit", 0.694, hospital.Quantile(0.975), study, implied);
        yield return new(
            "Trained peers still employed after a year",
            59.0 / 66,
            library.Parameter("evidence.arizona_peer_employment.retained_employment").Distribution.Mean,
            "Hutchinson et al. 2006, 89 % of 66 people",
            "the mean after adding half a success and half a failure (Jeffreys prior), which small samples need"
        );
    }

    private static IEnumerable<PublishedCheck> Prices(ParameterLibrary library)
    {
        PriceIndex deflator = library.Indices["gdp_deflator"];
        foreach ((int year, double published) in new[] { (2015, 75.1536), (2019, 81.1085), (2021, 85.6358) })
        {
            double level = 100 / deflator.Between(PriceYear.Calendar(year), PriceYear.Calendar(2024)).Factor;
            yield return new(
                $"GDP deflator of calendar {year} (2024 = 100)",
                published,
                level,
                "GDP deflators, HM Treasury, calendar series",
                "here a quarter of the financial year that ends in it and three of the one that begins in it: within 0.6 % where prices jump"
            );
        }
    }
}

/// <summary>A published figure and the same figure calculated here.</summary>
/// <param name="What">What it is.</param>
/// <param name="Published">As published.</param>
/// <param name="Computed">As computed.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Why">Where the two differ, why.</param>
public sealed record PublishedCheck(string What, double Published, double Computed, string Source, string Why)
{
    /// <summary>The difference as a share of the published figure.</summary>
    public double Difference => (Computed - Published) / Published;
}
