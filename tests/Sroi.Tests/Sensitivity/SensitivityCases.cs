using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Sensitivity;

/// <summary>Small cases whose sensitivities are known in closed form.</summary>
internal static class SensitivityCases
{
    public const ulong Seed = 2026;

    public static Parameter Plain(string name, Distribution distribution) =>
        new($"case.{name}", distribution.Mean, Unit.None) { Label = name, Distribution = distribution };

    /// <summary>A case whose net present value is a formula in pounds: one outcome, no inputs, no discounting, nothing taken off.</summary>
    public static SocialReturn Worth(Formula formula, params IReadOnlyList<Correlation> correlations)
    {
        Outcome outcome = Cases.Outcome(years: 1) with
        {
            Quantity = formula,
            Proxy = new(Cases.Money("pound", 1, "GBP"), [new(Cases.Members, Share.Of(1))], BenefitKind.Economic, Share.Of(0)),
            Deadweight = Share.Of(0),
            Displacement = Share.Of(0),
            Attribution = Share.Of(0),
            DropOff = Share.Of(0),
        };
        return SocialReturn.Of(
            Cases.Of([outcome], [], rate: 0) with
            {
                Parameters = formula.Parameters().ToImmutableSortedDictionary(p => p.Id, p => p, StringComparer.Ordinal),
                Correlations = [.. correlations],
            }
        );
    }

    public static Decision Decide(SocialReturn social, int draws, ulong seed = Seed, int? threads = null) =>
        Decision.Between([new(social.Scenario.Name, social)], draws, seed, threads: threads);

    public static Decision Decide(string scenario, int draws) => Decide(UncertainCases.Shipped(scenario), draws);

    public static TargetFigure Npv(SocialReturn social) => TargetFigure.NetPresentValue(social);

    public static TargetFigure Npv(string scenario, string? variant = null) => Npv(UncertainCases.Shipped(scenario, variant));

    /// <summary>sin x as its series, right to 1e-13 between −π and π.</summary>
    public static Formula Sine(Formula x)
    {
        Formula square = x * x;
        Formula sum = Formula.Number(0),
            term = x;
        List<Formula> terms = [];
        for (int n = 1; n < 33; n += 2)
        {
            terms.Add(term);
            term = term * square * Formula.Number(-1.0 / ((n + 1) * (n + 2)));
        }

        return Formula.Total(terms, Unit.None);
    }

    /// <summary>Ishigami and Homma's function with a = 7, b = 0.1.</summary>
    public static Formula Ishigami { get; } = IshigamiOf(Angle("x1"), Angle("x2"), Angle("x3"));

    public static bool IsWithin(this Sroi.Uncertainty.Summaries.Estimate estimate, double exact, double errors = 5) =>
        Math.Abs(estimate.Value - exact) <= errors * estimate.StandardError;

    private static Formula IshigamiOf(Formula x1, Formula x2, Formula x3)
    {
        Formula sine = Sine(x1),
            other = Sine(x2);
        return sine + (Formula.Number(7) * other * other) + (Formula.Number(0.1) * x3 * x3 * x3 * x3 * sine);
    }

    private static Formula Angle(string name) => Plain(name, new Distribution.Uniform(-Math.PI, Math.PI));
}
