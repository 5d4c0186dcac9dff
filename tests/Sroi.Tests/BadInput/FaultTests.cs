using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.BadInput;

/// <summary>Each fault of faults.txt, put into a small case without one, gives exactly the message beside it and no other.</summary>
public class FaultTests
{
    private static readonly string Folder = Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "BadInput");
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);
    private static readonly Dictionary<string, Fault> Faults = Read();

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Fact]
    public void The_small_case_has_no_fault() => Assert.Single(Library.Scenario(Path.Combine(Folder, "small.yaml")).Map.Outcomes);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_told_in_full(string name)
    {
        Fault fault = Faults[name];
        string text = File.ReadAllText(Path.Combine(Folder, "small.yaml")).ReplaceLineEndings("\n");
        int at = text.IndexOf(fault.Replaced, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{fault.Replaced}' is not in small.yaml.");
        Assert.Equal(fault.Message, Told(text[..at] + fault.By + text[(at + fault.Replaced.Length)..]));
    }

    [Fact]
    public void All_the_faults_of_a_file_are_told_at_once()
    {
        string text = File.ReadAllText(Path.Combine(Folder, "small.yaml"))
            .ReplaceLineEndings("\n")
            .Replace("attribution: others", "atribution: others", StringComparison.Ordinal)
            .Replace("paid_by: nhs", "paid_by: nsh", StringComparison.Ordinal)
            .Replace("value: 25%", "value: 125%", StringComparison.Ordinal);
        Assert.Equal(
            """
            small.yaml, line 11: quantities.anyway: 'value' is 125%, but a share lies between 0 % and 100 %.
            small.yaml, line 15: inputs.running: 'nsh' is not a party. Did you mean 'nhs'?
              Parties are listed in appraisal/parties.yaml; a scenario may have its own under 'parties'.
            small.yaml, line 27: outcomes.fewer: 'atribution' is not a field of an outcome. Did you mean 'attribution'?
            """.ReplaceLineEndings("\n"),
            Told(text)
        );
    }

    private static string Told(string text)
    {
        string folder = TestFolder.Fresh();
        try
        {
            string file = Path.Combine(folder, "small.yaml");
            File.WriteAllText(file, text);
            return Assert.Throws<InvalidFilesException>(() => Library.Scenario(file)).Message.Replace(file, "small.yaml", StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, Fault> Read()
    {
        Dictionary<string, Fault> faults = [];
        foreach (string block in File.ReadAllText(Path.Combine(Folder, "faults.txt")).ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            string[] lines = block.TrimEnd('\n').Split('\n');
            faults.Add(lines[0], new(Unescaped(lines[1]), Unescaped(lines[2]), string.Join('\n', lines[3..])));
        }

        return faults;
    }

    private static string Unescaped(string line) =>
        line[2..].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);

    private sealed record Fault(string Replaced, string By, string Message);
}
