using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Running;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The net present value of an option at the values of one input and what is then to be expected of all others, draw by draw. For products and sums
/// of independent inputs it is, but for a constant and a factor, what is expected given the input.
/// </summary>
/// <remarks>Computed at some hundred values, close together at both ends, and between them along straight lines in the input's own values.</remarks>
internal sealed class ControlFunction
{
    private const int Even = 512;

    // In the tails a node at half, a quarter … of the share before.
    private const int Halvings = 23;
    private const int BucketBits = 12;
    private const double Whole = 4294967296;

    private static readonly uint[] Nodes = NodesInOrder();
    private static readonly int[] NodeBefore =
    [
        .. Enumerable
            .Range(0, 1 << BucketBits)
            .Select(bucket => Array.FindLastIndex(Nodes, node => node <= (uint)bucket << (32 - BucketBits)))
            .Select(node => Math.Max(0, node)),
    ];

    private readonly double[] _values;
    private readonly double[] _net;

    public ControlFunction(DrawnCase drawn, InputGroup input)
    {
        Distribution = drawn.Plan.Inputs[drawn.Plan.NumberOf(input.Inputs[0])].Distribution;
        _values = JointDraws.ValuesOf(Distribution, Nodes);
        _net = new GroupPredictor(drawn, input, [Nodes]).NetBenefits();
    }

    /// <summary>How the option has the input distributed.</summary>
    public Distribution Distribution { get; }

    /// <summary>Whether it says anything of the input.</summary>
    public bool Varies => Array.TrueForAll(_net, Limits.IsUsable) && Array.Exists(_net, net => !net.Equals(_net[0]));

    /// <summary>Its values at draws of the input.</summary>
    /// <param name="uniforms">The uniforms of the draws.</param>
    /// <param name="values">The values of the draws.</param>
    public double[] At(uint[] uniforms, double[] values)
    {
        double[] net = new double[values.Length];
        for (int draw = 0; draw < net.Length; draw++)
        {
            int node = NodeBefore[uniforms[draw] >> (32 - BucketBits)];
            while (node < Nodes.Length - 2 && Nodes[node + 1] <= uniforms[draw])
            {
                node++;
            }

            double width = _values[node + 1] - _values[node],
                part = width > 0 ? Math.Clamp((values[draw] - _values[node]) / width, 0, 1) : 0;
            net[draw] = _net[node] + (part * (_net[node + 1] - _net[node]));
        }

        return net;
    }

    private static uint[] NodesInOrder()
    {
        double[] tail = [.. Enumerable.Range(1, Halvings).Select(halving => Math.ScaleB(1.0 / Even, -halving))],
            shares = [0, .. tail, .. tail.Select(share => 1 - share), .. Enumerable.Range(1, Even - 1).Select(i => i / (double)Even)];
        return [.. shares.Select(share => (uint)(share * Whole)).Append(uint.MaxValue).Distinct().Order()];
    }
}
