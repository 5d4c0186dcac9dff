using System.Globalization;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Cli.Commands;

/// <summary>A question to a charity, and what counts as an answer.</summary>
/// <param name="Option">The option that answers it.</param>
/// <param name="Text">The question.</param>
/// <param name="Example">An answer, as an example.</param>
/// <param name="Check">What is wrong with an answer; null for nothing.</param>
/// <param name="Fallback">What an empty answer means; null where an answer is needed.</param>
internal sealed record Question(string Option, string Text, string Example, Func<ParameterLibrary, string, string?> Check, string? Fallback = null);

/// <summary>The questions of <c>sroi new</c>, in a charity's own words.</summary>
internal static class Questionnaire
{
    public static readonly Question[] All =
    [
        new("title", "What is the service called?", "Riverside Peer Support", AnyText),
        new(
            "asks",
            "What question should the figure answer?",
            "What does each pound spent on Riverside bring?",
            AnyText,
            "What does each pound spent on the service bring, and to whom?"
        ),
        new("delivery", $"How is it run? ({string.Join(", ", DeliveryModels.All)})", "co-produced", (_, a) => OneOf(a, DeliveryModels.All)),
        new("who", "Who is it for? (a party of parameters/appraisal/parties.yaml)", "members", PartyOf),
        new("asked", "How were they asked what changed for them? (no, if they were not)", "interviews", AnyText, "no"),
        new("people", "How many people take part in a year?", "60", PositiveNumber),
        new("people-source", "Where does that number come from?", "attendance register 2025", AnyText),
        new("cost", "What does it cost a year, in pounds, everything that is paid?", "85000", PositiveNumber),
        new("cost-source", "Where does that come from?", "accounts 2024-25", AnyText),
        new("paid-by", "Who pays for it? (a party)", "nhs", PartyOf),
        new("volunteer-hours", "How many hours of unpaid time go into it a year? (0 for none)", "400", NumberOrZero, "0"),
        new("years", "For how many years does it run?", "3", WholeYears, "1"),
        new("change", "What changes for the people, that you want to value? (one thing to begin with)", "Members go to A&E less often", AnyText),
        new(
            "proxy",
            "What is one unit of it worth? (the id of a unit cost, or words to look for one: hospital bed)",
            "unit_costs.health.ae_attendance",
            UnitCost
        ),
        new("amount", "How much of it is there for each person in a year, counted in the unit of that cost?", "1.2", PositiveNumber),
        new("amount-source", "Where does that come from?", "survey of 24 members", AnyText),
        new("lasts", "How long does the change last for a person? (2 years, 18 months)", "1 year", Duration, "1 year"),
        new("deadweight", "What share would have happened anyway? (people who come at their worst get better)", "25%", ShareOf),
        new("attribution", "What share is due to others (family, other services)?", "20%", ShareOf),
        new("drop-off", "What share of the change is lost each year after the first?", "30%", ShareOf, "0%"),
    ];

    /// <summary>The answers: from the options where given, else asked one by one.</summary>
    /// <exception cref="CommandException">An option is no answer, or an answer is missing and nobody is there to ask.</exception>
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
            terminal.Error.Write($"   such as: {question.Example}{(question.Fallback is { } f ? $" (empty: {f})" : "")} > ");
            if (terminal.In.ReadLine() is not { } line)
            {
                if (question.Fallback is { } unasked && given.Values.Any(v => v is not null))
                {
                    terminal.Error.WriteLine(unasked);
                    return unasked;
                }

                IEnumerable<string> missing = All.Where(q => given[q.Option] is null && q.Fallback is null).Select(q => $"--{q.Option}");
                throw new CommandException(
                    $"\nThe answers ended before the questions; nothing was written. Answer them, or give: {string.Join(" ", missing)}",
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
        answer.Length == 0 ? "An answer is needed."
        : answer.AsSpan().ContainsAny('\n', '\t', '\r') ? "Write it in one line."
        : VisibleText.FirstHidden(answer) is { } hidden ? $"It has the hidden character {hidden} in it; type it again."
        : null;

    private static string? OneOf(string answer, IReadOnlyList<string> allowed) =>
        allowed.Contains(answer) ? null : $"'{answer}' is not one of: {string.Join(", ", allowed)}.{Nearest.Hint(answer, allowed)}";

    private static string? PartyOf(ParameterLibrary library, string answer) =>
        library.Parties.ContainsKey(answer)
            ? null
            : $"'{answer}' is not a party.{Nearest.Hint(answer, library.Parties.Keys)} There are: {string.Join(", ", library.Parties.Keys)}.";

    private static string? PositiveNumber(ParameterLibrary library, string answer) =>
        Number(answer) is > 0 and < 1e12 ? null : $"'{answer}' is not a number above zero; write digits, with a point for decimals.";

    private static string? NumberOrZero(ParameterLibrary library, string answer) =>
        Number(answer) is >= 0 and < 1e12 ? null : $"'{answer}' is not a number; write digits, with a point for decimals.";

    private static string? WholeYears(ParameterLibrary library, string answer) =>
        Number(answer) is { } n && n == Math.Floor(n) && n is >= 1 and <= 30 ? null : $"'{answer}' is not a whole number of years from 1 to 30.";

    private static string? ShareOf(ParameterLibrary library, string answer)
    {
        double? share = answer.EndsWith('%') ? Number(answer[..^1].Trim(' ')) / 100 : Number(answer);
        return share is null or < 0 or > 1 || (!answer.EndsWith('%') && share >= 1)
            ? $"'{answer}' is not a share; write it as a percentage, such as 25%."
            : null;
    }

    private static string? Duration(ParameterLibrary library, string answer)
    {
        string[] words = answer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && Number(words[0]) is > 0 and <= 100 && words[1] is "year" or "years" or "month" or "months"
            ? null
            : $"'{answer}' is not a length of time; write 2 years or 18 months.";
    }

    private static string? UnitCost(ParameterLibrary library, string answer)
    {
        if (!library.Ids().Contains(answer))
        {
            return $"There is no unit cost '{answer}'.{NearestFigures.Hint(library, answer)}";
        }

        Parameter cost = library.Parameter(answer);
        return cost.Unit.MoneyPower != 1 ? $"{answer} is in {cost.Unit}, which is not money for a unit."
            : cost.IsTransfer ? $"{answer} is a transfer: what one party gains another loses, so it is no value of a change."
            : cost.Benefit is null ? $"{answer} is a cost of providing something; it does not say what kind of benefit it is."
            : null;
    }

    internal static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;
}
