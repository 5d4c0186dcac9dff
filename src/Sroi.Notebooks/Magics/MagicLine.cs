using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sroi.Notebooks.Cells;
using Sroi.Parameters.Reading;

namespace Sroi.Notebooks.Magics;

/// <summary>A magic with its names and options.</summary>
/// <param name="Word">The word after <c>#!</c>.</param>
/// <param name="Line">The line of the cell, counted from 1.</param>
/// <param name="Names">Positional arguments, in order.</param>
/// <param name="Options">Options by name, without the dashes; a flag has an empty value.</param>
internal sealed partial record MagicLine(string Word, int Line, ImmutableArray<string> Names, ImmutableDictionary<string, string> Options)
{
    private static readonly FrozenDictionary<string, Form> Forms = new Dictionary<string, Form>
    {
        ["share"] = new("#!share NAME --from csharp [--as NAME]", Names: 1, ["from", "as", "mime-type"]),
        ["set"] = new("#!set --name NAME --value VALUE", Names: 0, ["name", "value", "byref", "mime-type"]),
        ["value"] = new(
            "#!value --name NAME, with the text in the lines below it, or with --from-file FILE, --from-url URL or --from-value VALUE",
            Names: 0,
            ["name", "from-file", "from-url", "from-value", "mime-type"]
        ),
        ["import"] = new("#!import FILE", Names: 1, []),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses what follows the word.</summary>
    /// <exception cref="CellException">The magic does not accept it.</exception>
    public static MagicLine Read(string word, string rest, int line)
    {
        if (!Forms.TryGetValue(word, out Form? form))
        {
            return rest.Trim().Length == 0
                ? new(word, line, [], ImmutableDictionary<string, string>.Empty)
                : throw new CellException("MagicError", $"#!{word} takes nothing after it; found '{rest.Trim()}'.", line);
        }

        MagicLine magic = new(word, line, [], ImmutableDictionary<string, string>.Empty);
        Queue<string> words = new(Words().Matches(rest).Select(match => match.Value.Replace("\"", "")));
        while (words.TryDequeue(out string? next))
        {
            magic = next.StartsWith("--", StringComparison.Ordinal)
                ? magic.With(next[2..].Split('=', 2), words, form)
                : magic with
                {
                    Names = magic.Names.Add(next),
                };
        }

        return magic.Names.Length == form.Names ? magic : throw magic.Unlike();
    }

    /// <summary>The value of a required option.</summary>
    /// <exception cref="CellException">It is missing.</exception>
    public string Required(string option) => Options.GetValueOrDefault(option) is { Length: > 0 } value ? value : throw Unlike();

    /// <summary>An error in this line.</summary>
    public CellException Mistake(string why) => new("MagicError", $"#!{Word}: {why}", Line);

    /// <summary>The line does not match the syntax of its magic.</summary>
    public CellException Unlike() => Mistake($"write {Forms[Word].Usage}.");

    private MagicLine With(string[] option, Queue<string> words, Form form)
    {
        string name = option[0];
        if (!form.Options.Contains(name))
        {
            throw Mistake($"there is no option '--{name}'.{Nearest.HintOrAll($"--{name}", [.. form.Options.Select(known => $"--{known}")])}");
        }

        string value =
            option.Length > 1 ? option[1]
            : name == "byref" ? ""
            : words.TryDequeue(out string? next) ? next
            : throw Unlike();
        return this with { Options = Options.SetItem(name, value) };
    }

    [GeneratedRegex(@"(?:""[^""]*""|[^\s""])+")]
    private static partial Regex Words();

    private sealed record Form(string Usage, int Names, ImmutableArray<string> Options);
}
