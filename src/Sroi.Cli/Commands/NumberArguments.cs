using System.CommandLine.Parsing;
using System.Globalization;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary>Numbers as people write them on a command line.</summary>
internal static class NumberArguments
{
    /// <summary>A whole number such as 100000, 100,000 or 1e5.</summary>
    public static int? Count(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        if (TryReadWhole(text, out long number) && Math.Abs(number) <= int.MaxValue)
        {
            return (int)number;
        }

        result.AddError($"{name} takes a whole number up to {int.MaxValue:N0}, such as 100000 or 1e5; {Found(text)}");
        return null;
    }

    /// <summary>A small whole number such as 4.</summary>
    public static int? Few(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        if (TryReadWhole(text, out long number) && Math.Abs(number) <= int.MaxValue)
        {
            return (int)number;
        }

        result.AddError($"{name} takes a whole number, such as 4; found '{text}'.");
        return null;
    }

    /// <summary>A number, a percentage or an amount such as £20,000.</summary>
    public static double? Number(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        if (TryRead(text, out double number))
        {
            return number;
        }

        result.AddError($"{name} takes a number, such as 1.5, 25% or £20,000; {Found(text)}");
        return null;
    }

    /// <summary>A range such as 0.5..2, 5%..95% or £100..£300.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static ValueRange Range(string text, string name) =>
        text.Split("..") is [var low, var high] && TryRead(low, out double from) && TryRead(high, out double to)
            ? new(from, to)
            : throw new CommandException(
                $"{name} takes LOW..HIGH, such as 0.5..2, 5%..95% or £100..£300; {Found(text)}",
                CommandLine.WrongCommandLine
            );

    /// <summary>What was found, and where its digits are of another script, what to write.</summary>
    public static string Found(string text) => AsciiForm.Remedy(text) is { } plain ? $"found '{text}'. {plain}" : $"found '{text}'.";

    /// <summary>A name and a number or a range: ID=….</summary>
    /// <exception cref="CommandException">There is no equals sign with something on both sides.</exception>
    public static (string Name, string Value) Pair(string text, string name, string example) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } id, { Length: > 0 } value]
            ? (id, value)
            : throw new CommandException($"{name} takes {example}; found '{text}'.", CommandLine.WrongCommandLine);

    /// <summary>Reads a whole number such as 100000, 100,000 or 1e6.</summary>
    public static bool TryReadWhole(string text, out long whole)
    {
        bool isNumber = double.TryParse(text.Replace("_", "").Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        bool isWhole = isNumber && double.IsInteger(number) && Math.Abs(number) < 1e18;
        whole = isWhole ? (long)number : 0;
        return isWhole;
    }

    /// <summary>Reads a number, a percentage or an amount in pounds.</summary>
    public static bool TryRead(string text, out double number)
    {
        string digits = text.Trim().Replace("£", "").Replace(",", "").Replace("_", "").Replace("−", "-");
        bool isPercent = digits.EndsWith('%'),
            isNumber = double.TryParse(digits.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        number = isPercent ? number / 100 : number;
        return isNumber && double.IsFinite(number);
    }
}
