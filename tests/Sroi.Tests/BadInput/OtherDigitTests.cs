using System.Globalization;
using System.Text;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.BadInput;

/// <summary>Digits of other scripts, and signs and spaces that only look plain: a clear error at their line, in every field that is no text.</summary>
public class OtherDigitTests
{
    private static readonly Dictionary<string, int> Zeros = new()
    {
        ["full width"] = 0xFF10,
        ["Arabic"] = 0x0660,
        ["Devanagari"] = 0x0966,
        ["mathematical"] = 0x1D7CE,
    };

    // Words that anybody may write as they like.
    private static readonly string[] Texts =
    [
        "title",
        "label",
        "question",
        "description",
        "note",
        "why",
        "author",
        "publisher",
        "year",
        "locator",
        "url",
        "licence",
        "edition",
        "also",
        "weakness",
        "change",
        "output",
        "indicator",
        "how",
        "ask",
        "country",
    ];

    public static TheoryData<string> Files => [.. ShippedFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_digit_of_another_script_is_told_at_its_line(string name)
    {
        using ShippedFile file = new(name);
        List<string> silent = [];
        int turn = 0;
        foreach (YamlPlace place in YamlPlaces.Of(file.Text).Where(place => IsNumber(file.Text[place.Start..place.End])))
        {
            string written = file.Text[place.Start..place.End].Trim(),
                other = InScript(written, Zeros.Values.ElementAt(turn++ % Zeros.Count));
            IReadOnlyList<Problem> problems = file.ProblemsOf(place.With(file.Text, other));
            bool isTold = problems.Any(problem =>
                file.IsAt(problem, place.Line) && problem.ToString().Contains("another script", StringComparison.Ordinal)
            );
            if (!isTold && !Texts.Contains(place.Field))
            {
                silent.Add($"{place.Path}: {other} → {string.Join(" | ", problems.Select(problem => problem.ToString()))}");
            }
        }

        Assert.True(silent.Count == 0, string.Join("\n", silent));
    }

    [Theory]
    [InlineData(
        "value: 100,",
        "value: ２００,",
        "8",
        "quantities.people: 'value' is '２００', which is not a number.\n  These are digits of another script; write 200."
    )]
    [InlineData(
        "value: 25%",
        "value: ٢٥٪",
        "11",
        "quantities.anyway: 'value' is '٢٥٪', which is not a number.\n  These are digits of another script; write 25%."
    )]
    [InlineData(
        "low: 10%",
        "low: \u221210%",
        "11",
        "quantities.anyway.distribution: 'low' is '−10%', which is not a number.\n  A letter, sign or space in it only looks like the plain one; write -10%."
    )]
    [InlineData(
        "value: 25%",
        "value: 25\u00A0%",
        "11",
        "quantities.anyway: 'value' is '25\u00A0%', which is not a number.\n  A letter, sign or space in it only looks like the plain one; write 25 %."
    )]
    [InlineData(
        "lasts: 2 years",
        "lasts: २ years",
        "24",
        "outcomes.fewer: lasts: '२' at character 1 is not read. These are digits of another script; write 2 years."
    )]
    [InlineData(
        "lasts: 2 years",
        "lasts: 2\u00A0years",
        "24",
        "outcomes.fewer: lasts: '\u00A0' at character 2 is not read. A letter, sign or space in it only looks like the plain one; write 2 years."
    )]
    [InlineData(
        "starts: year 1",
        "starts: year １",
        "23",
        "outcomes.fewer: 'starts' is 'year １'; write year 1 (in the period of activity), year 2 (in the period after) and so on, within the appraisal.\n  These are digits of another script; write year 1."
    )]
    [InlineData(
        "years: 1..3",
        "years: １..３",
        "15",
        "inputs.running: 'years' is '１..３'; write a year (1), a range (1..3) or a list ([0, 2]).\n  These are digits of another script; write 1..3."
    )]
    [InlineData(
        "price_year: 2024-25, index",
        "price_year: ２０２４-25, index",
        "13",
        "quantities.cost: 'price_year' is '２０２４-25', which is not a price year.\n  These are digits of another script; write 2024-25."
    )]
    [InlineData(
        "(1 - ratio)",
        "(１ - ratio)",
        "20",
        "outcomes.fewer: quantity: '１' at character 20 is not read. These are digits of another script; write people * before * (1 - ratio)."
    )]
    [InlineData(
        "drop_off: 0%",
        "drop_off: ０%",
        "28",
        "outcomes.fewer: drop_off: '０' at character 1 is not read. These are digits of another script; write 0%."
    )]
    public void The_message_says_what_to_write(string was, string now, string line, string message)
    {
        using ShippedFile file = new("tests/Sroi.Tests/BadInput/small.yaml");
        Assert.Contains(was, file.Text, StringComparison.Ordinal);
        IReadOnlyList<Problem> problems = file.ProblemsOf(file.Text.Replace(was, now, StringComparison.Ordinal));
        Problem problem = problems.First(problem => problem.Line == int.Parse(line, CultureInfo.InvariantCulture));
        Assert.Equal(message, problem.Remedy is null ? problem.Message : $"{problem.Message}\n  {problem.Remedy}");
    }

    // Numbers, shares, years, ranges, durations, dates: what begins like a number and is a single value.
    private static bool IsNumber(string written) =>
        written.Trim() is { Length: > 0 } text
        && (char.IsAsciiDigit(text[0]) || (text[0] is '-' or '.' && text.Length > 1 && char.IsAsciiDigit(text[1])))
        && !text.Contains('\n');

    private static string InScript(string written, int zero)
    {
        StringBuilder other = new();
        foreach (char c in written)
        {
            other.Append(char.IsAsciiDigit(c) ? char.ConvertFromUtf32(zero + (c - '0')) : c.ToString());
        }

        return other.ToString();
    }
}
