using System.Text;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Parameters.Reading;
using Sroi.Tests.BadInput;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>Each value of batch plans, emptied or in digits of another script, is a problem at its own line; so is a number of a table.</summary>
public sealed class PlanPlacesTests : IDisposable
{
    // Every field that a plan can have, over one service.
    private const string Everything = """
        title: Everything
        author: A
        note: N
        scenarios: [croydon_sun]
        overlays: [none, [croydon_icb]]
        variants: [base, lighter_staffing]
        vary:
          unit_costs.health.ae_attendance: [220, 340]
          unit_costs.staff.nurse_band_6_hour: {values: [50, 60], price_year: 2024-25}
          '*.fading': {from: 10%, to: 50%, steps: 3, cross: true}
        design: full-factorial
        draws: 1000
        seed: 1

        """;

    private const string Sampled = """
        scenarios: croydon_sun
        vary:
          '*.fading': {from: 10%, to: 50%}
        design: {latin-hypercube: {runs: 16}}
        draws: 1000
        seed: 1

        """;

    private readonly PlanFolder _folder = new();
    private ParameterLibrary? _library;

    public static TheoryData<string> Plans => [Everything, Sampled, Shipped("croydon_tenders"), Shipped("marco_cavallo_centre")];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Plans))]
    public void An_empty_value_is_told_at_its_line(string plan)
    {
        Assert.Empty(ProblemsOf(plan));
        Assert.Empty(
            YamlPlaces
                .Of(plan)
                .SelectMany(place => new[] { "{}", "[]", "\"\"", place.InFlow ? "null" : "" }.Select(empty => (place, empty)))
                .Where(one => !ProblemsOf(one.place.With(plan, one.empty)).Any(problem => problem.Line == one.place.Line))
                .Select(one => $"{one.place.Path}: '{one.empty}'")
        );
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_digit_of_another_script_is_told_at_its_line(string plan) =>
        Assert.Empty(
            YamlPlaces
                .Of(plan)
                .Where(place => char.IsAsciiDigit(plan[place.Start..place.End].TrimStart().FirstOrDefault()))
                .Where(place =>
                    !ProblemsOf(place.With(plan, Arabic(plan[place.Start..place.End])))
                        .Any(problem => problem.Line == place.Line && problem.ToString().Contains("another script", StringComparison.Ordinal))
                )
                .Select(place => place.Path)
        );

    [Fact]
    public void A_number_of_a_table_in_digits_of_another_script_is_told_at_its_line()
    {
        _folder.Write("runs.csv", "unit_costs.health.ae_attendance\n220\n٣٤٠\n");
        Assert.Equal(
            "parameters/batches/runs.csv, line 3: 'unit_costs.health.ae_attendance' is '٣٤٠', which is not a number.\n"
                + "  These are digits of another script; write 340.",
            _folder.Problems("scenarios: [croydon_sun]\ndesign: {table: runs.csv}\ndraws: 1000\nseed: 1\n")
        );
    }

    private static string Shipped(string name) => File.ReadAllText(Path.Combine(TestFolder.Parameters, "batches", name + ".yaml"));

    private static string Arabic(string written) =>
        written.Trim().Aggregate(new StringBuilder(), (text, c) => text.Append(char.IsAsciiDigit(c) ? (char)(0x0660 + c - '0') : c)).ToString();

    private IReadOnlyList<Problem> ProblemsOf(string plan)
    {
        _folder.Write("plan.yaml", plan);
        try
        {
            _ = BatchPlan.Read(_library ??= _folder.Library(), "plan");
            return [];
        }
        catch (InvalidFilesException error)
        {
            return error.Problems;
        }
    }
}
