using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The result by subgroup, over the draws: by the stakeholders who experience a change, by the parties who pay and gain, and by the type of benefit; and
/// the total with distributional weights, if the case has them. The weighted total is shown beside the unweighted one, never instead of it.
/// </summary>
/// <param name="SocialReturn">The case.</param>
/// <param name="Draws">The number of draws.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Rows">The stakeholders, then the parties, then the types of benefit.</param>
/// <param name="Unweighted">The unweighted total.</param>
/// <param name="Weighted">The total with distributional weights; null if the case has none.</param>
public sealed record Subgroups(
    SocialReturn SocialReturn,
    int Draws,
    ulong Seed,
    ImmutableArray<SubgroupResult> Rows,
    SubgroupTotal Unweighted,
    SubgroupTotal? Weighted
) : Result
{
    private const int LeastDraws = 100;

    /// <summary>The result of a case by subgroup.</summary>
    /// <param name="social">The case.</param>
    /// <param name="draws">The number of draws, at least 100.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threads">The number of threads; null for one per processor. Results do not depend on it.</param>
    /// <exception cref="SensitivityException">Nothing is valued, too few draws, or a figure has no value in some.</exception>
    public static Subgroups Of(SocialReturn social, int draws, ulong seed, int? threads = null)
    {
        Limits.CheckDraws(draws, LeastDraws, "results by subgroup", threads);
        TargetFigure whole = TargetFigure.NetPresentValue(social);
        WeightedReturn? weighted = WeightedReturn.Of(social);
        SubgroupFormulas[] groups = [.. ByStakeholder(social), .. ByParty(social, weighted), .. ByKind(social)];
        ImmutableArray<Formula> formulas =
        [
            social.PresentValue,
            social.PresentValueOfInputs,
            weighted?.Benefits ?? social.PresentValue,
            weighted?.Inputs ?? social.PresentValueOfInputs,
            .. groups.SelectMany(group => new[] { group.Benefits, group.Inputs, group.Net, group.Weighted ?? group.Net }),
        ];
        double[][] values = JointDraws.Of([(social.Scenario, formulas)], draws, seed, threads).Cases[0].Values;
        foreach (double[] column in values)
        {
            FigureDraws.CheckDefined(whole, column, []);
        }

        return new(
            social,
            draws,
            seed,
            [.. groups.Select((group, i) => Row(group, social, values.AsSpan(4 + (4 * i), 4)))],
            Total(figure => social[figure], values[0], values[1]),
            weighted is null ? null : Total(figure => weighted[figure], values[2], values[3])
        );
    }

    private static SubgroupResult Row(SubgroupFormulas group, SocialReturn social, ReadOnlySpan<double[]> values) =>
        new()
        {
            Dimension = group.Dimension,
            Id = group.Id,
            Label = group.Label,
            Benefits = DrawnFigure.Of(group.Benefits.ValueOrNull, values[0]),
            ShareOfBenefits = Part(group.Benefits.ValueOrNull, social.PresentValue.ValueOrNull),
            Inputs = DrawnFigure.Of(group.Inputs.ValueOrNull, values[1]),
            Net = DrawnFigure.Of(group.Net.ValueOrNull, values[2]),
            ProbabilityNetPositive = Positive(values[2]),
            WeightedNet = group.Weighted is { } weighted ? DrawnFigure.Of(weighted.ValueOrNull, values[3]) : null,
        };

    private static Estimate Positive(double[] values)
    {
        Shares positive = default;
        foreach (double value in values)
        {
            positive.Add(value > 0 ? 1 : 0);
        }

        return positive.Estimate;
    }

    private static double? Part(double? of, double? whole) => whole != 0 ? of / whole : null;

    private static SubgroupTotal Total(Func<HeadlineFigure, Formula> of, double[] benefits, double[] inputs) =>
        new(
            DrawnFigure.Of(of(FigureCatalogue.PresentValueBenefits).ValueOrNull, benefits),
            DrawnFigure.Of(of(FigureCatalogue.PresentValueInputs).ValueOrNull, inputs),
            DrawnFigure.Of(of(FigureCatalogue.NetPresentValue).ValueOrNull, OptionIncrement.Less(benefits, inputs)),
            DrawnFigure.Ratio(of(FigureCatalogue.SroiRatio).ValueOrNull, benefits, inputs)
        );

    private static IEnumerable<SubgroupFormulas> ByStakeholder(SocialReturn social) =>
        social
            .Outcomes.GroupBy(outcome => outcome.Outcome.Stakeholder.Id)
            .Select(group => new SubgroupFormulas(
                SubgroupDimension.Stakeholder,
                group.Key,
                group.First().Outcome.Stakeholder.Label,
                Sum(group.Select(outcome => outcome.PresentValue)),
                Formula.Zero(Unit.Pounds),
                Sum(group.Select(outcome => outcome.PresentValue)),
                Weighted: null
            ));

    private static IEnumerable<SubgroupFormulas> ByParty(SocialReturn social, WeightedReturn? weighted) =>
        social.Ledger.Lines.Select(line => new SubgroupFormulas(
            SubgroupDimension.Party,
            line.Party.Id,
            line.Party.Label,
            line.Gains,
            line.Pays,
            line.Nets,
            weighted?.Nets(line)
        ));

    private static IEnumerable<SubgroupFormulas> ByKind(SocialReturn social) =>
        new[]
        {
            (BenefitKind.Fiscal, social.Ledger.Fiscal),
            (BenefitKind.Economic, social.Ledger.Economic),
            (BenefitKind.Social, social.Ledger.Social),
        }.Select(kind => new SubgroupFormulas(
            SubgroupDimension.KindOfBenefit,
            kind.Item1.ToString().ToLowerInvariant(),
            $"{kind.Item1} benefits",
            kind.Item2,
            Formula.Zero(Unit.Pounds),
            kind.Item2,
            Weighted: null
        ));

    private static Formula Sum(IEnumerable<Formula> terms) => Formula.Total(terms, Unit.Pounds);

    private sealed record SubgroupFormulas(
        SubgroupDimension Dimension,
        string Id,
        string Label,
        Formula Benefits,
        Formula Inputs,
        Formula Net,
        Formula? Weighted
    );
}

