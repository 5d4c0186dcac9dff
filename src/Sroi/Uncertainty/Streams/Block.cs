namespace Sroi.Uncertainty.Streams;

/// <summary>Draws are made in blocks that fit into the first-level cache.</summary>
internal static class Block
{
    /// <summary>The draws of a block.</summary>
    public const int Size = 1024;

    /// <summary>The number of blocks needed for some draws.</summary>
    public static long Count(long draws) => (draws + Size - 1) / Size;
}
