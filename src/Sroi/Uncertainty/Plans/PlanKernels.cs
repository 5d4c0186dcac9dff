using System.Runtime.CompilerServices;
using Sroi.Arithmetic;

namespace Sroi.Uncertainty;

/// <summary>The steps of a plan over registers of many draws: one loop for each operation, the same bits at every width.</summary>
internal static class PlanKernels
{
    private const int MostLanes = 8;

    /// <summary>Runs a step other than a draw.</summary>
    /// <param name="width">How many draws at once.</param>
    /// <param name="step">The step.</param>
    /// <param name="registers">All registers, one after the other.</param>
    /// <param name="length">The draws in a register; a multiple of the width.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(Width width, PlanStep step, Span<double> registers, int length)
    {
        switch (width)
        {
            case Width.Eight:
                Run<EightLanes>(step, registers, length);
                break;
            case Width.Four:
                Run<FourLanes>(step, registers, length);
                break;
            default:
                Run<OneLane>(step, registers, length);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<L>(PlanStep step, Span<double> registers, int length)
        where L : struct, ILanes<L>
    {
        switch (step.Operation)
        {
            case PlanOperation.Add:
                Two<L, Sum<L>>(step, registers, length);
                break;
            case PlanOperation.Subtract:
                Two<L, Difference<L>>(step, registers, length);
                break;
            case PlanOperation.Multiply:
                Two<L, Product<L>>(step, registers, length);
                break;
            case PlanOperation.MultiplyThree:
                Three<L, ProductOfThree<L>>(step, registers, length);
                break;
            case PlanOperation.MultiplyAdd:
                Three<L, ProductAndSum<L>>(step, registers, length);
                break;
            case PlanOperation.MultiplyThreeAdd:
                ThreeAndSum<L>(step, registers, length);
                break;
            case PlanOperation.Divide:
                Two<L, Quotient<L>>(step, registers, length);
                break;
            case PlanOperation.Smaller:
                Two<L, Smaller<L>>(step, registers, length);
                break;
            case PlanOperation.Larger:
                Two<L, Larger<L>>(step, registers, length);
                break;
            case PlanOperation.Power:
                Two<L, Power<L>>(step, registers, length);
                break;
            case PlanOperation.Exponential:
                One<L, Exponential<L>>(step, registers, length);
                break;
            case PlanOperation.Logarithm:
                One<L, Logarithm<L>>(step, registers, length);
                break;
            default:
                throw new InvalidOperationException($"{step.Operation} is not computed from registers.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two<L, O>(PlanStep step, Span<double> registers, int length)
        where L : struct, ILanes<L>
        where O : IOfTwo<L>
    {
        ref double target = ref registers[step.Target * length];
        if (step.A.IsConstant)
        {
            FromConstant<L, O>(step.A.Constant, ref registers[step.B.Register * length], ref target, length);
        }
        else if (step.B.IsConstant)
        {
            ByConstant<L, O>(ref registers[step.A.Register * length], step.B.Constant, ref target, length);
        }
        else
        {
            Between<L, O>(ref registers[step.A.Register * length], ref registers[step.B.Register * length], ref target, length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Between<L, O>(ref double left, ref double right, ref double target, int length)
        where L : struct, ILanes<L>
        where O : IOfTwo<L>
    {
        for (int i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(L.Load(ref left, i), L.Load(ref right, i)), ref target, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FromConstant<L, O>(double constant, ref double right, ref double target, int length)
        where L : struct, ILanes<L>
        where O : IOfTwo<L>
    {
        L left = L.Of(constant);
        for (int i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(left, L.Load(ref right, i)), ref target, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ByConstant<L, O>(ref double left, double constant, ref double target, int length)
        where L : struct, ILanes<L>
        where O : IOfTwo<L>
    {
        L right = L.Of(constant);
        for (int i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(L.Load(ref left, i), right), ref target, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<L, O>(PlanStep step, Span<double> registers, int length)
        where L : struct, ILanes<L>
        where O : IOfOne<L> => Each<L, O>(ref registers[step.A.Register * length], ref registers[step.Target * length], length);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Each<L, O>(ref double from, ref double target, int length)
        where L : struct, ILanes<L>
        where O : IOfOne<L>
    {
        for (int i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(L.Load(ref from, i)), ref target, i);
        }
    }

    // Operands of which some are constants: a constant is read again and again from a place of its own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three<L, O>(PlanStep step, Span<double> registers, int length)
        where L : struct, ILanes<L>
        where O : IOfThree<L>
    {
        Span<double> constants = stackalloc double[3 * MostLanes];
        OfThree<L, O>(
            ref Operand(step.A, registers, length, constants),
            MaskOf(step.A),
            ref Operand(step.B, registers, length, constants[MostLanes..]),
            MaskOf(step.B),
            ref Operand(step.C, registers, length, constants[(2 * MostLanes)..]),
            MaskOf(step.C),
            ref registers[step.Target * length],
            length
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ThreeAndSum<L>(PlanStep step, Span<double> registers, int length)
        where L : struct, ILanes<L>
    {
        Span<double> constants = stackalloc double[4 * MostLanes];
        OfFour<L>(
            ref Operand(step.A, registers, length, constants),
            MaskOf(step.A),
            ref Operand(step.B, registers, length, constants[MostLanes..]),
            MaskOf(step.B),
            ref Operand(step.C, registers, length, constants[(2 * MostLanes)..]),
            MaskOf(step.C),
            ref Operand(step.D, registers, length, constants[(3 * MostLanes)..]),
            MaskOf(step.D),
            ref registers[step.Target * length],
            length
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Operand(PlanOperand operand, Span<double> registers, int length, Span<double> constant)
    {
        if (!operand.IsConstant)
        {
            return ref registers[operand.Register * length];
        }

        constant[..MostLanes].Fill(operand.Constant);
        return ref constant[0];
    }

    private static int MaskOf(PlanOperand operand) => operand.IsConstant ? 0 : ~0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfThree<L, O>(ref double a, int maskA, ref double b, int maskB, ref double c, int maskC, ref double target, int length)
        where L : struct, ILanes<L>
        where O : IOfThree<L>
    {
        for (int i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(L.Load(ref a, i & maskA), L.Load(ref b, i & maskB), L.Load(ref c, i & maskC)), ref target, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfFour<L>(
        ref double a,
        int maskA,
        ref double b,
        int maskB,
        ref double c,
        int maskC,
        ref double d,
        int maskD,
        ref double target,
        int length
    )
        where L : struct, ILanes<L>
    {
        for (int i = 0; i < length; i += L.Count)
        {
            L product = L.Load(ref a, i & maskA) * L.Load(ref b, i & maskB) * L.Load(ref c, i & maskC);
            L.Store(product + L.Load(ref d, i & maskD), ref target, i);
        }
    }

    private interface IOfTwo<L>
    {
        static abstract L Of(L left, L right);
    }

    private interface IOfThree<L>
    {
        static abstract L Of(L a, L b, L c);
    }

    private interface IOfOne<L>
    {
        static abstract L Of(L value);
    }

    private readonly struct Sum<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => left + right;
    }

    private readonly struct Difference<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => left - right;
    }

    private readonly struct Product<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => left * right;
    }

    private readonly struct ProductOfThree<L> : IOfThree<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L a, L b, L c) => a * b * c;
    }

    private readonly struct ProductAndSum<L> : IOfThree<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L a, L b, L c) => (a * b) + c;
    }

    private readonly struct Quotient<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => L.Select(L.Same(right, L.Of(0)), L.Of(double.NaN), left / right);
    }

    private readonly struct Smaller<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => L.Select(L.AtMost(left, right), left, L.Select(L.Less(right, left), right, L.Of(double.NaN)));
    }

    private readonly struct Larger<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => L.Select(L.AtMost(right, left), left, L.Select(L.Less(left, right), right, L.Of(double.NaN)));
    }

    private readonly struct Power<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => Elementary.Power(left, right);
    }

    private readonly struct Exponential<L> : IOfOne<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L value) => Elementary.Exp(value);
    }

    private readonly struct Logarithm<L> : IOfOne<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L value) => Elementary.Log(value);
    }
}
