using System.Globalization;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Cli.Commands;

/// <summary>A question of <c>sroi new</c>, and the check of its answer.</summary>
/// <param name="Option">The option that answers it.</param>
/// <param name="Text">The question.</param>
/// <param name="Example">An example of an answer.</param>
/// <param name="Check">Says what is wrong with an answer; null if nothing is.</param>
/// <param name="Fallback">The meaning of an empty answer; null if an answer is required.</param>
internal sealed record Question(string Option, string Text, string Example, Func<ParameterLibrary, string, string?> Check, string? Fallback = null);

/// <summary>The questions of <c>sroi new</c>, in everyday words.</summary>
internal static class Questionnaire
{
    public static readonly Question[] All =
    [
        new("title", "What is the service called?", "Riverside Peer Support", AnyText),
        new(
            "asks",
            "What question should the analysis answer?",
            "What is the return on each pound spent on Riverside?",
            AnyText,
            "What is the return on each pound spent on the service, and to whom?"
        ),
        new("delivery", $"How is it delivered? ({string.Join(", ", DeliveryModels.All)})", "co-produced", (_, a) => OneOf(a, DeliveryModels.All)),
        new("who", "Who is it for? (a party of parameters/appraisal/parties.yaml)", "members", PartyOf),
        new("asked", "How were they asked what changed for them? (no, if they were not asked)", "interviews", AnyText, "no"),
        new("people", "How many people take part each year?", "60", PositiveNumber),
        new("people-source", "What is the source of that number?", "attendance register 2025", AnyText),
        new("cost", "What does it cost each year, in pounds, counting everything that is paid?", "85000", PositiveNumber),
        new("cost-source", "What is the source of that?", "accounts 2024-25", AnyText),
        new("paid-by", "Who pays for it? (a party)", "nhs", PartyOf),
        new("volunteer-hours", "How many hours of unpaid time are given each year? (0 for none)", "400", NumberOrZero, "0"),
        new("years", "For how many years will it run?", "3", WholeYears, "1"),
        new("change", "Which change for these people do you want to value? (start with one)", "Members go to A&E less often", AnyText),
        new(
            "proxy",
            "What is one unit of this change worth? (the id of a unit cost, or words to look for one: hospital bed)",
            "unit_costs.health.ae_attendance",
            UnitCost
        ),
        new("amount", "How much of it does each person have in a year, in the unit of that cost?", "1.2", PositiveNumber),
        new("amount-source", "What is the source of that?", "survey of 24 members", AnyText),
        new("lasts", "How long does the change last for each person? (2 years, 18 months)", "1 year", Duration, "1 year"),
        new("deadweight", "What share would have happened anyway? (people who join at their worst tend to improve)", "25%", ShareOf),
        new("attribution", "What share is due to others (family, other services)?", "20%", ShareOf),
        new("drop-off", "What share of the change is lost each year after the first?", "30%", ShareOf, "0%"),
    ];

    /// <summary>The answers, from the options or by asking one by one.</summary>
    /// <exception cref="CommandException">An option is not a valid answer, or standard input ends before the questions do.</exception>
    public static IReadOnlyDictionary<string, string> Answer(Terminal terminal, ParameterLibrary library, IReadOnlyDictionary<string, string?> given)
    {
        List<string> wrong =
        [
            .. All.Where(q => given[q.Option] is not null)
                .Select(q => (q.Option, q.Check(library, given[q.Option]!)))
                .Where(w => w.Item2 is not null)
                .Select(w => $"--{w.Option}: {w.Item2}"),
        ];
        if (wrong.Count > 0)
        {
            throw new CommandException(string.Join('\n', wrong), CommandLine.WrongCommandLine);
        }

        Dictionary<string, string> answers = [];
        foreach ((int order, Question question) in All.Index())
        {
            answers[question.Option] = given[question.Option] ?? Ask(terminal, library, question, order, given);
        }

        return answers;
    }

