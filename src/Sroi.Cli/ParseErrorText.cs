using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sroi.Cli;

/// <summary>Errors in options: what was found and what is allowed.</summary>
internal static class ParseErrorText
{
    public static string Of(ParseError error) =>
        OptionOf(error.SymbolResult) is not { Implicit: false } given ? error.Message
        : given.Tokens.Count < given.Option.Arity.MinimumNumberOfValues ? $"{given.Option.Name} needs a value: {Usage(given.Option)}."
        : given.IdentifierTokenCount > 1 && given.Tokens.Count > given.Option.Arity.MaximumNumberOfValues
            ? $"{given.Option.Name} was given {given.IdentifierTokenCount} times but is allowed once: {Usage(given.Option)}."
        : error.Message;

    private static OptionResult? OptionOf(SymbolResult? result) =>
        result switch
        {
            OptionResult option => option,
            ArgumentResult { Parent: OptionResult option } => option,
            _ => null,
        };

    private static string Usage(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : $"{option.Name} VALUE";
}
