using Sroi.Cli.Declarations;
using Sroi.Sensitivity;

namespace Sroi.Cli.Settings;

/// <summary>Reads ranges and pairs as people write them on a command line.</summary>
internal static class Texts
{
    /// <summary>A range such as 0.5..2, 5%..95% or £100..£300.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static ValueRange Range(string text, string name) =>
        text.Split("..") is [var low, var high] && Kinds.TryRead(low, out double from) && Kinds.TryRead(high, out double to)
            ? new(from, to)
            : throw new CommandException(
                $"{name} takes LOW..HIGH, such as 0.5..2, 5%..95% or £100..£300; {Kinds.Found(text)}",
                CommandLine.WrongCommandLine
            );

    /// <summary>A name and a number or a range: ID=….</summary>
    /// <exception cref="CommandException">There is no equals sign with something on both sides.</exception>
    public static (string Name, string Value) Pair(string text, string name, string example) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } id, { Length: > 0 } value]
            ? (id, value)
            : throw new CommandException($"{name} takes {example}; found '{text}'.", CommandLine.WrongCommandLine);
}
