using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sroi.Hosts.Tests.Rules;

/// <summary>
/// Text is plain British English: a short list of phrases stays out of every string, comment and docstring of the source, every page of documentation,
/// every notebook and every help text.
/// </summary>
public partial class WordTests
{
    [Fact]
    public void No_listed_phrase_comes_back()
    {
        string[] offences = [.. Files().SelectMany(Offences).Order(StringComparer.Ordinal)];
        Assert.True(offences.Length == 0, string.Join('\n', offences));
        Assert.True(Files().Count() > 500);
    }

    [Fact]
    public void No_help_text_has_a_listed_phrase()
    {
        System.CommandLine.Command root = Cli.CommandLine.Root(
            new(TextReader.Null, TextWriter.Null, TextWriter.Null, TestFolder.Root, IsPlain: true)
        );
        Assert.Empty(HelpOf(root).SelectMany(text => Listed().Matches(text)));
        Assert.True(HelpOf(root).Count() > 100);
    }

    [Theory]
    [InlineData("/// <summary>One is picked, and told.</summary>\nclass A;", "told")]
    [InlineData("// This is read anew.\nclass A;", "anew")]
    [InlineData("class A { string B = $\"Weak spots, gravest first: {1}\"; }", "Weak spots, gravest")]
    [InlineData("class A { string B = @\"some of them hang\n together\"; }", "hang\n together")]
    [InlineData("class Told { void Nobody() { } }", "")]
    public void A_violation_in_code_is_found(string code, string found) => Assert.Equal(found, string.Join(", ", FoundIn(TextsOf(code))));

    [Fact]
    public void A_violation_in_a_page_or_a_notebook_is_found()
    {
        Assert.Equal(["Nobody has", "null where"], FoundIn(["Nobody has measured it.", "It is null where there is none."]));
        string notebook =
            """{"cells": [{"cell_type": "markdown", "source": ["What turns ", "the decision?"]}, {"cell_type": "code", "source": "// at hand"}]}""";
        Assert.Equal(["turns the decision", "at hand"], FoundIn(CellsOf(notebook)));
    }

    private static IEnumerable<string> Offences(string file) => FoundIn(TextsOfFile(file)).Select(found => $"{file}: {Spaces().Replace(found, " ")}");

    private static IEnumerable<string> FoundIn(IEnumerable<string> texts) =>
        texts.SelectMany(text => Listed().Matches(text)).Select(match => match.Value);

    private static IEnumerable<string> TextsOfFile(string file)
    {
        string text = File.ReadAllText(Path.Combine(TestFolder.Root, file));
        return Path.GetExtension(file) switch
        {
            ".cs" => TextsOf(text),
            ".ipynb" => CellsOf(text),
            _ => [text],
        };
    }

    // Names are code; strings, comments and docstrings are text.
    private static IEnumerable<string> TextsOf(string code)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code).GetRoot();
        IEnumerable<string> comments = root.DescendantTrivia()
            .Where(trivia => trivia.ToString().StartsWith('/') || trivia.HasStructure)
            .Select(trivia => trivia.ToFullString());
        IEnumerable<string> strings = root.DescendantTokens()
            .Where(token => token.Kind().ToString() is { } kind && (kind.Contains("String", StringComparison.Ordinal)))
            .Select(token => token.ToString());
        return comments.Concat(strings);
    }

    private static IEnumerable<string> CellsOf(string notebook)
    {
        using JsonDocument document = JsonDocument.Parse(notebook);
        return
        [
            .. document
                .RootElement.GetProperty("cells")
                .EnumerateArray()
                .Select(cell => cell.GetProperty("source"))
                .Select(source =>
                    source.ValueKind == JsonValueKind.Array
                        ? string.Concat(source.EnumerateArray().Select(line => line.GetString()))
                        : source.GetString()!
                ),
        ];
    }

    private static IEnumerable<string> HelpOf(System.CommandLine.Command command) =>
        [
            command.Description ?? "",
            .. command.Arguments.Select(argument => argument.Description ?? ""),
            .. command.Options.Select(option => option.Description ?? ""),
            .. command.Subcommands.SelectMany(HelpOf),
        ];

    private static IEnumerable<string> Files()
    {
        string[] folders = ["src", "notebooks", "parameters", "tests"];
        return folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TestFolder.Root, folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(TestFolder.Root, "*.md"))
            .Select(path => Path.GetRelativePath(TestFolder.Root, path).Replace('\\', '/'))
            .Where(file =>
                Path.GetExtension(file) is ".md" or ".ipynb" or ".dib"
                || (file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            )
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "corpus"));
    }

    [GeneratedRegex(
        @"\b(told|tells|anew|hangs?\s+together|turns?\s+the\s+decision|decision\s+turns?|nobody(\s+has)?|anybody|somebody|whoever|at\s+hand|(weak\s+spots?,\s+)?gravest|weak\s+spots?|null\s+where|left\s+out|stands|one\s+after\s+the\s+other|means\s+nothing|of\s+nothing\s+else|held\s+against|turns\s+round|upside\s+down|where\s+(nobody|somebody|there\s+is\s+none)|how-manieth)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Listed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
