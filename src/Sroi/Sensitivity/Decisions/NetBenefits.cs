using Sroi.Evaluation;
using Sroi.Uncertainty.Running;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The net benefit of each option at a required ratio, draw by draw; values that differ only by rounding noise are equal.</summary>
internal sealed class NetBenefits(JointDraws joint, double ratio)
{
    /// <summary>Benefits − ratio × inputs of each option, draw by draw.</summary>
    public double[][] OfOptions()
    {
        double[][] net = [.. joint.Cases.Select(Of)];
        for (int option = 1; option < net.Length; option++)
        {
            for (int earlier = 0; earlier < option; earlier++)
            {
                Equate(net, option, earlier);
            }
        }

        return net;
    }

    private double[] Of(DrawnCase option)
    {
        double[] net = new double[joint.Draws];
        double noise = NoiseOf(option);
        for (int draw = 0; draw < net.Length; draw++)
        {
            net[draw] = RoundingErrors.Difference(option.Values[0][draw], ratio * option.Values[1][draw], noise);
        }

        return net;
    }

    private void Equate(double[][] net, int option, int earlier)
    {
        (DrawnCase one, DrawnCase other) = (joint.Cases[option], joint.Cases[earlier]);
        double noise = NoiseOf(one) + NoiseOf(other);
        for (int draw = 0; draw < joint.Draws; draw++)
        {
            double size = SizeOf(one, draw) + SizeOf(other, draw);
            net[option][draw] = RoundingErrors.IsNoise(net[option][draw] - net[earlier][draw], size, noise) ? net[earlier][draw] : net[option][draw];
        }
    }

    private double NoiseOf(DrawnCase option) => option.Noise[0] + (Math.Abs(ratio) * option.Noise[1]);

    private double SizeOf(DrawnCase option, int draw) => Math.Abs(option.Values[0][draw]) + Math.Abs(ratio * option.Values[1][draw]);
}
