namespace Sroi.Uncertainty.Plans;

/// <summary>
/// Fuses steps whose result only the next one reads, so that it never goes through memory: 1 − a draw is a draw itself, and products and sums of
/// products are one step. Every rounding stays the same.
/// </summary>
internal static class PlanFusion
{
    /// <summary>The steps, fused where possible; a step that has gone is null, and numbering is unchanged.</summary>
    public static PlanStep?[] Of(IReadOnlyList<PlanStep> steps, IEnumerable<PlanOperand> outputs)
    {
        int[] readers = new int[steps.Count];
        foreach (int read in steps.SelectMany(step => step.Reads).Concat(outputs.Where(o => !o.IsConstant).Select(o => o.Register)))
        {
            readers[read]++;
        }

        PlanStep?[] kept = [.. steps];
        PlanStep? Only(PlanOperand operand) => !operand.IsConstant && readers[operand.Register] == 1 ? kept[operand.Register] : null;
        for (int i = 0; i < kept.Length; i++)
        {
            if (Joined(steps[i], Only) is var (joined, gone))
            {
                (kept[i], kept[gone]) = (joined, null);
            }
        }

        return kept;
    }

    private static (PlanStep Joined, int Gone)? Joined(PlanStep step, Func<PlanOperand, PlanStep?> only)
    {
        if (step is { Operation: PlanOperation.Subtract, A.IsConstant: true } && only(step.B) is { Operation: PlanOperation.Draw } draw)
        {
            return (new(PlanOperation.DrawRemainder, step.A, PlanOperand.None, draw.Number), step.B.Register);
        }

        if (step.Operation is not (PlanOperation.Multiply or PlanOperation.Add))
        {
            return null;
        }

        // Products and sums are commutative.
        bool multiplies = step.Operation == PlanOperation.Multiply;
        return With(multiplies, only(step.A), step.B) is { } left ? (left, step.A.Register)
            : With(multiplies, only(step.B), step.A) is { } right ? (right, step.B.Register)
            : null;
    }

    private static PlanStep? With(bool multiplies, PlanStep? inner, PlanOperand other) =>
        (multiplies, inner) switch
        {
            (true, { Operation: PlanOperation.Multiply } product) => product with { Operation = PlanOperation.MultiplyThree, C = other },
            (false, { Operation: PlanOperation.Multiply } product) => product with { Operation = PlanOperation.MultiplyAdd, C = other },
            (false, { Operation: PlanOperation.MultiplyThree } product) => product with { Operation = PlanOperation.MultiplyThreeAdd, D = other },
            _ => null,
        };
}
