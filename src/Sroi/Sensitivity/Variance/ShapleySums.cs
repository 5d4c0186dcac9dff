using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>What blocks of samples sum up to.</summary>
internal sealed record ShapleySums(double[] Parts, double[] Squares, double[] Products, double Whole, double WholeSquared)
{
    public static ShapleySums Total(IEnumerable<ShapleySums> blocks, int players) =>
        blocks.Aggregate(
            new ShapleySums(new double[players], new double[players], new double[players], 0, 0),
            (sum, block) =>
                new(
                    [.. sum.Parts.Zip(block.Parts, (a, b) => a + b)],
                    [.. sum.Squares.Zip(block.Squares, (a, b) => a + b)],
                    [.. sum.Products.Zip(block.Products, (a, b) => a + b)],
                    sum.Whole + block.Whole,
                    sum.WholeSquared + block.WholeSquared
                )
        );

    /// <summary>A part of the whole, with the error of a ratio of two means.</summary>
    public Estimate Effect(int player, int samples)
    {
        double part = Parts[player] / Whole,
            squares = Squares[player] - (2 * part * Products[player]) + (part * part * WholeSquared),
            whole = Whole / samples;
        return new(part, Math.Sqrt(Math.Max(0, squares) / samples / samples) / whole);
    }
}
