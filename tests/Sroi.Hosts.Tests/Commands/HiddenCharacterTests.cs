using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sroi.Quantities;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Hidden characters are refused where they come in, and written out wherever text leaves.</summary>
public sealed partial class HiddenCharacterTests : IDisposable
{
    private readonly ParameterCopy _parameters = new();

    private static readonly (string Written, string Name)[] Ways =
    [
        ("\\e[2J", "U+001B"),
        ("\\x9B2J", "U+009B"),
        ("\\r", "U+000D"),
        ("\\a", "U+0007"),
        ("\\u202E", "U+202E"),
        ("\\u2066", "U+2066"),
        ("\\u200F", "U+200F"),
        ("\\u200B", "U+200B"),
        ("\\u2028", "U+2028"),
        ("\\P", "U+2029"),
        ("\\uFEFF", "U+FEFF"),
        // As themselves.
        ("\u202E", "U+202E"),
        ("\u200B", "U+200B"),
        ("\u001B", "U+001B"),
        ("\u0085", "U+0085"),
    ];

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(TestFolder.Parameters, "*.yaml", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(TestFolder.Parameters, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    // Each text of a file holds another one: each is named with its own line, and what is said shows none.
    [Theory]
    [MemberData(nameof(Files))]
    public void Each_text_field_of_each_shipped_file_refuses_it(string file)
    {
        List<string> expected = [];
        string path = Path.Combine(_parameters.Path, file);
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            (string hidden, string name) = Ways[expected.Count % Ways.Length];
            Regex field = lines[i].Contains('{') ? InBraces() : ByItself();
            string spoilt = field.Replace(lines[i], match => $"{match.Groups[1].Value}\"x{hidden}x\"");
            if (spoilt != lines[i] && !lines[i].TrimStart().StartsWith('#') && !GoesOn(lines[i], i + 1 < lines.Length ? lines[i + 1] : ""))
            {
                lines[i] = spoilt;
                expected.Add(string.Create(CultureInfo.InvariantCulture, $"{file}, line {i + 1}: the hidden character {name}"));
            }
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        string[] command = file.StartsWith("batches/", StringComparison.Ordinal)
            ? ["batch", "check", Path.GetFileNameWithoutExtension(file)]
            : ["check"];
        Command check = Command.Run([.. command, "--parameters", _parameters.Path]);
        Assert.NotEmpty(expected);
        Assert.Equal(1, check.Code);
        Assert.Null(VisibleText.FirstHidden(check.Errors + check.Output));
        Assert.All(expected, problem => Assert.Contains(problem, check.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public void A_comment_may_hide_nothing_either()
    {
        _parameters.Replace("scenarios/croydon_sun.yaml", "# Croydon", "# \u202ECroydon");
        Command run = Command.Run(["run", "croydon_sun", "--parameters", _parameters.Path]);
        Assert.Equal(1, run.Code);
        Assert.StartsWith(
            "parameters/scenarios/croydon_sun.yaml, line 2: the hidden character U+202E in "
                + "'# \\u202ECroydon Service User Network: psychiatrists and serv",
            run.Errors[run.Errors.IndexOf("parameters/", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
    }

    // A line of its own could pass for a figure.
    [Fact]
    public void A_text_of_several_lines_is_read_as_one_line()
    {
        _parameters.Replace(
            "scenarios/croydon_sun.yaml",
            "why: not measured",
            "why: \"not measured\\n  SROI ratio (all benefits ÷ all inputs)      9.99 : 1\""
        );
        Command run = Command.Run(["run", "croydon_sun", "--parameters", _parameters.Path]);
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain(run.Output.Split('\n'), line => Forged().IsMatch(line));
        Assert.Contains(
            "not measured SROI ratio",
            string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run|croydon_sun|--overlay")]
    [InlineData("explain|croydon_sun")]
    [InlineData("tornado|croydon_sun|--of")]
    [InlineData("tornado|croydon_sun|--range")]
    [InlineData("parameters|show")]
    [InlineData("run|croydon_sun|--variant")]
    [InlineData("run|croydon_sun|--parameters")]
    [InlineData("batch|summary")]
    [InlineData("notebook|run")]
    [InlineData("reproduce")]
    [InlineData("new")]
    [InlineData("run|croydon_sun|--draws")]
    public void What_the_command_line_holds_does_not_reach_the_terminal_raw(string command)
    {
        Command run = Command.Run([.. command.Split('|'), "x\u001B[2J\u009B\u202E[red]y"]);
        Assert.NotEqual(0, run.Code);
        Assert.Contains("\\u001B[2J\\u009B\\u202E[red]", run.Errors, StringComparison.Ordinal);
        Assert.Null(VisibleText.FirstHidden(run.Errors + run.Output));
    }

    // A scenario is named by its file.
    [Fact]
    public void The_name_of_a_file_does_not_either()
    {
        string name = "x\u001B[2J\u202E[red]",
            file = Path.Combine(_parameters.Path, "scenarios", $"{name}.yaml"),
            output = Path.Combine(TestFolder.Fresh(), name);
        File.Copy(Path.Combine(_parameters.Path, "scenarios", "croydon_sun.yaml"), file);
        string[][] commands =
        [
            ["run", file, "--out", output],
            ["explain", file, "ratio"],
            ["tornado", file, "--csv"],
            ["run", file, "--json"],
        ];
        foreach (string[] command in commands)
        {
            Command run = Command.Run([.. command, "--parameters", _parameters.Path]);
            Assert.Null(VisibleText.FirstHidden(run.Errors + run.Output));
        }

        if (Directory.Exists(output))
        {
            Assert.All(Directory.EnumerateFiles(output), path => Assert.Null(VisibleText.FirstHidden(File.ReadAllText(path))));
        }
    }

    [Fact]
    public void A_table_of_runs_refuses_it()
    {
        string table = Path.Combine(_parameters.Path, "batches", "croydon_tenders.csv");
        File.WriteAllText(table, File.ReadAllText(table).Insert(4, "\u200B"));
        Command check = Command.Run(["batch", "check", "croydon_tenders", "--parameters", _parameters.Path]);
        Assert.Equal(1, check.Code);
        Assert.Contains("croydon_tenders.csv, line 1: the hidden character U+200B", check.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_runs_may_begin_with_a_byte_order_mark()
    {
        string table = Path.Combine(_parameters.Path, "batches", "croydon_tenders.csv"),
            plain = Command.Run(["batch", "check", "croydon_tenders", "--parameters", _parameters.Path]).Output;
        File.WriteAllText(table, File.ReadAllText(table), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Command check = Command.Run(["batch", "check", "croydon_tenders", "--parameters", _parameters.Path]);
        Assert.Equal((0, ""), (check.Code, check.Errors));
        Assert.Equal(plain, check.Output);
    }

    public void Dispose() => _parameters.Dispose();

    // A plain text that goes on in the next line is left as it is.
    private static bool GoesOn(string line, string next) =>
        line.Count(c => c == '{') != line.Count(c => c == '}') || (!next.Contains(':') && IndentOf(next) > IndentOf(line));

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;

    private const string Names =
        "(?:title|label|question|description|note|author|publisher|locator|why|change|how|output|indicator|licence|weakness):[ ]+";

    private const string Quoted = """("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^'"\[{>|\s]""";

    [GeneratedRegex($$"""([{,][ ]*{{Names}}){{Quoted}}[^,}]*(?=[,}]))""")]
    private static partial Regex InBraces();

    [GeneratedRegex($"""(^[ ]*(?:-[ ]+)?{Names}){Quoted}.*$)""")]
    private static partial Regex ByItself();

    [GeneratedRegex(@"^\s*SROI ratio .*\s{3,}9\.99")]
    private static partial Regex Forged();
}
