using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Magics;
using Sroi.Notebooks.Scripting;
using Sroi.Parameters.Reading;

namespace Sroi.Notebooks.Execution;

/// <summary>The variables that <c>#!set</c>, <c>#!value</c> and <c>#!share</c> declare, as the C# that declares them.</summary>
internal sealed class MagicValues(SubmissionChain chain, string folder)
{
    private static readonly string[] OurKernels = ["csharp", "c#", ".net", "value"];

    /// <summary>The C# that declares the variable, on the line of the magic; empty if there is nothing to declare.</summary>
    /// <param name="part">The magic and, for <c>#!value</c>, the text below it.</param>
    /// <param name="ask">Asks the user a question; the flag hides the answer.</param>
    /// <exception cref="CellException">There is no such variable, file or kernel.</exception>
    public string Declaration(CellPart part, Func<string, bool, string> ask)
    {
        MagicLine magic = part.Magic!;
        string declaration = part.Kind switch
        {
            PartKind.Share => Shared(magic),
            PartKind.Set => Variable(magic, Value(magic, magic.Required("value"), ask)),
            _ => Variable(magic, Text(magic, part.Text, ask)),
        };
        return declaration.Length == 0 ? "" : new string('\n', magic.Line - 1) + declaration;
    }

    /// <summary>A line of JavaScript that declares a variable shared from C#.</summary>
    /// <exception cref="CellException">There is no such variable, or it cannot be written as JSON.</exception>
    public string Script(MagicLine magic)
    {
        string source = magic.Word.Equals("set", StringComparison.OrdinalIgnoreCase) ? magic.Required("value") : $"@{From(magic)}:{magic.Names[0]}";
        string name = magic.Options.GetValueOrDefault("name") ?? magic.Options.GetValueOrDefault("as") ?? magic.Names[0];
        object? value = Reference(magic, source) is { } known ? Find(magic, known).Value : source;
        try
        {
            return $"const {name} = {JsonSerializer.Serialize(value)};";
        }
        catch (Exception error) when (error is NotSupportedException or JsonException)
        {
            throw magic.Mistake($"'{name}' cannot be written as JSON, which JavaScript needs. {error.Message.Split('.')[0]}.");
        }
    }

    private string Shared(MagicLine magic)
    {
        From(magic);
        Variable source = Find(magic, magic.Names[0]);
        return magic.Options.GetValueOrDefault("as") is { } other && other != source.Name ? $"var {Identifier(magic, other)} = {source.Name};" : "";
    }

    private static string From(MagicLine magic)
    {
        string kernel = magic.Required("from");
        return OurKernels.Contains(kernel, StringComparer.OrdinalIgnoreCase)
            ? kernel
            : throw magic.Mistake($"there is no kernel '{kernel}' to get a value from: this kernel runs C# only. Compute the value in C#.");
    }

    private string Value(MagicLine magic, string given, Func<string, bool, string> ask) =>
        Reference(magic, given) is { } name ? Identifier(magic, Find(magic, name).Name)
        : After(given, "@input") is { } question ? Literal(ask(question, false))
        : After(given, "@password") is { } secret ? Literal(ask(secret, true))
        : Literal(given);

    private string Text(MagicLine magic, string body, Func<string, bool, string> ask)
    {
        if (magic.Options.GetValueOrDefault("from-value") is { } value)
        {
            return Value(magic, value, ask);
        }

        if (magic.Options.GetValueOrDefault("from-url") is { } address)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
                ? $"await new System.Net.Http.HttpClient().GetStringAsync({Literal(address)})"
                : throw magic.Mistake($"'{address}' is not an address; write one such as https://example.org/data.csv.");
        }

        if (magic.Options.GetValueOrDefault("from-file") is not { } file)
        {
            return Literal(body);
        }

        string path = Path.GetFullPath(file, folder);
        return File.Exists(path) ? $"System.IO.File.ReadAllText({Literal(path)})" : throw magic.Mistake($"there is no file {path}.");
    }

    // "@csharp:people" is the variable of that name; null for text.
    private static string? Reference(MagicLine magic, string value)
    {
        string[] parts = value.Split(':', 2);
        if (parts.Length < 2 || !value.StartsWith('@') || parts[0] is "@input" or "@password")
        {
            return null;
        }

        return OurKernels.Contains(parts[0][1..], StringComparer.OrdinalIgnoreCase)
            ? parts[1]
            : throw magic.Mistake($"there is no kernel '{parts[0][1..]}' to get a value from: this kernel runs C# only. Compute the value in C#.");
    }

    private static string? After(string value, string token) =>
        value == token ? ""
        : value.StartsWith($"{token}:", StringComparison.Ordinal) ? value[(token.Length + 1)..]
        : null;

    private Variable Find(MagicLine magic, string name)
    {
        Variable[] all = [.. chain.Variables];
        return all.FirstOrDefault(variable => variable.Name == name)
            ?? throw magic.Mistake($"no cell has declared '{name}'.{Nearest.HintOrAll(name, [.. all.Select(variable => variable.Name)])}");
    }

    private static string Variable(MagicLine magic, string value)
    {
        string name = Identifier(magic, magic.Required("name"));
        return name == value ? "" : $"var {name} = {value};";
    }

    private static string Identifier(MagicLine magic, string name) =>
        !SyntaxFacts.IsValidIdentifier(name) ? throw magic.Mistake($"'{name}' cannot be the name of a variable in C#.")
        : SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name
        : $"@{name}";

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
