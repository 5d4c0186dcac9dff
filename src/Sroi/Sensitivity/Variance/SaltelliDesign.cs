using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Variance;

/// <summary>Two independent matrices of inputs, A and B, as columns: replicate after replicate.</summary>
internal sealed record SaltelliDesign(double[][] A, double[][] B, int Replicates, int OfReplicate)
{
    /// <summary>How many independent replicates there are.</summary>
    public const int Independent = 32;

    public int Points => Replicates * OfReplicate;

    public static SaltelliDesign Of(FigureFunction function, ulong seed, int points)
    {
        int inputs = function.Plan.Inputs.Length,
            ofReplicate = points / Independent;
        ImmutableArray<string> ids =
        [
            .. function.Plan.Inputs.Select(input => $"a:{input.Id}"),
            .. function.Plan.Inputs.Select(input => $"b:{input.Id}"),
        ];
        SobolSource source = new(seed, ids, []);
        double[][] columns = [.. ids.Select(_ => new double[points])];
        uint[] uniforms = new uint[Math.Min(ofReplicate, Block.Size)];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int at = 0; at < points; at += uniforms.Length)
            {
                source.Fill(Widths.Widest, column, at / ofReplicate, at % ofReplicate / uniforms.Length, uniforms);
                function.Samplers[column % inputs].Draw(Widths.Widest, uniforms, columns[column].AsSpan(at, uniforms.Length));
            }
        }

        return new(columns[..inputs], columns[inputs..], Independent, ofReplicate);
    }
}
