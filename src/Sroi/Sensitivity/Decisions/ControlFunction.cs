using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Running;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The net present value of an option in each draw, at the value of one parameter and the expected values of all others given it. For products and sums
/// of independent parameters this is, up to a constant and a factor, the conditional expectation given the parameter.
/// </summary>
/// <remarks>Computed at about a hundred values, denser at both ends, and interpolated linearly in the parameter's values.</remarks>
internal sealed class ControlFunction
{
    private const int Even = 512;

    // In the tails, each node is at half, a quarter … of the previous share.
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

    public ControlFunction(DrawnCase drawn, ParameterGroup parameter)
    {
        Distribution = drawn.Plan.Parameters[drawn.Plan.NumberOf(parameter.Parameters[0])].Distribution;
        _values = JointDraws.ValuesOf(Distribution, Nodes);
        _net = new GroupPredictor(drawn, parameter, [Nodes]).NetBenefits();
    }

    /// <summary>The distribution of the parameter in the option.</summary>
    public Distribution Distribution { get; }

    /// <summary>Whether it varies with the parameter.</summary>
    public bool Varies => Array.TrueForAll(_net, Limits.IsUsable) && Array.Exists(_net, net => !net.Equals(_net[0]));

    /// <summary>Its values at draws of the parameter.</summary>
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