    private static string Ask(Terminal terminal, ParameterLibrary library, Question question, int order, IReadOnlyDictionary<string, string?> given)
    {
        while (true)
        {
            terminal.Error.WriteLine($"{order + 1} of {All.Length}. {question.Text}");
            terminal.Error.Write($"   for example: {question.Example}{(question.Fallback is { } f ? $" (if empty: {f})" : "")} > ");
            if (terminal.In.ReadLine() is not { } line)
            {
                if (question.Fallback is { } unasked && given.Values.Any(v => v is not null))
                {
                    terminal.Error.WriteLine(unasked);
                    return unasked;
                }

                IEnumerable<string> missing = All.Where(q => given[q.Option] is null && q.Fallback is null).Select(q => $"--{q.Option}");
                throw new CommandException(
                    $"\nThe input ended before the last question, and no file was written. Answer the rest, or use: {string.Join(" ", missing)}",
                    CommandLine.WrongCommandLine
                );
            }

            string answer = line.Trim();
            if (answer.Length == 0 && question.Fallback is { } fallback)
            {
                return fallback;
            }

            if (question.Check(library, answer) is not { } wrong)
            {
                return answer;
            }

            terminal.Error.WriteLine($"   {wrong}");
        }
    }

    private static string? AnyText(ParameterLibrary library, string answer) =>
        answer.Length == 0 ? "An answer is required."
        : answer.AsSpan().ContainsAny('\n', '\t', '\r') ? "Write it on one line."
        : VisibleText.FirstHidden(answer) is { } hidden ? $"It contains the hidden character {hidden}. Type it again."
        : null;

    private static string? OneOf(string answer, IReadOnlyList<string> allowed) =>
        allowed.Contains(answer) ? null : $"'{answer}' is not one of: {string.Join(", ", allowed)}.{Nearest.Hint(answer, allowed)}";

    private static string? PartyOf(ParameterLibrary library, string answer) =>
        library.Parties.ContainsKey(answer)
            ? null
            : $"'{answer}' is not a party.{Nearest.Hint(answer, library.Parties.Keys)} The parties are: {string.Join(", ", library.Parties.Keys)}.";

    private static string? PositiveNumber(ParameterLibrary library, string answer) =>
        Number(answer) is > 0 and < 1e12 ? null : $"'{answer}' is not a number above zero. Use digits, with a point for decimals.";

    private static string? NumberOrZero(ParameterLibrary library, string answer) =>
        Number(answer) is >= 0 and < 1e12 ? null : $"'{answer}' is not a number. Use digits, with a point for decimals.";

    private static string? WholeYears(ParameterLibrary library, string answer) =>
        Number(answer) is { } n && n == Math.Floor(n) && n is >= 1 and <= 30 ? null : $"'{answer}' is not a whole number of years from 1 to 30.";

    private static string? ShareOf(ParameterLibrary library, string answer)
    {
        double? share = answer.EndsWith('%') ? Number(answer[..^1].Trim(' ')) / 100 : Number(answer);
        return share is null or < 0 or > 1 || (!answer.EndsWith('%') && share >= 1)
            ? $"'{answer}' is not a share. Write a percentage, such as 25%."
            : null;
    }

    private static string? Duration(ParameterLibrary library, string answer)
    {
        string[] words = answer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && Number(words[0]) is > 0 and <= 100 && words[1] is "year" or "years" or "month" or "months"
            ? null
            : $"'{answer}' is not a length of time. Write, for example, 2 years or 18 months.";
    }

    private static string? UnitCost(ParameterLibrary library, string answer)
    {
        if (!library.Ids().Contains(answer))
        {
            return $"There is no unit cost '{answer}'.{NearestFigures.Hint(library, answer)}";
        }

        Parameter cost = library.Parameter(answer);
        return cost.Unit.MoneyPower != 1 ? $"{answer} is in {cost.Unit}, which is not money for each unit of something."
            : cost.IsTransfer ? $"{answer} is a transfer: one party gains what another loses, so it does not value a change."
            : cost.Benefit is null ? $"{answer} is a cost of provision. It has no type of benefit, so it cannot value a change."
            : null;
    }

    internal static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;
}
