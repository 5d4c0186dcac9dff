using Sroi.Parameters.Reading;

namespace Sroi.Tests.BadInput;

/// <summary>Of very many problems the first thousand are listed, and how many there are is said.</summary>
public class ProblemCountTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(1_001)]
    [InlineData(5_000)]
    public void Of_many_problems_the_first_thousand_are_listed_and_all_are_counted(int count)
    {
        ProblemList problems = new();
        foreach (int line in Enumerable.Range(1, count))
        {
            problems.Add("x.yaml", line, "wrong");
            problems.Add("x.yaml", line, "wrong");
        }

        Assert.Equal(count, problems.Count);
        IReadOnlyList<Problem> listed = problems.Sorted();
        Assert.Equal(count, listed.Sum(problem => problem.More == 0 ? 1 : problem.More));
        Assert.Equal(
            count == 1_000 ? "x.yaml, line 1000: wrong" : $"x.yaml: the first 1,000 of {count:N0} problems are listed; mend these and look again.",
            listed[^1].ToString()
        );
    }

    [Fact]
    public void A_file_of_five_thousand_unknown_fields_says_so()
    {
        string folder = TestFolder.Fresh(),
            file = Path.Combine(folder, "many.yaml");
        File.WriteAllLines(file, [.. Enumerable.Range(1, 5_000).Select(number => $"field_{number}: 1")]);
        InvalidFilesException error = Assert.Throws<InvalidFilesException>(() => ParameterLibrary.Open(TestFolder.Parameters).Overlay(file));
        Assert.Equal(1_001, error.Problems.Count);
        Assert.Contains("the first 1,000 of 5,00", error.Problems[^1].Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
