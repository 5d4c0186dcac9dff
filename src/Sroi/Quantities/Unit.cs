using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sroi.Quantities;

/// <summary>
/// What a number counts, such as <c>attendance/person/year</c> or <c>GBP/attendance</c>: words with whole powers.
/// </summary>
/// <remarks>
/// Words are an open vocabulary, singular, in lower case; currencies are three capitals. Plurals are read as the singular
/// (<c>hours</c> is <c>hour</c>, <c>people</c> is <c>person</c>). <c>share</c>, <c>ratio</c> and <c>number</c> have no unit.
/// Nothing is converted silently: a month is not a year until a formula says <c>12 months/year</c>.
/// </remarks>
public sealed partial class Unit : IEquatable<Unit>
{
    private static readonly ImmutableHashSet<string> Dimensionless = ["share", "ratio", "number", "1"];

    private readonly ImmutableArray<Power> _powers;

    private Unit(ImmutableArray<Power> powers)
    {
        _powers = powers;
        Text = Write(powers);
    }

    /// <summary>No unit: a share, a ratio, a plain number.</summary>
    public static Unit None { get; } = new([]);

    /// <summary>Pounds sterling, the one currency of this library.</summary>
    public static Unit Pounds { get; } = Of("GBP");

    /// <summary>A year.</summary>
    public static Unit Year { get; } = Of("year");

    /// <summary>A person.</summary>
    public static Unit Person { get; } = Of("person");

    /// <summary>The canonical text: numerator, then each divisor in alphabetical order; <c>number</c> for none.</summary>
    public string Text { get; }

    /// <summary>The unit in a sentence: <c>in GBP/year</c>, or <c>a number without a unit</c>.</summary>
    internal string Phrase => IsNone ? Words : $"in {Text}";

    /// <summary>The unit as a noun: <c>GBP/year</c>, or <c>a number without a unit</c>.</summary>
    internal string Words => IsNone ? "a number without a unit" : Text;

    /// <summary>Whether this is a plain number.</summary>
    public bool IsNone => _powers.IsEmpty;

    /// <summary>The power of pounds in it: 1 for money, −1 for a quantity per pound, 0 for anything else.</summary>
    public int MoneyPower => Exponent("GBP");

    /// <summary>Whether pounds occur in it.</summary>
    public bool IsMoney => MoneyPower != 0;

    /// <summary>Whether it counts wellbeing- or quality-adjusted life years (WELLBY or QALY), whose streams have their own discount rates.</summary>
    public bool IsHealth => Exponent("WELLBY") != 0 || Exponent("QALY") != 0;

    /// <summary>Its words, each once, in alphabetical order.</summary>
    internal IEnumerable<string> Counted => _powers.Select(power => power.Word);

    /// <summary>The unit of a single word.</summary>
    /// <exception cref="ArgumentException">The word is not a unit.</exception>
    public static Unit Of(string word) => TryParse(word, out Unit? unit) ? unit : throw new ArgumentException(Explain(word), nameof(word));

    /// <summary>Reads <c>word</c>, <c>word/word</c>, <c>word*word/word</c>.</summary>
    /// <exception cref="FormatException">The text is not a unit.</exception>
    public static Unit Parse(string text) => TryParse(text, out Unit? unit) ? unit : throw new FormatException(Explain(text));

    /// <summary>Reads a unit; false if the text is not a unit.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        List<Power> powers = [];
        int sign = 1;
        foreach (string part in Separator().Split(text.Trim()))
        {
            if (part is "/" or "*")
            {
                sign = part == "/" ? -1 : 1;
            }
            else if (!Word().IsMatch(part.Trim()))
            {
                return false;
            }
            else if (Singular(part.Trim()) is var word && !Dimensionless.Contains(word))
            {
                powers.Add(new(word, sign));
            }
        }

        unit = new(Collect(powers));
        return true;
    }

    /// <summary>The unit of a product.</summary>
    public static Unit operator *(Unit left, Unit right) => Combine(left, right, 1);

    /// <summary>The unit of a quotient.</summary>
    public static Unit operator /(Unit left, Unit right) => Combine(left, right, -1);

    /// <summary>Whether two units are the same.</summary>
    public static bool operator ==(Unit? left, Unit? right) => Equals(left, right);

    /// <summary>Whether two units differ.</summary>
    public static bool operator !=(Unit? left, Unit? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static Unit Combine(Unit left, Unit right, int sign)
    {
        if (right.IsNone)
        {
            return left;
        }

        return new(Collect(left._powers.Concat(right._powers.Select(power => power with { Exponent = sign * power.Exponent }))));
    }

    // One power for each word, in alphabetical order, none of them zero.
    private static ImmutableArray<Power> Collect(IEnumerable<Power> powers)
    {
        List<Power> collected = [];
        foreach (Power power in powers)
        {
            int at = collected.FindIndex(other => other.Word == power.Word);
            if (at < 0)
            {
                collected.Add(power);
            }
            else
            {
                collected[at] = power with { Exponent = collected[at].Exponent + power.Exponent };
            }
        }

        collected.RemoveAll(power => power.Exponent == 0);
        collected.Sort((left, right) => string.CompareOrdinal(left.Word, right.Word));
        return [.. collected];
    }

    private static string Write(ImmutableArray<Power> powers)
    {
        if (powers.IsEmpty)
        {
            return "number";
        }

        string above = "",
            below = "";
        foreach (Power power in powers)
        {
            for (int i = 0; i < Math.Abs(power.Exponent); i++)
            {
                (above, below) = power.Exponent > 0 ? (above + (above.Length == 0 ? "" : "*") + power.Word, below) : (above, $"{below}/{power.Word}");
            }
        }

        return (above.Length == 0 ? "1" : above) + below;
    }

    private int Exponent(string word)
    {
        foreach (Power power in _powers)
        {
            if (power.Word == word)
            {
                return power.Exponent;
            }
        }

        return 0;
    }

    private static string Singular(string word) =>
        word switch
        {
            "people" or "persons" => "person",
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
            _ => word,
        };

    private static string Explain(string text) =>
        $"'{text}' is not a unit. Write words divided by words, such as attendance/person/year or GBP/attendance; use _ inside a word (bed_day).";

    private sealed record Power(string Word, int Exponent);

    [GeneratedRegex(@"([/*])")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(1|[a-z][a-z0-9_]*|[A-Z]{3,6})$")]
    private static partial Regex Word();
}
