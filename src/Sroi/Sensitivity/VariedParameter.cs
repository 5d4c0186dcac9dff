using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;

namespace Sroi.Sensitivity;

/// <summary>
/// A parameter that an analysis varies, or one of the shares that sum to one (a Dirichlet), the others then keeping their proportions.
/// </summary>
public sealed record VariedParameter
{
    /// <summary>Its full id.</summary>
    public required string Id { get; init; }

    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>The unit of its values.</summary>
    public required Unit Unit { get; init; }

    /// <summary>For money, the price year of its values: the appraisal's.</summary>
    public PriceYear? PriceYear { get; init; }

    /// <summary>Whether it is a share of a total.</summary>
    public required bool IsShare { get; init; }

    /// <summary>Its base value.</summary>
    public required double Base { get; init; }

    /// <summary>Its distribution; for one of several shares, its marginal beta distribution.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>The id of the shares that sum to one, if it is one of them; otherwise null.</summary>
    public string? ShareOf { get; init; }

    /// <summary>The label of what those shares divide; otherwise null.</summary>
    public string? ShareOfLabel { get; init; }

    /// <summary>Whether it has a spread.</summary>
    public bool IsUncertain => !Distribution.IsFixed;

    /// <summary>The bounds of its values: its support or, if it is known exactly, the bounds of its kind.</summary>
    public Support Possible =>
        IsUncertain ? Distribution.Support
        : IsShare ? new(0, 1)
        : Base >= 0 ? new(0, double.PositiveInfinity)
        : new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>A value formatted with its unit.</summary>
    public string Shown(double value) =>
        IsShare ? Figures.Percent(value)
        : Unit.MoneyPower == 1 ? Figures.Pounds(value)
        : Figures.Number(value);

    internal static VariedParameter Of(Parameter parameter) =>
        new()
        {
            Id = parameter.Id,
            Label = parameter.Label,
            Unit = parameter.Unit,
            PriceYear = parameter.PriceYear,
            IsShare = parameter.IsShare,
            Base = parameter.Value,
            Distribution = parameter.Distribution,
        };

    // The marginal distribution of a Dirichlet share is a beta.
    internal static VariedParameter Share(Parameter weight, IReadOnlyList<Parameter> all)
    {
        double whole = all.Sum(one => one.Value),
            counts = all.Sum(one => one.Distribution.Mean),
            own = weight.Distribution.Mean;
        return new()
        {
            Id = weight.Id,
            Label = weight.WeightOfLabel is { } label
                ? DirichletReader.ShareLabel(label, weight.Name)
                : weight.Label.Replace("weight of", "share", StringComparison.Ordinal),
            Unit = Unit.None,
            IsShare = true,
            Base = weight.Value / whole,
            Distribution = new Distribution.Beta(
                Math.Clamp(own, Distribution.Beta.MinimumShape, Distribution.Beta.MaximumShape),
                Math.Clamp(counts - own, Distribution.Beta.MinimumShape, Distribution.Beta.MaximumShape)
            ),
            ShareOf = weight.WeightOf,
            ShareOfLabel = weight.WeightOfLabel ?? weight.WeightOf,
        };
    }
}
