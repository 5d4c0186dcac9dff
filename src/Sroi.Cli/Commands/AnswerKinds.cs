using System.Globalization;
using System.Text.RegularExpressions;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Cli.Commands;

/// <summary>Reads answers as people write them: £552,000 a year, 17 %, hospital bed, older people.</summary>
internal static partial class AnswerKinds
{
    private const int MostChoices = 7;

    /// <summary>The word that makes a party new.</summary>
    public const string New = "new:";

    public static Answer Text(Asked asked, string answer) =>
        answer.Length == 0 ? Answer.No("An answer is required.")
        : answer.AsSpan().ContainsAny('\n', '\t', '\r') ? Answer.No("Write it on one line.")
        : VisibleText.FirstHidden(answer) is { } hidden ? Answer.No($"It contains the hidden character {hidden}. Type it again.")
        : Answer.Of(answer);

    public static Answer Positive(Asked asked, string answer) =>
        NumberIn(answer) is > 0 and < 1e12 and var number
            ? Answer.Of(Plain(number))
            : Answer.No($"'{answer}' is not a number above zero. Use digits, with a point for decimals.");

    public static Answer NotNegative(Asked asked, string answer) =>
        answer is "none" or "no" ? Answer.Of("0")
        : NumberIn(answer) is >= 0 and < 1e12 and var number ? Answer.Of(Plain(number))
        : Answer.No($"'{answer}' is not a number. Use digits, with a point for decimals.");

    public static Answer WholeYears(Asked asked, string answer) =>
        NumberIn(answer) is { } n && n == Math.Floor(n) && n is >= 1 and <= 30
            ? Answer.Of(Plain(n))
            : Answer.No($"'{answer}' is not a whole number of years from 1 to 30.");

    public static Answer Share(Asked asked, string answer) =>
        ShareIn(answer) is { } share ? Answer.Of(Percent(share)) : Answer.No($"'{answer}' is not a share. Write a percentage, such as 25%.");

    /// <summary>A number for each person, or a share of what there was before: 17 % of 7.5.</summary>
    public static Answer Amount(Asked asked, string answer)
    {
        string[] parts = answer.Split(" of ", 2, StringSplitOptions.TrimEntries);
        double? before = parts.Length == 1 ? null : AmountIn(parts[1]);
        return parts.Length == 1
            ? AmountIn(answer) is { } amount
                ? Answer.Of(Plain(amount))
                : Positive(asked, answer)
            : ShareIn(parts[0]) is > 0 and var share && before is not null
                ? Answer.Of($"{Percent(share)} of {Plain(before.Value)}")
                : Answer.No($"'{answer}' is not a share of a number. Write, for example, 17% of 7.5, or the number alone.");
    }

    // A percentage is a share of the people.
    private static double? AmountIn(string text) =>
        (text.EndsWith('%') ? ShareIn(text) : NumberIn(text)) is > 0 and < 1e12 and var amount ? amount : null;

    public static Answer Duration(Asked asked, string answer)
    {
        string[] words = answer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && NumberIn(words[0]) is > 0 and <= 100 && words[1] is "year" or "years" or "month" or "months"
            ? Answer.Of(string.Join(' ', words))
            : Answer.No($"'{answer}' is not a length of time. Write, for example, 2 years or 18 months.");
    }

    public static Answer YesNo(Asked asked, string answer) =>
        answer.ToLowerInvariant() switch
        {
            "yes" or "y" => Answer.Of("yes"),
            "no" or "n" => Answer.Of("no"),
            _ => Answer.No($"'{answer}' is neither yes nor no."),
        };

    public static Answer BetterOrWorse(Asked asked, string answer) =>
        answer.ToLowerInvariant() switch
        {
            "better" or "gain" => Answer.Of("better"),
            "worse" or "harm" => Answer.Of("worse"),
            _ => Answer.No($"'{answer}' is neither better nor worse."),
        };

    /// <summary>A year of prices that the deflator knows.</summary>
    public static Answer Year(Asked asked, string answer)
    {
        string text = answer.Replace('/', '-').Replace('–', '-');
        text = LongYear().Replace(text, "$1-$2");
        return !PriceYear.TryParse(text, out PriceYear year) || !year.IsFinancial
                ? Answer.No($"'{answer}' is not a financial year. Write, for example, 2024-25.")
            : asked.Library.Indices["gdp_deflator"].Missing(year) is { } missing ? Answer.No(missing)
            : Answer.Of(text);
    }

    public static Answer Delivery(Asked asked, string answer) =>
        DeliveryModels.All.Contains(answer) ? Answer.Of(answer)
        : answer is "none" or "none of these" ? Answer.Of("conventional")
        : Answer.No($"'{answer}' is not one of: {string.Join(", ", DeliveryModels.All)}.{Nearest.Hint(answer, DeliveryModels.All)}");

