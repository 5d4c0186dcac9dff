using System.Text.RegularExpressions;

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
        Assert.StartsWith("Each pound returns £0.15.", text, StringComparison.Ordinal);
        Assert.Contains("source: Miller S, Crawford M, Open access community support groups for people with", text, StringComparison.Ordinal);
        Assert.Contains("People reported on themselves in: ae_rate_ratio.", text, StringComparison.Ordinal);
        Assert.Contains("In 9 of 10 draws the ratio lies between -0.03 and 0.39.", text, StringComparison.Ordinal);
        Assert.EndsWith("A pound would bring a pound with 702 people instead of 107.\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
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
                    && !args.Contains("--help", StringComparison.Ordinal)
                    && !args.Contains("COMMAND", StringComparison.Ordinal)
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
