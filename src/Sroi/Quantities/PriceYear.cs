using System.Globalization;

namespace Sroi.Quantities;

/// <summary>
/// The price year of a sum of money: a financial year from April to March (<c>2024-25</c>) or a calendar year (<c>2024</c>).
/// </summary>
public readonly record struct PriceYear
{
    private PriceYear(int start, bool isFinancial) => (Start, IsFinancial) = (start, isFinancial);

    /// <summary>The calendar year in which it begins.</summary>
    public int Start { get; }

    /// <summary>Whether it runs from April to March.</summary>
    public bool IsFinancial { get; }

    /// <summary>The financial year that begins in April of <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2200.</exception>
    public static PriceYear Financial(int start) => new(Checked(start), isFinancial: true);

    /// <summary>The calendar year <paramref name="year"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2200.</exception>
    public static PriceYear Calendar(int year) => new(Checked(year), isFinancial: false);

    /// <summary>Reads <c>2024-25</c> or <c>2024</c>.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static PriceYear Parse(string text) =>
        TryParse(text, out PriceYear year)
            ? year
            : throw new FormatException($"'{text}' is not a price year. Write 2024-25 for a financial year or 2024 for a calendar year.");

    /// <summary>Reads <c>2024-25</c> or <c>2024</c>; false if the text is neither.</summary>
    public static bool TryParse(string text, out PriceYear year)
    {
        year = default;
        if (text.Length < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int start) || start is < 1900 or > 2200)
        {
            return false;
        }

        if (text.Length == 4)
        {
            year = Calendar(start);
            return true;
        }

        bool follows =
            text.Length == 7
            && text[4] == '-'
            && int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
            && end == (start + 1) % 100;
        year = follows ? Financial(start) : default;
        return follows;
    }

    /// <summary>The year probably meant by a text that is not valid: 2025-26 for 2025-27, 2025/26 or 25-26; null if that is not clear.</summary>
    internal static PriceYear? Nearest(string text)
    {
        string[] parts = text.Split(['-', '/', '–', '−', ' '], StringSplitOptions.RemoveEmptyEntries);
        string? first = parts.Length is 1 or 2 && parts.All(part => part.All(char.IsAsciiDigit)) ? parts[0] : null;
        bool reads = int.TryParse(first?.Length == 2 && parts.Length == 2 ? "20" + first : first, out int start) && start is >= 1900 and <= 2200;
        return !reads ? null
            : parts.Length == 2 ? Financial(start)
            : Calendar(start);
    }

    /// <summary>How many years before <paramref name="other"/> this one is; negative when it is later.</summary>
    public int YearsBefore(PriceYear other) => other.Start - Start;

    /// <summary>The year <paramref name="years"/> later, of the same kind. Years of an appraisal may lie beyond 2200; price years may not.</summary>
    public PriceYear Plus(int years) => new(Start + years, IsFinancial);

    /// <inheritdoc/>
    public override string ToString() =>
        IsFinancial ? string.Create(CultureInfo.InvariantCulture, $"{Start}-{(Start + 1) % 100:00}") : Start.ToString(CultureInfo.InvariantCulture);

    private static int Checked(int year) =>
        year is >= 1900 and <= 2200 ? year : throw new ArgumentOutOfRangeException(nameof(year), year, "A price year lies between 1900 and 2200.");
}
