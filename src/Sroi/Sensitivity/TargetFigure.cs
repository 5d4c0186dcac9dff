using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Sensitivity;

/// <summary>The figure of an analysis, and the threshold at which the decision changes: a net present value of 0, a ratio of 1.</summary>
public sealed record TargetFigure
{
    private TargetFigure(SocialReturn social, string id, Formula formula, double? threshold)
    {
        (SocialReturn, Id, Formula) = (social, id, formula);
        RatioNode = RatioIn(formula);
        Threshold =
            threshold ?? social.Catalogue.Figures.FirstOrDefault(figure => ReferenceEquals(social[figure], formula))?.Threshold ?? (IsRatio ? 1 : 0);
        if (!double.IsFinite(Threshold))
        {
            throw new SensitivityException($"The threshold of {id} must be a finite number; found {Threshold}.");
        }
    }

    /// <summary>The case.</summary>
    public SocialReturn SocialReturn { get; }

    /// <summary>Its name in results: <c>net_present_value</c>, <c>sroi_ratio</c>, a party's or an outcome's id.</summary>
    public string Id { get; }

    /// <summary>The label.</summary>
    public string Label => Formula is Formula.Named named ? named.Label : Id;

    /// <summary>The calculation.</summary>
    public Formula Formula { get; }

    /// <summary>The value at which the decision changes, in the unit of the figure.</summary>
    public double Threshold { get; }

    /// <summary>Whether it is a dimensionless ratio; otherwise it has the unit of its formula.</summary>
    public bool IsRatio => RatioNode is { Unit.IsNone: true };

    /// <summary>The value at the base values.</summary>
    /// <exception cref="SensitivityException">It is undefined there.</exception>
    public double Base =>
        Formula.ValueOrNull is not { } value ? throw Undefined()
        : Math.Abs(value - Threshold) <= Noise ? Threshold
        : value;

    /// <summary>The divisor of a ratio, which is undefined if this is not above zero; null for any other figure.</summary>
    internal Formula? Denominator => RatioNode?.Divisor;

    /// <summary>Above zero exactly when the figure is above its threshold. For a ratio, without division: benefits − threshold × inputs.</summary>
    internal Formula Margin =>
        RatioNode is { } ratio ? Less(ratio.Dividend, ratio.Divisor * Formula.Number(Threshold, ratio.Unit, "the required ratio"))
        : Threshold == 0 ? Formula
        : Formula - Formula.Number(Threshold, Formula.Unit, "the threshold");

    /// <summary>Differences in the figure up to this are rounding noise.</summary>
    internal double Noise => new RoundingErrors(Formula.Parameters()).Of(Formula);

    private Formula.Ratio? RatioNode { get; }

    /// <summary>The net present value, with a threshold of zero.</summary>
    /// <exception cref="SensitivityException">No outcome is valued.</exception>
    public static TargetFigure NetPresentValue(SocialReturn social) =>
        Of(social, FigureCatalogue.NetPresentValue.Id, social.NetPresentValue, threshold: null);

    /// <summary>The SROI ratio.</summary>
    /// <param name="social">The case.</param>
    /// <param name="threshold">The ratio to reach, such as 1.</param>
    /// <exception cref="SensitivityException">No outcome is valued.</exception>
    public static TargetFigure Ratio(SocialReturn social, double threshold) => Of(social, FigureCatalogue.SroiRatio.Id, social.Ratio, threshold);

    /// <summary>A figure by one of its names: <c>npv</c>, <c>ratio</c>, <c>fiscal_ratio</c>, a party, an outcome, any step.</summary>
    /// <param name="social">The case.</param>
    /// <param name="name">Its name, as <see cref="NamedFigures"/> knows it.</param>
    /// <param name="threshold">The threshold; null for that of the catalogue or, for other figures, 1 for a ratio and 0 otherwise.</param>
    /// <exception cref="UnknownNameException">There is no such figure; the nearest match is named.</exception>
    /// <exception cref="SensitivityException">No outcome is valued.</exception>
    public static TargetFigure Named(SocialReturn social, string name, double? threshold = null)
    {
        Formula found = social.Find(name);
        return Of(social, found is Formula.Named named ? named.Id : name, found, threshold);
    }

    /// <summary>Any formula as the figure.</summary>
    /// <param name="social">The case, for its correlations.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="threshold">The switching value.</param>
    public static TargetFigure Of(SocialReturn social, Formula formula, double threshold) =>
        new(social, formula is Formula.Named named ? named.Id : "figure", formula, threshold);

    private static TargetFigure Of(SocialReturn social, string id, Formula formula, double? threshold) =>
        social.Outcomes.IsEmpty && !ReferenceEquals(formula, social.PresentValueOfInputs)
            ? throw new SensitivityException($"{social.Scenario.Id} has no valued outcome, so it has no {id}. The figure 'inputs' is its cost.")
            : new(social, id, formula, threshold);

    private static Formula Less(Formula left, Formula right) => left - right;

    private static Formula.Ratio? RatioIn(Formula formula) => formula is Formula.Named named ? RatioIn(named.Body) : formula as Formula.Ratio;

    private SensitivityException Undefined() =>
        new(
            $"{Id} is undefined at the base values{(RatioNode is not null ? ", because its divisor is not above zero" : $": 'sroi explain {SocialReturn.Scenario.Id} {Id}' shows why")}. Use {FigureCatalogue.NetPresentValue.Id} instead."
        );
}
