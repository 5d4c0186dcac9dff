using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.BadInput;

/// <summary>Faults in files that no scenario uses are found as well.</summary>
public class LibraryFaultTests
{
    [Theory]
    [InlineData("unit_costs/health.yaml", "index: nhscii", "index: nhsci", "'index' is 'nhsci', which is not a price index. Did you mean 'nhscii'?")]
    [InlineData("unit_costs/housing.yaml", "price_year: 20", "price_year: 19", "has no figure for 19")]
    [InlineData(
        "unit_costs/health.yaml",
        "GBP/consultation",
        "GBP/consulation",
        "but 'consulation' is counted nowhere else. Did you mean 'consultation'?"
    )]
    [InlineData("unit_costs/staff.yaml", "GBP/hour", "gbp/hour", "but 'gbp' is counted nowhere else. Did you mean 'GBP'?")]
    [InlineData("unit_costs/staff.yaml", "GBP/hour", "GBP/hr", "but 'hr' is counted nowhere else. Did you mean 'hour'?")]
    [InlineData("appraisal/parties.yaml", "nhs: {label", "NHS England: {label", "'NHS England' is not a name")]
    [InlineData("appraisal/discounting.yaml", "flat_3_5:", "Flat 3.5:", "'Flat 3.5' is not a name")]
    [InlineData("overlays/croydon_icb.yaml", "date: 2026-11-01", "date: 2026-11-31", "'date' is '2026-11-31', and the calendar has no such date")]
    [InlineData("overlays/croydon_icb.yaml", "price_year: 2025-26", "price_year: 1950-51", "has no figure for 1950-51")]
    [InlineData("appraisal/price_indices.yaml", "base: 2024-25", "base: 2024-26", "'base' is '2024-26', which is not a price year.")]
    [InlineData("appraisal/price_indices.yaml", "2010: 69.1217", "2010-11: 69.1217", "'2010-11' under 'calendar_years' is not a calendar year")]
    public void A_fault_is_told_whether_or_not_anything_uses_it(string file, string was, string now, string message)
    {
        using ParameterCopy copy = new();
        copy.Replace(file, was, now);
        Assert.Contains(
            ProblemsOf(copy.Path),
            problem => problem.File == "parameters/" + file && problem.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_file_with_problems_is_told_to_whoever_asks()
    {
        using ParameterCopy copy = new();
        copy.Replace("unit_costs/health.yaml", "ae_attendance:", "ae_attendance: [");
        ParameterLibrary library = ParameterLibrary.Open(copy.Path);
        Assert.Throws<InvalidFilesException>(() => library.All());
        Assert.Throws<InvalidFilesException>(() => library.All());
    }

    // A noun that is counted once may be anything; one that two numbers share may also be close to a known word.
    [Theory]
    [InlineData(
        "unit: person, source: {title: register}}",
        "unit: person, source: {title: register}}\n  spare: {value: 1, unit: tour, source: {title: x}}"
    )]
    [InlineData(
        "unit: person, source: {title: register}}",
        "unit: person, source: {title: register}}\n  spare: {value: 1, unit: GBP/prison, price_year: 2024-25, source: {title: x}}"
    )]
    [InlineData(
        "unit: person, source: {title: register}}",
        "unit: person, source: {title: register}}\n  a: {value: 1, unit: mouth, source: {title: x}}\n  b: {value: 1, unit: GBP/mouth, price_year: 2024-25, source: {title: x}}"
    )]
    public void A_new_noun_is_a_unit(string was, string now)
    {
        using ShippedFile file = new("tests/Sroi.Tests/BadInput/small.yaml");
        Assert.Empty(file.ProblemsOf(file.Text.Replace(was, now, StringComparison.Ordinal)));
    }

    // a with b, and b with c, but a against c: no numbers can do that.
    [Theory]
    [InlineData(-0.9, Severity.Serious)]
    [InlineData(0.9, null)]
    public void Contradictory_correlations_are_seen_without_draws(double last, Severity? severity)
    {
        string folder = TestFolder.Fresh();
        string path = Path.Combine(folder, "small.yaml");
        File.WriteAllText(
            path,
            File.ReadAllText(Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "BadInput", "small.yaml"))
                .Replace(
                    "  - {between: [anyway, others], spearman: 0.3, why: together}",
                    "  - {between: [anyway, others], spearman: 0.9}\n  - {between: [before, others], spearman: 0.9}\n"
                        + FormattableString.Invariant($"  - {{between: [anyway, before], spearman: {last}}}"),
                    StringComparison.Ordinal
                )
        );
        Scenario scenario = ParameterLibrary.Open(TestFolder.Parameters).Scenario(path);
        Assert.Equal(severity, Assurer.Check(SroiResult.Of(scenario)).FirstOrDefault(w => w.Code == "correlations_repaired")?.Severity);
        Directory.Delete(folder, recursive: true);
    }

    private static IReadOnlyList<Problem> ProblemsOf(string folder)
    {
        List<Problem> problems = [];
        try
        {
            ParameterLibrary library = ParameterLibrary.Open(folder);
            problems.AddRange(Assert.ThrowsAny<InvalidFilesException>(() => Read(library)).Problems);
        }
        catch (InvalidFilesException error)
        {
            problems.AddRange(error.Problems);
        }

        return problems;
    }

    private static void Read(ParameterLibrary library)
    {
        _ = library.All();
        foreach (string overlay in library.FilesUnder("overlays"))
        {
            _ = library.Overlay(overlay);
        }
    }
}