    /// <summary>A party by its id, its name or words of its name, or a new one: <c>new: The choir</c>.</summary>
    public static Answer Party(Asked asked, string answer)
    {
        IReadOnlyDictionary<string, Party> parties = asked.Library.Parties;
        if (answer.StartsWith(New, StringComparison.OrdinalIgnoreCase))
        {
            string label = answer[New.Length..].Trim();
            return label.Any(char.IsAsciiLetter) ? Answer.Of($"{New} {label}") : Answer.No("Write the name after 'new:', such as new: The choir.");
        }

        if (parties.ContainsKey(answer))
        {
            return Answer.Of(answer);
        }

        if (parties.FirstOrDefault(party => party.Value.Label.Equals(answer, StringComparison.OrdinalIgnoreCase)).Key is { } named)
        {
            return Answer.Of(named);
        }

        string[] words = [.. ParameterSearch.Words(answer).Where(word => word.Length > 2)];
        Choice[] fitting =
        [
            .. parties
                .Select(party =>
                    (
                        party,
                        fits: words.Count(word =>
                            ParameterSearch.Words(party.Value.Label + " " + party.Key).Any(w => w.StartsWith(word, StringComparison.Ordinal))
                        )
                    )
                )
                .Where(found => found.fits > 0)
                .OrderByDescending(found => found.fits)
                .Take(MostChoices - 1)
                .Select(found => new Choice(found.party.Key, $"{found.party.Value.Label} ({found.party.Key})")),
        ];
        return Answer.No(
            $"'{answer}' is not a party.{Nearest.Hint(answer, parties.Keys)} Choose a number, or use other words.",
            [.. fitting, new Choice($"{New} {answer}", $"a new party called '{answer}', which is not a public body")]
        );
    }

    /// <summary>A unit cost by its id, or words to look for one.</summary>
    public static Answer UnitCost(Asked asked, string answer)
    {
        ParameterLibrary library = asked.Library;
        if (library.Ids().Contains(answer))
        {
            return Unfit(library.Parameter(answer)) is { } unfit ? Answer.No(unfit) : Answer.Of(answer);
        }

        Choice[] found =
        [
            .. ParameterSearch
                .Of(library, answer)
                .Where(one => Unfit(library.Parameter(one.Id)) is null)
                .Take(MostChoices)
                .Select(one => new Choice(one.Id, $"{one.Label}: {one.Figure}")),
        ];
        return Answer.No(
            $"There is no unit cost '{answer}'.{Nearest.Hint(answer, library.Ids())}"
                + (found.Length > 0 ? " Choose a number, or use other words." : " No figure fits these words; try others."),
            found
        );
    }

    /// <summary>What an hour of unpaid time is put at: an id in pounds an hour, or words to look for one.</summary>
    public static Answer HourlyRate(Asked asked, string answer)
    {
        bool IsRate(string id) => asked.Library.Parameter(id) is { } rate && rate.Unit == Unit.Pounds / Unit.Of("hour");
        if (asked.Library.Ids().Contains(answer))
        {
            return IsRate(answer) ? Answer.Of(answer) : Answer.No($"{answer} is not in pounds an hour.");
        }

        return Answer.No(
            $"There is no hourly rate '{answer}'. Choose a number, or use other words.",
            [
                .. ParameterSearch
                    .Of(asked.Library, answer)
                    .Where(one => IsRate(one.Id))
                    .Take(MostChoices)
                    .Select(one => new Choice(one.Id, $"{one.Label}: {one.Figure}")),
            ]
        );
    }

    /// <summary>A number as people write it; null if it is none.</summary>
    public static double? NumberIn(string text)
    {
        Match match = Number().Match(text.Trim());
        if (
            !match.Success
            || !double.TryParse(match.Groups["digits"].Value.Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        )
        {
            return null;
        }

        double times = match.Groups["times"].Value.ToLowerInvariant() switch
        {
            "k" or "thousand" => 1e3,
            "m" or "million" => 1e6,
            _ => 1,
        };
        return number * times;
    }

    /// <summary>A share written as a percentage or as a fraction below 1; null if it is none.</summary>
    public static double? ShareIn(string text)
    {
        string plain = text.Trim();
        bool isPercent = plain.EndsWith('%') || plain.EndsWith("per cent", StringComparison.Ordinal);
        double? number = NumberIn(isPercent ? plain.Replace("per cent", "", StringComparison.Ordinal).TrimEnd('%', ' ') : plain);
        double? share = isPercent ? number / 100 : number;
        return share is null or < 0 or > 1 || (!isPercent && share >= 1) ? null : share;
    }

    /// <summary>A share as files have it.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    /// <summary>A number as files have it.</summary>
    public static string Plain(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string? Unfit(Parameter cost) =>
        cost.Unit.MoneyPower != 1 ? $"{cost.Id} is in {cost.Unit}, which is not money for each unit of something."
        : cost.IsTransfer ? $"{cost.Id} is a transfer: one party gains what another loses, so it does not value a change."
        : cost.Benefit is null ? $"{cost.Id} is a cost of provision. It has no type of benefit, so it cannot value a change."
        : null;

    [GeneratedRegex(
        @"^(about |around |~)?£?\s*(?<digits>-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?)\s*(?<times>k|m|thousand|million)?\s*(people|persons|members|hours?|pounds)?\s*((a|per|each|every|in a) year|/\s*year|p\.?a\.?|years?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d{4})-\d{2}(\d{2})$")]
    private static partial Regex LongYear();
}
