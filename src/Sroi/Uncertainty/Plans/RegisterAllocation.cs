using System.Collections.Immutable;

namespace Sroi.Uncertainty.Plans;

/// <summary>Assigns as few registers as possible: one is free again after its last reader, and those of outputs are kept.</summary>
internal static class RegisterAllocation
{
    /// <summary>The steps and outputs with their registers.</summary>
    /// <param name="steps">The steps by number; null for one that has gone.</param>
    /// <param name="outputs">The numbers of the steps whose results are outputs.</param>
    public static (ImmutableArray<PlanStep> Steps, ImmutableArray<PlanOperand> Outputs, int Registers) Of(
        PlanStep?[] steps,
        ImmutableArray<PlanOperand> outputs
    )
    {
        int[] lastReader = LastReaders(steps, outputs),
            registerOf = new int[steps.Length];
        Stack<int> free = new();
        int registers = 0;
        var allocated = ImmutableArray.CreateBuilder<PlanStep>();
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i] is { } step)
            {
                foreach (int read in step.Reads.Distinct().Where(read => lastReader[read] == i))
                {
                    free.Push(registerOf[read]);
                }

                // A step may write to a register it reads, element by element.
                registerOf[i] = free.Count > 0 ? free.Pop() : registers++;
                allocated.Add(step.Moved(registerOf, registerOf[i]));
            }
        }

        return (allocated.ToImmutable(), [.. outputs.Select(output => output.Moved(registerOf))], registers);
    }

    private static int[] LastReaders(PlanStep?[] steps, ImmutableArray<PlanOperand> outputs)
    {
        int[] lastReader = new int[steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (int read in steps[i]?.Reads ?? [])
            {
                lastReader[read] = i;
            }
        }

        foreach (PlanOperand output in outputs.Where(o => !o.IsConstant))
        {
            lastReader[output.Register] = int.MaxValue;
        }

        return lastReader;
    }
}
