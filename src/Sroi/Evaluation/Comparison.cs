using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Evaluation;

/// <summary>Two results side by side: every number that differs, and what each difference did to the net present value and the ratio.</summary>
public sealed record Comparison : Result
{
    /// <summary>The seed of the sampled permutations, used above <see cref="ShapleyAttribution.MostExact"/> changes and printed with them.</summary>
    public const int Seed = 1;

    private const double Same = 1e-9;

    /// <summary>The figures before.</summary>
    public required ComparedFigures Before { get; init; }

    /// <summary>The figures after.</summary>
    public required ComparedFigures After { get; init; }

    /// <summary>Numbers that differ, largest effect first.</summary>
    public required ImmutableArray<ChangedNumber> Changes { get; init; }

    /// <summary>What each party pays, gains and nets on both sides, in GBP as present values: the largest change first.</summary>
    public ImmutableArray<ChangedParty> Parties { get; init; } = [];

    /// <summary>Why the effects are not attributed to the changes; null if they are.</summary>
    public string? NotAttributed { get; init; }

    /// <summary>Whether the effects come from sampled permutations and carry a standard error.</summary>
    public bool IsSampled => NotAttributed is null && Changes.Length > ShapleyAttribution.MostExact;

    /// <summary>Compares two results computed today.</summary>
    public static Comparison Of(SroiResult before, SroiResult after) =>
        Of(ComparedFigures.Of(before), after, before.Scenario.Id == after.Scenario.Id);

    /// <summary>Compares a result saved earlier with one computed today.</summary>
    public static Comparison Of(ComparedFigures before, SroiResult after) => Of(before, after, before.Scenario == after.Scenario.Id);

    private static Comparison Of(ComparedFigures before, SroiResult after, bool isSameScenario)
    {
        ComparedFigures now = ComparedFigures.Of(after);
        ImmutableArray<ChangedNumber> changes =
        [
            .. before
                .Numbers.Keys.Union(now.Numbers.Keys)
                .Order(StringComparer.Ordinal)
                .Select(id => new ChangedNumber(id, before.Numbers.GetValueOrDefault(id), now.Numbers.GetValueOrDefault(id)))
                .Where(change => change.Differs),
        ];
        Comparison plain = new()
        {
            Before = before,
            After = now,
            Changes = changes,
            Parties = ChangedParty.Between(before.Parties, now.Parties),
        };
        if (!isSameScenario)
        {
            return plain with { NotAttributed = "these are different scenarios; they are compared, not attributed" };
        }

        if (Obstacle(before, after, changes) is { } obstacle)
        {
            return plain with { NotAttributed = obstacle };
        }

        return plain with
        {
            Changes = Attribute(changes, after.SocialReturn),
        };
    }

    private static string? Obstacle(ComparedFigures before, SroiResult after, ImmutableArray<ChangedNumber> changes)
    {
        if (!before.ValuesAnything || !after.ValuesAnything)
        {
            return "nothing is valued";
        }

        double? atOldNumbers = new Valuation(Replaced(changes, [.. changes.Select(_ => false)])).Of(after.SocialReturn.NetPresentValue);
        double scale = before.Figures.Values.Max(value => Math.Max(1, Math.Abs(value ?? 0)));
        return atOldNumbers is { } recomputed && before.NetPresentValue is { } saved && Math.Abs(recomputed - saved) <= Same * scale
            ? null
            : "more than numbers differs (the outcomes, the inputs, the frame or the program), so the difference is not attributed to numbers";
    }

