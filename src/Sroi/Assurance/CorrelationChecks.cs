using System.Globalization;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Uncertainty.Correlations;

namespace Sroi.Assurance;

/// <summary>Checks whether numbers can be correlated as a scenario asks, before anything is drawn.</summary>
internal static class CorrelationChecks
{
    // Rounded targets can contradict each other by a little; by more they are a mistake.
    private const double Much = 0.05;

    public static Warning? Contradict(SroiResult result)
    {
        Parameter[] varying = [.. result.Scenario.Parameters.Values.Where(parameter => !parameter.Distribution.IsFixed)];
        Pair[] repaired =
        [
            .. CorrelatedGroup
                .Among([.. varying], result.Scenario.Correlations)
                .Where(group => group.IsRepaired)
                .SelectMany(group => Pairs(group, varying)),
        ];
        return repaired.Length == 0
            ? null
            : new(
                "correlations_repaired",
                repaired.Any(pair => Math.Abs(pair.Used - pair.Asked) > Much) ? Severity.Serious : Severity.Weakness,
                $"The correlations asked for contradict each other; draws will use the nearest that can be. {string.Join("; ", repaired.AsEnumerable())}.",
                string.Join(", ", repaired.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()),
                "be transparent",
                "Check the targets, the largest changes first."
            );
    }

    private static IEnumerable<Pair> Pairs(CorrelatedGroup joint, Parameter[] varying) =>
        from first in Enumerable.Range(0, joint.Parameters.Length)
        from second in Enumerable.Range(first + 1, joint.Parameters.Length - first - 1)
        let pair = new Pair(
            varying[joint.Parameters[first]].Id,
            varying[joint.Parameters[second]].Id,
            joint.Asked[first, second],
            joint.Used[first, second]
        )
        where Math.Abs(pair.Used - pair.Asked) > 1e-9
        select pair;

    private sealed record Pair(string First, string Second, double Asked, double Used)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{First} and {Second}: {Asked:0.###} asked, {Used:0.###} used (of normal scores)");
    }
}
