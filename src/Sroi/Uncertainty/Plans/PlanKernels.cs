using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using static Sroi.Uncertainty.Plans.PlanOperators;

namespace Sroi.Uncertainty.Plans;

/// <summary>The steps of a plan over registers of many draws: one loop for each operation, with identical results at every width.</summary>
internal static class PlanKernels
{
    private const int MostLanes = 8;

    /// <summary>Runs a step other than a draw.</summary>
    /// <param name="width">The number of draws processed at once.</param>
    /// <param name="step">The step.</param>
    /// <param name="registers">All registers, one after another.</param>
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
        Span<double> constants = stackalloc double[4 * MostLanes];
        PlanSource a = Source(step.A, registers, length, constants),
            b = Source(step.B, registers, length, constants[MostLanes..]),
            c = Source(step.C, registers, length, constants[(2 * MostLanes)..]),
            d = Source(step.D, registers, length, constants[(3 * MostLanes)..]);
        ref double to = ref registers[step.Target * length];
        switch (step.Operation)
        {
            case PlanOperation.Add:
                OfTwo<L, Sum<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Subtract:
                OfTwo<L, Difference<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Multiply:
                OfTwo<L, Product<L>>(a, b, ref to, length);
                break;
            case PlanOperation.MultiplyThree:
                OfThree<L, ProductOfThree<L>>(a, b, c, ref to, length);
                break;
            case PlanOperation.MultiplyAdd:
                OfThree<L, ProductAndSum<L>>(a, b, c, ref to, length);
                break;
            case PlanOperation.MultiplyThreeAdd:
                OfFour<L, ProductOfThreeAndSum<L>>(a, b, c, d, ref to, length);
                break;
            case PlanOperation.Divide:
                OfTwo<L, Quotient<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Ratio:
                OfTwo<L, Ratio<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Provided:
                OfTwo<L, Provided<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Otherwise:
                OfTwo<L, Otherwise<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Smaller:
                OfTwo<L, Smaller<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Larger:
                OfTwo<L, Larger<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Power:
                OfTwo<L, Power<L>>(a, b, ref to, length);
                break;
            case PlanOperation.Root:
                OfOne<L, Root<L>>(a, ref to, length);
                break;
            case PlanOperation.Exponential:
                OfOne<L, Exponential<L>>(a, ref to, length);
                break;
            case PlanOperation.Logarithm:
                OfOne<L, Logarithm<L>>(a, ref to, length);
                break;
            default:
                throw new InvalidOperationException($"{step.Operation} is not computed from registers.");
        }
    }

    // A constant is read repeatedly from a separate place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PlanSource Source(PlanOperand operand, Span<double> registers, int length, Span<double> constant)
    {
        if (!operand.IsConstant)
        {
            return new(ref registers[operand.Register * length], ~0);
        }

        constant[..MostLanes].Fill(operand.Constant);
        return new(ref constant[0], 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfOne<L, O>(PlanSource a, ref double to, int length)
        where L : struct, ILanes<L>
        where O : IOfOne<L>
    {
        for (nint i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(a.At<L>(i)), ref to, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfTwo<L, O>(PlanSource a, PlanSource b, ref double to, int length)
        where L : struct, ILanes<L>
        where O : IOfTwo<L>
    {
        for (nint i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(a.At<L>(i), b.At<L>(i)), ref to, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfThree<L, O>(PlanSource a, PlanSource b, PlanSource c, ref double to, int length)
        where L : struct, ILanes<L>
        where O : IOfThree<L>
    {
        for (nint i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(a.At<L>(i), b.At<L>(i), c.At<L>(i)), ref to, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfFour<L, O>(PlanSource a, PlanSource b, PlanSource c, PlanSource d, ref double to, int length)
        where L : struct, ILanes<L>
        where O : IOfFour<L>
    {
        for (nint i = 0; i < length; i += L.Count)
        {
            L.Store(O.Of(a.At<L>(i), b.At<L>(i), c.At<L>(i), d.At<L>(i)), ref to, i);
        }
    }

    /// <summary>Where an operand is read from: a register or, with a zero mask, always the same constant.</summary>
    private readonly ref struct PlanSource(ref double first, nint mask)
    {
        private readonly ref double _first = ref first;
        private readonly nint _mask = mask;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public L At<L>(nint draw)
            where L : struct, ILanes<L> => L.Load(ref _first, draw & _mask);
    }
}
