using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>A figure that is simulated: its formula, and what there is to say about its draws.</summary>
/// <param name="Group">What it belongs to.</param>
/// <param name="Id">Its name in results.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Formula">The calculation.</param>
internal sealed record SimulatedFigure(FigureGroup Group, string Id, string Label, Formula Formula)
{
    /// <summary>Draws above this are counted: 1 for ratios, 0 for money.</summary>
    public double Threshold { get; init; }

    /// <summary>For a ratio, what it is divided by: where that is not above zero the ratio is undefined. Null for any other figure.</summary>
    public Formula? Denominator => Ratio?.Divisor;

    /// <summary>Differences no larger than this are rounding noise, in the unit of the figure.</summary>
    public double Noise { get; private init; }

    /// <summary>The same of what a ratio is divided by: what is no larger is not above zero.</summary>
    public double DenominatorNoise => Ratio?.Noise ?? 0;

    private Formula.Ratio? Ratio { get; } = Formula is Formula.Named { Body: Formula.Ratio ratio } ? ratio : Formula as Formula.Ratio;

    /// <summary>The figures of a social return.</summary>
    public static ImmutableArray<SimulatedFigure> Of(SocialReturn social, Breakdown breakdown)
    {
        bool valuesAnything = !social.Outcomes.IsEmpty;
        List<SimulatedFigure> figures =
        [
            .. FigureCatalogue
                .LeadingForReaders.Reverse()
                .Where(figure => valuesAnything || figure == FigureCatalogue.PresentValueInputs || figure == FigureCatalogue.PresentValueBenefits)
                .Select(figure => Of(FigureGroup.Headline, figure, social)),
        ];
        if (breakdown != Breakdown.Headlines)
        {
            figures.AddRange(social.Outcomes.Select(o => new SimulatedFigure(FigureGroup.Outcome, o.Outcome.Id, o.Outcome.Change, o.PresentValue)));
        }

        if (breakdown == Breakdown.Everything)
        {
            figures.AddRange(Others(social));
            figures.AddRange(Years(social));
            figures.AddRange(Parties(social));
        }

        RoundingErrors errors = new(social.PresentValue.Parameters().Concat(social.PresentValueOfInputs.Parameters()));
        return [.. figures.Select(figure => figure with { Noise = errors.Of(figure.Formula) })];
    }

    private static IEnumerable<SimulatedFigure> Others(SocialReturn social) =>
        social.Outcomes.IsEmpty
            ? []
            : social.Catalogue.Further.Where(figure => figure.IsSimulated).Select(figure => Of(FigureGroup.Other, figure, social));

    // Undiscounted, as the table of years shows them.
    private static IEnumerable<SimulatedFigure> Years(SocialReturn social)
    {
        for (int year = 0; year <= social.Scenario.Appraisal.Years; year++)
        {
            yield return new(FigureGroup.BenefitsOfYear, $"{year}", $"benefits of year {year}", social.BenefitsByYear[year]);
            yield return new(FigureGroup.InputsOfYear, $"{year}", $"inputs of year {year}", social.InputsByYear[year]);
        }
    }

    private static IEnumerable<SimulatedFigure> Parties(SocialReturn social) =>
        social.Ledger.Lines.SelectMany(line =>
            new SimulatedFigure[]
            {
                new(FigureGroup.PaysOfParty, line.Party.Id, $"{line.Party.Label} pays", line.Pays),
                new(FigureGroup.GainsOfParty, line.Party.Id, $"{line.Party.Label} gains", line.Gains),
                new(FigureGroup.NetOfParty, line.Party.Id, $"{line.Party.Label}, net", line.Nets),
            }
        );

    private static SimulatedFigure Of(FigureGroup group, HeadlineFigure figure, SocialReturn social) =>
        new(group, figure.Id, figure.Label, social[figure]) { Threshold = figure.Threshold };
}
