using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>The blocks of a run in order: the first block of every replicate, then the second of each, and so on.</summary>
/// <param name="Replicates">The number of replicates.</param>
/// <param name="DrawsOfReplicate">The number of draws in each.</param>
internal sealed record BlockSchedule(int Replicates, long DrawsOfReplicate)
{
    // More than the maximum draws of a simulation.
    private const int AddressBits = 50;

    /// <summary>The number of blocks.</summary>
    public long Blocks => Replicates * Block.Count(DrawsOfReplicate);

    /// <summary>All draws.</summary>
    public long Draws => Replicates * DrawsOfReplicate;

    /// <summary>The draws of a block.</summary>
    public BlockAddress this[long block]
    {
        get
        {
            (long inReplicate, long replicate) = Math.DivRem(block, Replicates);
            long before = inReplicate * Block.Size;
            return new((int)replicate, inReplicate, (int)Math.Min(Block.Size, DrawsOfReplicate - before), (replicate << AddressBits) + before);
        }
    }

    /// <summary>The draws of the first blocks.</summary>
    public long DrawsOf(long blocks)
    {
        (long whole, long more) = Math.DivRem(blocks, Replicates);
        long done = Replicates * Math.Min(DrawsOfReplicate, whole * Block.Size);
        return done + (more * Math.Max(0, Math.Min(Block.Size, DrawsOfReplicate - (whole * Block.Size))));
    }

    /// <summary>The index, from 0, of the draw at an address: by replicate, then in the order of the replicate.</summary>
    public long NumberOf(long address) => ((address >> AddressBits) * DrawsOfReplicate) + IndexOf(address);

    /// <summary>The replicate, the block and the place in it of a draw.</summary>
    public static (int Replicate, long Block, int Place) PlaceOf(long address) =>
        ((int)(address >> AddressBits), IndexOf(address) / Block.Size, (int)(IndexOf(address) % Block.Size));

    private static long IndexOf(long address) => address & ((1L << AddressBits) - 1);
}
