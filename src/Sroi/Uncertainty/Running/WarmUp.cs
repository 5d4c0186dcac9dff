using System.Security.Cryptography;
using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>
/// Calls the loops of a simulation once, so that they are compiled for this machine. This takes longer than a small simulation and can be
/// done while files are read. Results do not depend on it.
/// </summary>
public static class WarmUp
{
    // The steps that nearly every case uses.
    private static readonly PlanOperation[] Usual =
    [
        PlanOperation.Multiply,
        PlanOperation.MultiplyThree,
        PlanOperation.MultiplyAdd,
        PlanOperation.MultiplyThreeAdd,
        PlanOperation.Add,
        PlanOperation.Subtract,
        PlanOperation.Divide,
    ];

    /// <summary>Begins on another thread; nothing has to wait for it.</summary>
    public static void Begin() => ThreadPool.UnsafeQueueUserWorkItem(_ => Run(Widths.Widest), null);

    private static void Run(Width width)
    {
        uint[] uniforms = new uint[Block.Size];
        double[] registers = new double[Block.Size];
        RandomStream.Fill(width, 0, 0, 0, uniforms);
        Sampler.Of(new Distribution.Beta(2, 3)).Draw(width, uniforms, registers);
        PlanOperand first = PlanOperand.At(0);
        foreach (PlanOperation operation in Usual)
        {
            PlanKernels.Run(width, new(operation, first, first) { C = first, D = first }, registers, Block.Size);
        }

        FigureTally tally = new(BinLayout.For([0, 1, 2], bitsOfOctave: 4), center: 0, threshold: 0, denominatorNoise: 0);
        _ = tally.Take(width, new double[Block.Size], Block.Size, [], firstDraw: 0);
        _ = tally.HandOver();
        tally.GiveBack();

        // The first hash of a manifest loads a library.
        _ = SHA256.HashData([]);
    }
}
