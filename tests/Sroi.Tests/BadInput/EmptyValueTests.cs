using Sroi.Parameters.Reading;

namespace Sroi.Tests.BadInput;

/// <summary>Each value of each shipped file, emptied in each of four ways, is a problem at its own line, or has the meaning that parameters/README.md gives it.</summary>
public class EmptyValueTests
{
    // What [] says: there is none.
    private static readonly string[] MayBeNone = ["power_shared_with", "inputs", "outcomes", "transfers", "not_valued", "correlations"];
    private static readonly string[] Empty = ["{}", "[]", "\"\"", ""];

    public static TheoryData<string> Files => [.. ShippedFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_empty_value_is_told_at_its_line_or_says_none(string name)
    {
        using ShippedFile file = new(name);
        Assert.Empty(file.ProblemsOf(file.Text));
        List<string> silent = [];
        foreach (string part in file.Parts)
        {
            foreach (YamlPlace place in YamlPlaces.Of(part))
            {
                foreach (string empty in Empty.Where(empty => !(empty == "[]" && SaysNone(place))))
                {
                    // Between commas, what is blank is written so.
                    IReadOnlyList<Problem> problems = file.ProblemsOf(place.With(part, empty.Length == 0 && place.InFlow ? "null" : empty));
                    if (!problems.Any(problem => file.IsAt(problem, place.Line)))
                    {
                        silent.Add($"{place.Path}: '{empty}' → {string.Join(" | ", problems.Select(problem => problem.ToString()))}");
                    }
                }
            }
        }

        Assert.True(silent.Count == 0, string.Join("\n", silent));
    }

    [Theory]
    [InlineData("power_shared_with")]
    [InlineData("transfers")]
    [InlineData("not_valued")]
    [InlineData("correlations")]
    public void None_is_the_same_as_left_out(string field)
    {
        using ShippedFile file = new("tests/Sroi.Tests/BadInput/small.yaml");
        string without = string.Concat(file.Text.Split("\ncorrelations:\n  - ")[0], "\n");
        Assert.Empty(file.ProblemsOf(without));
        Assert.Empty(file.ProblemsOf(without + $"{field}: []\n"));
    }

    [Fact]
    public void The_readme_names_what_may_be_none() =>
        Assert.Contains(
            $"Only {string.Join(", ", MayBeNone[..^1].Select(field => $"`{field}`"))} and `{MayBeNone[^1]}` may be empty lists",
            File.ReadAllText(Path.Combine(TestFolder.Parameters, "README.md")),
            StringComparison.Ordinal
        );

    // Of the scenario, and of usual care.
    private static bool SaysNone(YamlPlace place) => MayBeNone.Contains(place.Path) || place.Path is "baseline.inputs" or "baseline.outcomes";
}
