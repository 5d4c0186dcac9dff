using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>Converts money to the appraisal's prices with the index it names, and reports what is stale, forecast or continued with another index.</summary>
internal sealed class Uprater(IReadOnlyDictionary<string, PriceIndex> indices, AppraisalPrices? appraisal, List<Notice> notices, ProblemList problems)
{
    private const int StaleAfter = 5;

    /// <summary>The parameter at the appraisal's prices; null, and reported, if no index covers the years.</summary>
    public Parameter? Bring(Parameter parameter, Fields fields)
    {
        if (parameter.PriceYear is not { } year || appraisal is not { Year: var target })
        {
            return parameter;
        }

        if (year.YearsBefore(target) > StaleAfter)
        {
            notices.Add(
                new(
                    "stale_price",
                    $"{parameter.Label} is at {year} prices, {year.YearsBefore(target)} years before the appraisal's ({target}).",
                    parameter.Id
                )
            );
        }

        if (year == target)
        {
            return parameter;
        }

        (string file, int line) = parameter.At is { } at ? (at.File, at.Line) : (fields.File, fields.Line);
        if (parameter.Index is not { } index)
        {
            problems.Add(
                file,
                line,
                $"{parameter.Id} is at {year} prices and the appraisal at {target}, but it names no 'index' to uprate it by.",
                $"Add index: one of {string.Join(", ", indices.Keys)}."
            );
            return null;
        }

        if (!indices.TryGetValue(index, out PriceIndex? prices))
        {
            problems.Add(
                file,
                line,
                $"{parameter.Id}: 'index' is '{index}', which is not a price index.{Nearest.Hint(index, indices.Keys)}",
                $"Allowed: {string.Join(", ", indices.Keys)}."
            );
            return null;
        }

        return Uprate(parameter, prices, year, target, file, line);
    }

    private Parameter? Uprate(Parameter parameter, PriceIndex prices, PriceYear year, PriceYear target, string file, int line)
    {
        try
        {
            Uprating step = prices.Between(year, target);
            if (prices.Caveat is { } caveat)
            {
                notices.Add(new("index_caveat", $"{parameter.Label}: {caveat}.", parameter.Id));
            }

            foreach (IndexLevel level in step.Revised)
            {
                RevisedFigure revised = level.Earlier!;
                string Figure(double figure) => prices.IsOfChanges ? Figures.Percent(figure) : Figures.Number(figure);
                notices.Add(
                    new(
                        "index_editions",
                        $"{prices.Label}, {PriceYear.Financial(level.Start)}: {Figure(revised.Now)} in edition {revised.Edition ?? "not stated"}, which is used; {Figure(revised.Was)} in edition {revised.EarlierEdition}.",
                        prices.Id
                    )
                );
            }

            if (step.IsChained)
            {
                notices.Add(new("index_chained", $"{parameter.Label} is brought {step}.", parameter.Id));
            }
            else if (step.UsesForecast)
            {
                notices.Add(new("index_forecast", $"{parameter.Label} is brought {step}.", parameter.Id));
            }

            return parameter.Uprated(step);
        }
        catch (MissingIndexYearException error) when (error.Year == target && appraisal?.At is { } at)
        {
            problems.Add(
                at.File,
                at.Line,
                $"appraisal: 'price_year' is {target}, which a number of this scenario cannot be brought to: {error.Message}",
                "Choose a year that the index covers, or add the years to appraisal/price_indices.yaml."
            );
            return null;
        }
        catch (MissingIndexYearException error)
        {
            problems.Add(file, line, $"{parameter.Id} cannot be brought from {year} to {target} prices: {error.Message}");
            return null;
        }
    }
}

/// <summary>The year whose prices an appraisal is in.</summary>
/// <param name="Year">The year.</param>
/// <param name="At">Its position in a file; null if it was not read from a file.</param>
internal sealed record AppraisalPrices(PriceYear Year, FilePosition? At);
