using System.Collections.Immutable;
using Sroi.Parameters;

namespace Sroi.Model.Reading;

/// <summary>Makes the discount rates that a case uses parameters of the case, with the changes of variant and overlays laid on them.</summary>
internal sealed class RateBinder(QuantityBook book, Appraisal appraisal)
{
    private readonly Dictionary<string, DiscountSchedule> _bound = new(StringComparer.Ordinal);

    /// <summary>The frame and the value map with their rates bound.</summary>
    public (Appraisal Appraisal, ImpactMap Map) Bind(ImpactMap map)
    {
        StreamRates[] used = [appraisal.RatesOfMoney, .. map.Outcomes.Select(outcome => outcome.RatesIn(appraisal))];
        foreach (var schedule in used.GroupBy(rates => rates.Schedule.Id))
        {
            _bound[schedule.Key] = schedule
                .Select(rates => rates.Column)
                .Distinct()
                .Aggregate(schedule.First().Schedule, (bound, column) => bound.With(column, Bands(bound.Bands(column))));
        }

        Appraisal frame = appraisal with { Discounting = _bound[appraisal.Discounting.Id] };
        return (
            frame,
            map with
            {
                Outcomes =
                [
                    .. map.Outcomes.Select(outcome =>
                        outcome.Discounting is { } own ? outcome with { Discounting = own with { Schedule = _bound[own.Schedule.Id] } } : outcome
                    ),
                ],
            }
        );
    }

    // Rates of years that the appraisal does not reach are no part of the case.
    private ImmutableArray<DiscountBand> Bands(ImmutableArray<DiscountBand> bands)
    {
        int last = DiscountSchedule.LastElapsed(appraisal.Years, appraisal.Timing),
            after = 0;
        var bound = ImmutableArray.CreateBuilder<DiscountBand>();
        foreach (DiscountBand band in bands)
        {
            bound.Add(after < last && book.Bound(band.Rate) is { } rate ? band with { Rate = rate } : band);
            after = band.ToYear ?? int.MaxValue;
        }

        return bound.ToImmutable();
    }
}
