using System.CommandLine;
using Sroi.Cli;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Every option of every command, given wrongly, answers in words of ours: what was found, and what it takes.</summary>
public class OptionTests
{
    private static readonly string[] Foreign = ["System.", "Cannot parse", "expected type", "Required argument", "expects a single", "Parameter '"];

    private static readonly (string[] Path, Option Option)[] All =
    [
        .. Leaves(CommandLine.Root(new(TextReader.Null, TextWriter.Null, TextWriter.Null, TestFolder.Root, IsPlain: true)), [])
            .SelectMany(leaf => leaf.Command.Options.Select(option => (leaf.Path, option))),
    ];

    public static TheoryData<string, string> NotText =>
        Named(option => option.ValueType != typeof(bool) && option.ValueType != typeof(string) && option.ValueType != typeof(string[]));

    public static TheoryData<string, string> WithValue => Named(option => option.Arity.MinimumNumberOfValues > 0);

    public static TheoryData<string, string> Once => Named(option => option.Arity is { MinimumNumberOfValues: 1, MaximumNumberOfValues: 1 });

    [Fact]
    public void There_are_options_of_each_sort()
    {
        Assert.True(NotText.Count > 30);
        Assert.True(WithValue.Count > 60);
        Assert.Contains(All, one => one.Option.Name == "--threads" && one.Path[^1] == "reproduce");
    }

    [Theory]
    [MemberData(nameof(NotText))]
    public void A_value_that_is_none_is_shown_with_what_is_taken(string command, string option)
    {
        string errors = Refused([.. command.Split(' '), $"{option}=§x"]);
        Assert.Contains($"{option} takes ", errors, StringComparison.Ordinal);
        Assert.Contains("found '§x'", errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithValue))]
    public void A_value_that_is_missing_is_asked_for(string command, string option) =>
        Assert.Contains($"{option} needs a value: {option} ", Refused([.. command.Split(' '), option]), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Once))]
    public void A_value_given_twice_is_refused(string command, string option) =>
        Assert.Contains(
            $"{option} was given 2 times but is allowed once: {option} ",
            Refused([.. command.Split(' '), option, "1", option, "1"]),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("tornado croydon_sun --input people", "--input", "--param")]
    [InlineData("tornado croydon_sun --ends 10%..90%", "--ends", "--percentiles")]
    [InlineData("indices marco_cavallo_centre --seed 1 --points 256 --every-input", "--every-input", "--every-param")]
    [InlineData("acceptability croydon_sun lighter_staffing --draws 200 --seed 1 --without-nothing", "--without-nothing", "--must-choose")]
    [InlineData("run croydon_sun --draws 1000 --seed 1 --keep inputs", "--keep inputs", "--keep parameters")]
    [InlineData("run croydon_sun --draws 1000 --seed 1 --keep outputs", "--keep outputs", "--keep figures")]
    [InlineData("explain croydon_sun numbers", "explain … numbers", "explain … parameters")]
    public void A_former_name_works_and_says_the_new_one(string args, string former, string now)
    {
        Command before = Command.Run(args),
            after = Command.Run(args.Replace(former.Replace("explain … ", ""), now.Replace("explain … ", ""), StringComparison.Ordinal));
        Assert.Equal((0, $"{former} is now called {now}; the old name will be removed in the next release.\n"), (before.Code, before.Errors));
        Assert.Equal((0, before.Output, ""), (after.Code, after.Output, after.Errors));
    }

    [Fact]
    public void Help_leaves_former_names_out_and_fits_into_80_columns()
    {
        foreach ((string[] path, _) in All.DistinctBy(one => string.Join(' ', one.Path)))
        {
            Command help = Command.Run([.. path, "--help"]);
            Assert.Equal((0, ""), (help.Code, help.Errors));
            Assert.DoesNotContain("--input", help.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("--without-nothing", help.Output, StringComparison.Ordinal);
            Assert.All(help.Output.Split('\n'), line => Assert.True(line.Length <= Terminal.PlainWidth, line));
        }
    }

    private static string Refused(string[] args)
    {
        Command answer = Command.Run(args);
        Assert.Equal((2, ""), (answer.Code, answer.Output));
        string[] lines = answer.Errors.Split('\n');
        // An argument that is missing too is told in a line of its own.
        string told = string.Join('\n', lines.Where(line => !line.StartsWith("Required argument '", StringComparison.Ordinal)));
        Assert.DoesNotContain(Foreign, foreign => told.Contains(foreign, StringComparison.Ordinal));
        return told;
    }

    private static TheoryData<string, string> Named(Func<Option, bool> which)
    {
        TheoryData<string, string> named = [];
        foreach ((string[] path, Option option) in All.Where(one => which(one.Option) && one.Option.Name is not ("--help" or "--version")))
        {
            named.Add(string.Join(' ', path), option.Name);
        }

        return named;
    }

    private static IEnumerable<(string[] Path, System.CommandLine.Command Command)> Leaves(System.CommandLine.Command command, string[] path) =>
        command.Subcommands.Count == 0 ? [(path, command)] : command.Subcommands.SelectMany(inner => Leaves(inner, [.. path, inner.Name]));
}
