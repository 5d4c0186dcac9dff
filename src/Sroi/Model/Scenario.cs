using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Model;

/// <summary>A business case: a service, the frame it is appraised in, and every number it rests on.</summary>
public sealed record Scenario : Result
{
    /// <summary>Its name: that of its file.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The question it answers.</summary>
    public string? Question { get; init; }

    /// <summary>What the service is, in a few sentences.</summary>
    public string? Description { get; init; }

    /// <summary>Who prepared the case, for whom and when; null if not stated.</summary>
    public Prepared? Prepared { get; init; }

    /// <summary>How the service is designed and run.</summary>
    public required DeliveryModel DeliveryModel { get; init; }

    /// <summary>With whom power is shared.</summary>
    public ImmutableArray<string> PowerSharedWith { get; init; } = [];

    /// <summary>Its country as an ISO 3166 code; null if not stated.</summary>
    public string? Country { get; init; }

    /// <summary>Parts with a delivery model of their own.</summary>
    public ImmutableArray<ServiceComponent> Components { get; init; } = [];

    /// <summary>Prices, years, discounting.</summary>
    public required Appraisal Appraisal { get; init; }

    /// <summary>The value map.</summary>
    public required ImpactMap Map { get; init; }

    /// <summary>Every number the scenario uses, by full id, at the appraisal's prices.</summary>
    public ImmutableSortedDictionary<string, Parameter> Parameters { get; init; } =
        ImmutableSortedDictionary.Create<string, Parameter>(StringComparer.Ordinal);

    /// <summary>The file's own names of numbers that it takes from the library (<c>use</c>), with the full ids of those.</summary>
    public ImmutableSortedDictionary<string, string> LocalNames { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The number of people in one intake; null if not stated.</summary>
    public Formula? People { get; init; }

    /// <summary>The number of people served over the appraisal; null if not stated.</summary>
    public Formula? PeopleServed { get; init; }

    /// <summary>Distributional weights by party id, w = (median income ÷ group income)^η; empty for none.</summary>
    public ImmutableDictionary<string, Formula> Weights { get; init; } = ImmutableDictionary<string, Formula>.Empty;

    /// <summary>Inputs that move together.</summary>
    public ImmutableArray<Correlation> Correlations { get; init; } = [];

    /// <summary>The named alternatives that the file offers.</summary>
    public ImmutableArray<VariantTitle> Variants { get; init; } = [];

    /// <summary>The alternative that this is; null for the base case.</summary>
    public VariantTitle? Variant { get; init; }

    /// <summary>The overlays applied to it, in order.</summary>
    public ImmutableArray<OverlayTitle> Overlays { get; init; } = [];

    /// <summary>Its name on a command line: its id, or its full path if it is not among the library's scenarios.</summary>
    public string Named
    {
        get => field ?? Id;
        init;
    }

    /// <summary>The folders of parameters that were named on the command line; a printed command repeats them.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>Notices for the reader of a result that are not errors.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The file it was read from, as the user would name it; null for one made in code.</summary>
    public string? File { get; init; }

    /// <summary>The files it was read from, including its own and the appraisal data, in ordinal order; empty for a scenario made in code.</summary>
    public ImmutableArray<ParameterFile> Files { get; init; } = [];

    /// <summary>What would be enough for it to pay for itself.</summary>
    public ImmutableArray<BreakEvenQuestion> BreakEvens { get; init; } = [];

    /// <summary>What its cost is stated for, beside people.</summary>
    public ImmutableArray<CostUnit> CostsPer { get; init; } = [];

    /// <summary>What the reader of the case should know.</summary>
    public string? Note { get; init; }

    /// <summary>The id with its variant, for headings: <c>croydon_sun, as_claimed</c>.</summary>
    public string Name => Variant is null ? Id : $"{Id}, {Variant.Id}";
}

/// <summary>A named alternative of a scenario.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Title">Its title.</param>
public sealed record VariantTitle(string Id, string Title);

/// <summary>A set of changes applied to the parameters.</summary>
/// <param name="Id">Its name: that of its file.</param>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who made it; null if not stated.</param>
/// <param name="Date">When; null if not stated.</param>
public sealed record OverlayTitle(string Id, string Title, string? Author, string? Date)
{
    /// <summary>Its name on a command line: its id, or its full path if it is not among the library's overlays.</summary>
    public string Named { get; init; } = Id;
}

/// <summary>Two or more inputs that move together.</summary>
/// <param name="Between">Their full ids.</param>
/// <param name="Rank">The target rank correlation of each pair, −1 to 1.</param>
/// <param name="IsKendall">Whether the target is Kendall's τ, not Spearman's ρ.</param>
/// <param name="Why">Why they are correlated; null if not stated.</param>
public sealed record Correlation(ImmutableArray<string> Between, double Rank, bool IsKendall, string? Why);

/// <summary>A notice from reading the files: not an error, but printed with every result.</summary>
/// <param name="Code">A stable name, such as <c>stale_price</c>.</param>
/// <param name="Message">What.</param>
/// <param name="Where">The id of the parameter or outcome concerned; null for the whole scenario.</param>
public sealed record Notice(string Code, string Message, string? Where);
