using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>Evaluates a plan for given columns of parameters, block by block. One instance per thread.</summary>
internal sealed class GivenParameters(Plan plan, Width width)
{
    private readonly AlignedDoubles _registers = new(Math.Max(1, plan.Registers) * Block.Size);

    /// <summary>Runs every step for one block of the columns.</summary>
    /// <param name="columns">The values of each parameter, in the order of the plan's parameters.</param>
    /// <param name="from">The first row of the block.</param>
    /// <param name="rows">The number of rows, at most <see cref="Block.Size"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate(double[][] columns, int from, int rows)
    {
        foreach (PlanStep step in plan.Steps)
        {
            if (!step.IsDraw)
            {
                PlanKernels.Run(width, step, _registers.Span, Block.Size);
                continue;
            }

            Span<double> to = Register(step.Target);
            ReadOnlySpan<double> given = columns[step.Number].AsSpan(from, rows);
            if (step.Operation == PlanOperation.Draw)
            {
                given.CopyTo(to);
                continue;
            }

            double whole = step.A.Constant;
            for (int i = 0; i < given.Length; i++)
            {
                to[i] = whole - given[i];
            }
        }
    }

    /// <summary>The values of an output of the plan for the block.</summary>
    public void Output(PlanOperand output, Span<double> to)
    {
        if (output.IsConstant)
        {
            to.Fill(output.Constant);
        }
        else
        {
            Register(output.Register)[..to.Length].CopyTo(to);
        }
    }

    private Span<double> Register(int number) => _registers.Span.Slice(number * Block.Size, Block.Size);
}
