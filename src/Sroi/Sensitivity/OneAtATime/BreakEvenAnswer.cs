using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>What would be enough for a case to pay for itself, found as any switching value is.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Value">The value of the number; null if none is enough.</param>
/// <param name="Unit">Its unit.</param>
public sealed record BreakEvenAnswer(BreakEvenQuestion Question, double? Value, Unit Unit)
{
    private const int Digits = 2;

    /// <summary>The answers of a case, in the order of its file.</summary>
    public static ImmutableArray<BreakEvenAnswer> Of(Scenario scenario) => [.. scenario.BreakEvens.Select(asked => Of(scenario, asked))];

    /// <summary>The answer as a sentence.</summary>
    public override string ToString() =>
        Value is { } value
            ? $"{With(Figures.Number(Rounded(value)), Figures.Percent(Math.Round(value, Digits)))}."
            : $"{With("…", "…")}: no value would be enough.";

    private string With(string value, string share) =>
        Capital(Question.Says.Replace("{value}", value, StringComparison.Ordinal).Replace("{share}", share, StringComparison.Ordinal));

    private static BreakEvenAnswer Of(Scenario scenario, BreakEvenQuestion asked)
    {
        Unit unit = scenario.Parameters.TryGetValue(asked.Solve, out Parameter? number) ? number.Unit : Unit.None;
        SocialReturn social = SocialReturn.Of(
            asked.Outcome is { } outcome ? scenario with { Map = scenario.Map with { Outcomes = scenario.Map.Outcomes.Add(outcome) } } : scenario
        );
        bool isPart = social.Outcomes.Length > 0 && social.NetPresentValue.Parameters().Any(input => input.Id == asked.Solve);
        SwitchingValue? found = isPart ? SwitchingValues.Of(TargetFigure.NetPresentValue(social), asked.Solve) : null;
        return new(asked, found is { Value: >= 0 and { } value } ? value : null, unit);
    }

    private static double Rounded(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        int places = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return places > 0 ? Math.Round(value, Math.Min(places, 15)) : Math.Round(value);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
