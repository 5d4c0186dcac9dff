using System.Collections.Immutable;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;

namespace Sroi.Parameters;

/// <summary>A sourced number: value, unit, price year, spread, where it comes from and how far it can be trusted.</summary>
public sealed record Parameter : Quantity
{
    /// <summary>A sourced number.</summary>
    /// <param name="id">The full path, such as <c>unit_costs.health.ae_attendance</c>.</param>
    /// <param name="value">The base value.</param>
    /// <param name="unit">What it counts.</param>
    /// <param name="priceYear">For money: the year whose prices it is in.</param>
    /// <exception cref="ArgumentException">The value is not finite, or money has no price year, or something else has one.</exception>
    public Parameter(string id, double value, Unit unit, PriceYear? priceYear = null)
        : base(id, value, unit, priceYear) => Distribution = new Distribution.Fixed(value);

    /// <summary>How uncertain it is, in the unit of the value; <see cref="Distributions.Distribution.Fixed"/> where it is known.</summary>
    public Distribution Distribution { get; init; }

    /// <summary>Its source; null if not stated.</summary>
    public Source? Source { get; init; }

    /// <summary>Whether it is a share of a whole, from 0 to 1.</summary>
    public bool IsShare { get; init; }

    /// <summary>
    /// The id of the shares that sum to one (a Dirichlet) of which this is the weight of one: share i is weight i ÷ the sum of the weights. Null for any
    /// other number.
    /// </summary>
    public string? WeightOf { get; init; }

    /// <summary>What those shares are of, in words, such as <c>Where people live</c>; null for any other number.</summary>
    public string? WeightOfLabel { get; init; }

    /// <summary>How far it can be trusted.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>The GMCA confidence grade, 1 (best) to 6; null if not graded.</summary>
    public int? Grade { get; init; }

    /// <summary>The price index by whose id it is uprated; null for what is not money.</summary>
    public string? Index { get; init; }

    /// <summary>Whose budget it saves, by shares of the whole; empty where it saves none.</summary>
    public ImmutableArray<PartyShare> Saves { get; init; } = [];

    /// <summary>What kind of benefit it is; null for what is no benefit.</summary>
    public BenefitKind? Benefit { get; init; }

    /// <summary>The share that can be released as cash; null if not stated.</summary>
    public Share? Cashable { get; init; }

    /// <summary>Whether it passes between parties, like a benefit payment, and so is no gain to society.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>How the effect was studied; null for what is no effect.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>The edition of the source that the figure is from, such as <c>2024/25</c> or <c>v1.4</c>; null if not stated.</summary>
    public string? Edition { get; init; }

    /// <summary>How the figure differs between providers, areas or kinds, which is not how uncertain the average is; null if not measured.</summary>
    public Variation? Variation { get; init; }

    /// <summary>The user's own bank that it is from; null for a number of the library or of a case.</summary>
    public ValueBank? Bank { get; init; }

    /// <summary>Other words by which people look for it.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>What may be done with the figure, such as <c>OGL v3</c> or <c>cite-only</c>.</summary>
    public string? Licence { get; init; }

    /// <summary>What the reader should know.</summary>
    public string? Note { get; init; }

    /// <summary>The weakness of the evidence, in plain words.</summary>
    public string? Weakness { get; init; }

    /// <summary>What must be said beside every figure that uses it, such as links of its authors with the service; null for nothing.</summary>
    public string? Disclosure { get; init; }

    /// <summary>How it was converted to the appraisal's prices; null if no conversion was needed.</summary>
    public Uprating? Uprating { get; init; }

    /// <summary>Who changed it, the latest change last; empty if it is unchanged.</summary>
    public ImmutableArray<ParameterChange> Changes { get; init; } = [];

    /// <summary>Whether it had a confidence grade that a change has taken, and the new value has none: it then counts as the worst.</summary>
    public bool HasLostGrade => Grade is null && Changes.Any(change => change.WasGrade is not null);

    /// <summary>Where it is written: file and line; null for one made in code.</summary>
    public FilePosition? At { get; init; }

    /// <summary>Whether the value is an assumption: a judgement, or without a stated basis.</summary>
    public bool IsUnsourced => Source is null or { Kind: SourceKind.Assumption };

    /// <summary>The same parameter with another value, in the prices of another year where it is money.</summary>
    internal Parameter Replaced(double value, PriceYear? priceYear) => this with { Value = value, PriceYear = priceYear };

    /// <summary>The same number at the prices of another year.</summary>
    internal Parameter Uprated(Uprating uprating) =>
        this with
        {
            Value = Value * uprating.Factor,
            PriceYear = uprating.To,
            Distribution = Scaled(Distribution, uprating.Factor),
            Variation = Variation is { } variation ? variation with { Distribution = Scaled(variation.Distribution, uprating.Factor) } : null,
            Uprating = uprating,
        };

    private static Distribution Scaled(Distribution distribution, double factor) =>
        distribution is Distribution.Fixed @fixed ? new Distribution.Fixed(@fixed.Value * factor) : new Distribution.Affine(distribution, factor, 0);
}

/// <summary>How an effect was studied, which decides what may be claimed from it.</summary>
public sealed record Evidence
{
    /// <summary>What the number is: <c>rate_ratio</c>, <c>standardised_difference</c>, …</summary>
    public string? Measure { get; init; }

    /// <summary>The design, such as <c>before-after</c> or <c>randomised</c>.</summary>
    public string? Design { get; init; }

    /// <summary>The level on the Maryland scientific methods scale: 5 is a randomised trial, 1 is before and after without a control group; null if not rated.</summary>
    public int? MarylandScale { get; init; }

    /// <summary>Whether there was a control group; null if not stated.</summary>
    public bool? IsControlled { get; init; }

    /// <summary>Whether outcomes were self-reported; null if not stated.</summary>
    public bool? IsSelfReported { get; init; }

    /// <summary>The country it was studied in, as ISO 3166 code.</summary>
    public string? Country { get; init; }

    /// <summary>Whether it is measured against a randomised or credibly matched control, so that deadweight and attribution are in it already.</summary>
    public bool IsCrediblyControlled => MarylandScale >= 3 && IsControlled != false;
}

/// <summary>A place in a file.</summary>
/// <param name="File">The file, as the user would name it.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record FilePosition(string File, int Line)
{
    /// <summary>The line of something that is not in a file, such as a change on a command line.</summary>
    internal const int NoLine = 0;

    /// <inheritdoc/>
    public override string ToString() => Line == NoLine ? File : $"{File}, line {Line}";
}

/// <summary>A change to a number: what it was, what it is, who changed it and why.</summary>
public sealed record ParameterChange
{
    /// <summary>The value before, in its own unit and prices.</summary>
    public required double Was { get; init; }

    /// <summary>The confidence grade before; null if not graded.</summary>
    public int? WasGrade { get; init; }

    /// <summary>The price year before; null for what is not money.</summary>
    public PriceYear? WasPriceYear { get; init; }

    /// <summary>The value after.</summary>
    public required double Is { get; init; }

    /// <summary>The price year after; null for what is not money.</summary>
    public PriceYear? IsPriceYear { get; init; }

    /// <summary>The overlay or variant that changed it.</summary>
    public required string By { get; init; }

    /// <summary>Who made the change; null if not stated.</summary>
    public string? Author { get; init; }

    /// <summary>Why it was made; null if not stated.</summary>
    public string? Why { get; init; }

    /// <summary>What the change did that was not asked for in so many words, such as moving the spread; null for nothing.</summary>
    public string? Notice { get; init; }
}
