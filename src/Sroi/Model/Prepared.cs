using System.Collections.Immutable;

namespace Sroi.Model;

/// <summary>Who prepared a business case, for whom and when: the head of its report.</summary>
public sealed record Prepared
{
    /// <summary>The people who prepared it; null if not stated.</summary>
    public string? By { get; init; }

    /// <summary>Their organisation; null if not stated.</summary>
    public string? Organisation { get; init; }

    /// <summary>For whom it was prepared; null if not stated.</summary>
    public string? For { get; init; }

    /// <summary>When: a day, a month or a year; null if not stated.</summary>
    public string? Date { get; init; }

    /// <summary>The logo of the organisation; null if there is none.</summary>
    public Logo? Logo { get; init; }
}

/// <summary>A picture that is shown as a logo.</summary>
/// <param name="MediaType">Its kind, such as <c>image/png</c>.</param>
/// <param name="Content">The bytes of its file.</param>
public sealed record Logo(string MediaType, ImmutableArray<byte> Content);