/// <summary>The dimension by which a result is broken down.</summary>
public enum SubgroupDimension
{
    /// <summary>Who experiences the change.</summary>
    Stakeholder,

    /// <summary>Who pays and who gains, transfers included.</summary>
    Party,

    /// <summary>Fiscal, economic or social benefit.</summary>
    KindOfBenefit,
}

/// <summary>The result of one subgroup. Present values in GBP.</summary>
public sealed record SubgroupResult
{
    /// <summary>The dimension of the breakdown.</summary>
    public required SubgroupDimension Dimension { get; init; }

    /// <summary>The id of the party, or the type of benefit.</summary>
    public required string Id { get; init; }

    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>Its gains; for a party, including transfers received.</summary>
    public required DrawnFigure Benefits { get; init; }

    /// <summary>Its share of all benefits in the base case (excluding transfers for stakeholders and types); null if all benefits are zero.</summary>
    public required double? ShareOfBenefits { get; init; }

    /// <summary>Its costs; for a party, including transfers paid. Zero for stakeholders and types of benefit.</summary>
    public required DrawnFigure Inputs { get; init; }

    /// <summary>Gains less costs.</summary>
    public required DrawnFigure Net { get; init; }

    /// <summary>The share of the draws in which that is above zero.</summary>
    public required Estimate ProbabilityNetPositive { get; init; }

    /// <summary>The same with the party's distributional weight; null if the case has no weights, and for stakeholders and types of benefit.</summary>
    public required DrawnFigure? WeightedNet { get; init; }
}

/// <summary>The total, unweighted or weighted. Present values in GBP.</summary>
/// <param name="Benefits">All benefits.</param>
/// <param name="Inputs">All inputs.</param>
/// <param name="NetPresentValue">Benefits less inputs.</param>
/// <param name="Ratio">Benefits ÷ inputs.</param>
public sealed record SubgroupTotal(DrawnFigure Benefits, DrawnFigure Inputs, DrawnFigure NetPresentValue, DrawnFigure Ratio);