    private static ImmutableArray<ChangedNumber> Attribute(ImmutableArray<ChangedNumber> changes, SocialReturn after)
    {
        double? Value(Formula formula, bool[] made) => new Valuation(Replaced(changes, made)).Of(formula);
        var npv = ShapleyAttribution.Of(changes.Length, made => Value(after.NetPresentValue, made), Seed);
        var ratio = ShapleyAttribution.Of(changes.Length, made => Value(after.Ratio, made), Seed);
        RoundingErrors errors = new(after.Ratio.Parameters());
        double npvNoise = errors.Of(after.NetPresentValue),
            ratioNoise = errors.Of(after.Ratio);
        return
        [
            .. changes
                .Select(
                    (change, i) =>
                        change with
                        {
                            EffectOnNetPresentValue = RoundingErrors.Beyond(npv?[i].Effect, npvNoise),
                            NetPresentValueError = npv?[i].StandardError,
                            EffectOnRatio = RoundingErrors.Beyond(ratio?[i].Effect, ratioNoise),
                            RatioError = ratio?[i].StandardError,
                        }
                )
                .OrderByDescending(change => Math.Abs(change.EffectOnNetPresentValue ?? 0))
                .ThenBy(change => change.Id, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, double> Replaced(ImmutableArray<ChangedNumber> changes, bool[] made) =>
        changes.Where((change, i) => !made[i] && change.Before is not null).ToDictionary(change => change.Id, change => change.Before!.Value);
}

/// <summary>The figures of one side of a comparison, computed today or saved earlier.</summary>
public sealed record ComparedFigures
{
    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>What it is, for a heading: scenario, variant, overlays.</summary>
    public required string Name { get; init; }

    /// <summary>Whether anything is valued.</summary>
    public required bool ValuesAnything { get; init; }

    /// <summary>The leading figures (<see cref="FigureCatalogue.Leading"/>) by id; null for one that is undefined.</summary>
    public required ImmutableDictionary<string, double?> Figures { get; init; }

    /// <summary>One of the leading figures; null if it is undefined.</summary>
    public double? this[HeadlineFigure figure] => Figures[figure.Id];

    /// <summary>Net present value in GBP; null if nothing is valued.</summary>
    public double? NetPresentValue => this[FigureCatalogue.NetPresentValue];

    /// <summary>SROI ratio; null if it is undefined.</summary>
    public double? SroiRatio => this[FigureCatalogue.SroiRatio];

    /// <summary>The frame in words: price year, schedule, timing, years.</summary>
    public required string Frame { get; init; }

    /// <summary>Every number, at the appraisal's prices, by full id.</summary>
    public required ImmutableSortedDictionary<string, ComparedNumber> Numbers { get; init; }

    /// <summary>What each party nets, in GBP as a present value, in the order of the ledger.</summary>
    public required ImmutableArray<ComparedParty> Parties { get; init; }

    /// <summary>The figures of a result.</summary>
    public static ComparedFigures Of(SroiResult result) =>
        new()
        {
            Scenario = result.Scenario.Id,
            Name = string.Join(" + ", new[] { result.Scenario.Name }.Concat(result.Scenario.Overlays.Select(o => o.Id))),
            ValuesAnything = result.ValuesAnything,
            Figures = FigureCatalogue.Leading.ToImmutableDictionary(figure => figure.Id, figure => result[figure]),
            Frame = FrameOf(result.Scenario.Appraisal),
            Parties = [.. result.Ledger.Select(line => new ComparedParty(line.Party.Id, line.Party.Label, line.Nets))],
            Numbers = result.Scenario.Parameters.Values.ToImmutableSortedDictionary(p => p.Id, ComparedNumber.Of, StringComparer.Ordinal),
        };

    /// <summary>The frame of an appraisal in words.</summary>
    public static string FrameOf(Model.Appraisal appraisal) =>
        $"{appraisal.PriceYear} prices, {appraisal.Discounting.Label}{(appraisal.Rates == RateColumn.Standard ? "" : $" ({DiscountSchedule.Name(appraisal.Rates)} rates)")}, "
        + $"{DiscountSchedule.Name(appraisal.Timing)}, {appraisal.Years} year{(appraisal.Years == 1 ? "" : "s")} from {appraisal.FirstYear}"
        + (appraisal.OptimismBias is { } bias ? $", corrected for optimism ({bias.Label})" : "");
}

/// <summary>A number on one side of a comparison.</summary>
/// <param name="Value">At the appraisal's prices.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="PriceYear">For money, the appraisal's price year.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="IsShare">Whether it is a share of a whole.</param>
/// <param name="Note">The value as entered and who changed it; null if it is unchanged from the library.</param>
public sealed record ComparedNumber(double Value, Unit Unit, PriceYear? PriceYear, string Label, bool IsShare, string? Note)
{
    internal static ComparedNumber Of(Parameter parameter) =>
        new(
            parameter.Value,
            parameter.Unit,
            parameter.PriceYear,
            parameter.Label,
            parameter.IsShare,
            parameter.Changes.IsEmpty ? null : string.Join("; ", ExplanationText.ChangesOf(parameter))
        );

    /// <summary>The value without its unit: pounds, a percentage, or a number.</summary>
    public string Shown =>
        IsShare ? Figures.Percent(Value)
        : Unit.MoneyPower == 1 ? Figures.Pounds(Value)
        : Figures.Number(Value);
}

/// <summary>A number that differs, and what the difference did.</summary>
/// <param name="Id">The full id.</param>
/// <param name="Before">The value before; null if it was not used.</param>
/// <param name="After">The value after; null if it is not used.</param>
public sealed record ChangedNumber(string Id, ComparedNumber? Before, ComparedNumber? After)
{
    /// <summary>Its part of the change in net present value, in GBP; the parts sum to the total. Null if not attributed.</summary>
    public double? EffectOnNetPresentValue { get; init; }

    /// <summary>Standard error of that part; 0 where exact.</summary>
    public double? NetPresentValueError { get; init; }

    /// <summary>Its part of the change in the ratio; null if not attributed, or if an intermediate ratio is undefined.</summary>
    public double? EffectOnRatio { get; init; }

    /// <summary>Standard error of that part; 0 where exact.</summary>
    public double? RatioError { get; init; }

    /// <summary>What it is, in words.</summary>
    public string Label => (After ?? Before)!.Label;

    internal bool Differs => Before is null || After is null || !Before.Value.Equals(After.Value);
}
