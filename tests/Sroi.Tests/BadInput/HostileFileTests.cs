using System.Text;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.BadInput;

/// <summary>Files that mean harm, or are no text at all, end soon with a clear error and nothing else.</summary>
public class HostileFileTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);
    private static readonly string Small = File.ReadAllText(Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "BadInput", "small.yaml"));

    // By name, so that no test runner has to show fifty megabytes.
    private static readonly Dictionary<string, (Func<byte[]> Content, string Message)> Files = new()
    {
        ["empty"] = (() => [], "x.yaml: the file is empty."),
        ["only a comment"] = (() => "# only a comment\n"u8.ToArray(), "x.yaml: the file is empty."),
        ["binary"] = (() => [.. Enumerable.Range(0, 256).Select(i => (byte)i)], "x.yaml: this is a binary file, not a YAML text."),
        ["UTF-16"] = (
            () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("title: x\n")],
            "x.yaml: the file is in UTF-16.\n  Save it as UTF-8."
        ),
        ["Latin-1"] = (
            () => [.. "a: b\ntitle: caf"u8, 0xE9, (byte)'\n'],
            "x.yaml, line 2: the text is not UTF-8.\n  Save the file as UTF-8; it was probably saved in an older Windows encoding."
        ),
        ["a line of 50 MB"] = (
            () => Encoding.UTF8.GetBytes("a: " + new string('x', 50_000_000)),
            "x.yaml: the file has 50,000,003 bytes; the limit is 1,000,000.\n  Split it into several files."
        ),
        ["10,000 nested brackets"] = (
            () => Encoding.UTF8.GetBytes("a: " + new string('[', 10_000) + new string(']', 10_000)),
            "x.yaml, line 1: more than 64 levels of nesting."
        ),
        ["10,000 nested braces"] = (() => Encoding.UTF8.GetBytes(new string('{', 10_000)), "x.yaml, line 1: more than 64 levels of nesting."),
        ["a type tag"] = (
            () => "!<tag:yaml.org,2002:System.Diagnostics.Process> {a: b}\n"u8.ToArray(),
            "x.yaml, line 1: 'tag:yaml.org,2002:System.Diagnostics.Process' is a type tag; tags are not allowed.\n  Remove it."
        ),
        ["a list"] = (() => "- a\n- b\n"u8.ToArray(), "x.yaml, line 1: the file should hold fields ('name: value'), but holds a list."),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_gives_a_clear_error(string name) => Assert.Equal(Files[name].Message, Told(Files[name].Content()));

    [Fact]
    public void An_alias_bomb_is_refused_before_it_grows()
    {
        StringBuilder bomb = new("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name < 'z'; name++)
        {
            char before = (char)(name - 1);
            bomb.Append($"{name}: &{name} [{string.Join(", ", Enumerable.Repeat($"*{before}", 9))}]\n");
        }

        Assert.Contains(
            "x.yaml, line 25: '*x' is an alias; anchors and aliases are not allowed.",
            Told(Encoding.UTF8.GetBytes(bomb.ToString())),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("the formula is nested more than 100 levels deep.", 4_000)]
    [InlineData("the formula has 20,006 characters; the limit is 10,000.", 10_000)]
    public void A_formula_of_brackets_is_refused(string message, int brackets)
    {
        string formula = new string('(', brackets) + "people" + new string(')', brackets);
        string text = Small.Replace("quantity: people * before * (1 - ratio)", $"quantity: {formula}", StringComparison.Ordinal);
        Assert.Equal($"x.yaml, line 20: outcomes.fewer: quantity: {message}", Told(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chain_of_quantities_is_refused_whichever_way_it_runs(bool forward)
    {
        IEnumerable<string> links = Enumerable
            .Range(0, 5_000)
            .Select(i => forward ? $"  q{i}: {{formula: q{i + 1}}}\n" : $"  q{i + 1}: {{formula: q{i} + q{i}}}\n");
        string end = $"  q{(forward ? 5_000 : 0)}: {{value: 1, unit: ratio, source: {{title: x}}}}\n";
        string text = Small.Replace("quantities:\n", "quantities:\n" + end + string.Concat(links), StringComparison.Ordinal);
        Assert.Contains("is calculated over more than 100 steps.", Told(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_file_of_nothing_but_faults_a_thousand_are_listed()
    {
        string[] told = Told(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"k{i}: 1\n")))).Split('\n');
        Assert.StartsWith("x.yaml: the first 1,000 of 50,00", told[^1], StringComparison.Ordinal);
    }

    // Three hundred files with one byte changed, added or lost: each is read or refused, and none does anything else.
    [Fact]
    public void A_damaged_file_is_read_or_refused()
    {
        Random damage = new(20260101);
        byte[] whole = Encoding.UTF8.GetBytes(Small);
        int refused = 0;
        for (int i = 0; i < 300; i++)
        {
            List<byte> bytes = [.. whole];
            int at = damage.Next(bytes.Count);
            switch (damage.Next(3))
            {
                case 0:
                    bytes[at] = (byte)damage.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)damage.Next(256));
                    break;
                default:
                    bytes.RemoveAt(at);
                    break;
            }

            refused += Read([.. bytes]) is null ? 0 : 1;
        }

        Assert.InRange(refused, 100, 299);
    }

    private static string Told(byte[] content)
    {
        Refusal? refusal = Read(content);
        return Assert.IsType<InvalidFilesException>(refusal?.Error).Message.Replace(refusal.File, "x.yaml", StringComparison.Ordinal);
    }

    private static Refusal? Read(byte[] content)
    {
        string file = Path.Combine(Path.GetTempPath(), $"sroi-hostile-{Environment.ProcessId}.yaml");
        File.WriteAllBytes(file, content);
        try
        {
            _ = Sroi.Evaluation.SroiResult.Of(Library.Scenario(file));
            return null;
        }
        catch (Exception error) when (error is InvalidFilesException or UnfilledTemplateException)
        {
            return new(error, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed record Refusal(Exception Error, string File);
}
