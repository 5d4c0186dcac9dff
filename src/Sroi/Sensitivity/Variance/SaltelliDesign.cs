using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Variance;

/// <summary>Two independent matrices of parameters, A and B, as columns, one replicate after another.</summary>
internal sealed record SaltelliDesign(double[][] A, double[][] B, int Replicates, int OfReplicate)
{
    /// <summary>The number of independent replicates.</summary>
    public const int Independent = 32;

    public int Points => Replicates * OfReplicate;

    public static SaltelliDesign Of(FigureFunction function, ulong seed, int points)
    {
        int parameters = function.Plan.Parameters.Length,
            ofReplicate = points / Independent;
        ImmutableArray<string> ids =
        [
            .. function.Plan.Parameters.Select(parameter => $"a:{parameter.Id}"),
            .. function.Plan.Parameters.Select(parameter => $"b:{parameter.Id}"),
        ];
        SobolSource source = new(seed, ids, []);
        double[][] columns = [.. ids.Select(_ => new double[points])];
        uint[] uniforms = new uint[Math.Min(ofReplicate, Block.Size)];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int at = 0; at < points; at += uniforms.Length)
            {
                source.Fill(Widths.Widest, column, at / ofReplicate, at % ofReplicate / uniforms.Length, uniforms);
                function.Samplers[column % parameters].Draw(Widths.Widest, uniforms, columns[column].AsSpan(at, uniforms.Length));
            }
        }

        return new(columns[..parameters], columns[parameters..], Independent, ofReplicate);
    }
}
