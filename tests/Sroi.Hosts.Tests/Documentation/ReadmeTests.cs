using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Documentation;

/// <summary>The README's C# example is a program that runs, and the commands of its table do what they say.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(TestFolder.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_example_of_the_readme_is_the_one_that_is_compiled_and_run()
    {
        string example = CSharp().Match(Readme).Groups["code"].Value.Trim();
        string compiled = File.ReadAllText(Path.Combine(TestFolder.Root, "tests", "Sroi.Hosts.Tests", "Documentation", "ReadmeExample.cs"))
            .ReplaceLineEndings("\n");
        string body = Between(compiled, "        // <example>\n", "        // </example>");
        Assert.Equal(example.Split('\n'), body.TrimEnd('\n').Split('\n').Select(line => line.Length > 8 ? line[8..] : line));

        StringWriter printed = new();
        ReadmeExample.Run(printed, TestFolder.Parameters);
        string text = printed.ToString();
        Assert.StartsWith("Each pound returns £0.09.", text, StringComparison.Ordinal);
        Assert.Contains("source: Miller S, Crawford M, Open access community support groups for people with", text, StringComparison.Ordinal);
        Assert.Contains("People reported on themselves in: ae_rate_ratio.", text, StringComparison.Ordinal);
        Assert.Contains("In 9 of 10 draws the ratio lies between -0.01 and 0.21.", text, StringComparison.Ordinal);
        Assert.EndsWith("A pound would bring a pound with 1,177 people instead of 106.\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    public static TheoryData<string> Commands =>
        [
            .. Command()
                .Matches(Readme)
                .Select(match => match.Groups["args"].Value)
                .Where(args =>
                    !args.Contains("my_", StringComparison.Ordinal)
                    && !args.Contains("riverside", StringComparison.Ordinal)
                    && !args.Contains("--out", StringComparison.Ordinal)
                    && !args.Contains("--saved", StringComparison.Ordinal)
                    && !args.Contains("results/", StringComparison.Ordinal)
                    // Run by tests of their own, with folders of their own.
                    && !args.StartsWith("notebook", StringComparison.Ordinal)
                    && !args.Contains("--help", StringComparison.Ordinal)
                    && !args.Contains("COMMAND", StringComparison.Ordinal)
                    && !args.Contains("DIR", StringComparison.Ordinal)
                    && !args.StartsWith("worker", StringComparison.Ordinal)
                    && !args.Contains("SCENARIO", StringComparison.Ordinal)
                ),
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_readme_works(string args)
    {
        StringWriter output = new(),
            errors = new();
        int code = Cli.CommandLine.Run(args.Split(' '), new(TextReader.Null, output, errors, TestFolder.Root, IsPlain: true));
        Assert.Equal((0, ""), (code, errors.ToString()));
        Assert.NotEmpty(output.ToString());
    }

    // The examples of the package pages run as cells, in a folder of their own.
    [Theory]
    [InlineData("Sroi")]
    [InlineData("Sroi.Presentation")]
    [InlineData("Sroi.Batch")]
    public async Task The_example_of_a_package_works(string project)
    {
        string page = File.ReadAllText(Path.Combine(TestFolder.Root, "src", project, "PACKAGE.md")).ReplaceLineEndings("\n");
        string folder = TestFolder.Fresh();
        NotebookFile notebook = Notebook(folder, CSharp().Match(page).Groups["code"].Value);
        ExecutedNotebook executed = await NotebookRun.RunAsync(notebook, _ => { }, CancellationToken.None);
        Assert.Null(executed.Failure);
        Directory.Delete(folder, recursive: true);
    }

    private static NotebookFile Notebook(string folder, string code)
    {
        JsonObject cell = new()
        {
            ["cell_type"] = "code",
            ["metadata"] = new JsonObject(),
            ["source"] = code,
            ["outputs"] = new JsonArray(),
            ["execution_count"] = null,
        };
        JsonObject root = new()
        {
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
            ["metadata"] = new JsonObject(),
            ["cells"] = new JsonArray(cell),
        };
        string path = Path.Combine(folder, "example.ipynb");
        File.WriteAllText(path, root.ToJsonString());
        return NotebookFile.Read(path);
    }

    private static string Between(string text, string from, string to)
    {
        int start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("`sroi (?<args>[^`]+)`")]
    private static partial Regex Command();
}
