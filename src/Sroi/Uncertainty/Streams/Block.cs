namespace Sroi.Uncertainty.Streams;

/// <summary>Draws are made in blocks that stay in the processor's first cache.</summary>
internal static class Block
{
    /// <summary>The draws of a block.</summary>
    public const int Size = 1024;

    /// <summary>How many blocks hold so many draws.</summary>
    public static long Count(long draws) => (draws + Size - 1) / Size;
}
