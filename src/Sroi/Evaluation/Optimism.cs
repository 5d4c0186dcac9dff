using Sroi.Model;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>The correction for optimism: benefits are cut and costs raised by how little they can be trusted.</summary>
/// <remarks>GMCA cost-benefit guidance (2014), by confidence grade; Green Book, cost × (1 + rate × (1 − mitigated)), for an input with its own rate.</remarks>
internal static class Optimism
{
    public static Formula Corrected(Formula impact, Outcome outcome, Appraisal appraisal)
    {
        if (appraisal.OptimismBias is not { } bias)
        {
            return impact;
        }

        int grade = outcome.EffectiveGrade ?? throw Ungraded("outcome", outcome.Id);
        Formula cut = Formula.Number(bias.Of(grade).Benefits, $"optimism correction of benefits, grade {grade}, {bias.Label}");
        return (impact * cut.Remainder).As($"{outcome.Id}.corrected", "after the correction for optimism");
    }

    public static Formula Corrected(Formula amount, Input input, Appraisal appraisal)
    {
        if (appraisal.OptimismBias is not { } bias)
        {
            return amount;
        }

        if (input.Optimism is { } own)
        {
            return amount * (Formula.Number(1) + (own.Rate * own.Mitigated.Remainder));
        }

        int grade = input.Grade ?? throw Ungraded("input", input.Id);
        return amount * (Formula.Number(1) + Formula.Number(bias.Of(grade).Costs, $"optimism correction of costs, grade {grade}, {bias.Label}"));
    }

    private static InvalidOperationException Ungraded(string what, string id) =>
        new($"The appraisal corrects for optimism, but the {what} '{id}' has no confidence grade (1 to 6).");
}
