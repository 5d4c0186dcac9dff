using Sroi.Cli.Declarations;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Settings;

/// <summary>Reads ranges and pairs as written on a command line.</summary>
internal static class Texts
{
    /// <summary>Reads a range such as 0.5..2, 5%..95% or £100..£300.</summary>
    /// <exception cref="CommandException">The text is not a range.</exception>
    public static ValueRange Range(string text, string name) =>
        text.Split("..") is [var low, var high] && Kinds.TryRead(low, out double from) && Kinds.TryRead(high, out double to)
            ? new(from, to)
            : throw new CommandException(
                $"{name} takes LOW..HIGH, such as 0.5..2, 5%..95% or £100..£300; {Kinds.Found(text)}",
                CommandLine.WrongCommandLine
            );

    /// <summary>Reads a name and its value: ID=….</summary>
    /// <exception cref="CommandException">The name or the value is missing.</exception>
    public static (string Name, string Value) Pair(string text, string name, string example) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } id, { Length: > 0 } value]
            ? (id, value)
            : throw new CommandException($"{name} takes {example}; found '{text}'.", CommandLine.WrongCommandLine);
}
