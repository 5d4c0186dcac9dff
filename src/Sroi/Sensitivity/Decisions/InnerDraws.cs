using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Decisions;

/// <summary>What the inner draws of one outer draw say of an alternative's net present value, each quarter of them for itself.</summary>
/// <param name="Net">The mean of each quarter.</param>
/// <param name="Control">The same of its control: the formula with what is known at its mean, whose mean is known far better.</param>
/// <param name="Slope">By how much the net present value moves with its control.</param>
internal sealed record InnerDraws(double[] Net, double[] Control, double Slope)
{
    /// <summary>How many parts there are.</summary>
    public const int Quarters = 4;

    /// <summary>Of doing nothing.</summary>
    public static InnerDraws Nothing { get; } = new(new double[Quarters], new double[Quarters], 0);

    /// <summary>The mean of the control.</summary>
    public double MeanOfControl => Control.Average();

    /// <summary>What one outer draw says.</summary>
    public static InnerDraws Of(double[] net, double[] control)
    {
        double meanNet = Moments.Of(net).Mean;
        Moments ofControl = Moments.Of(control);
        double together = 0;
        for (int row = 0; row < net.Length; row++)
        {
            together += (net[row] - meanNet) * (control[row] - ofControl.Mean);
        }

        double slope = together / (ofControl.Variance * (net.Length - 1));
        return double.IsFinite(slope) ? new(Means(net), Means(control), slope) : new(Means(net), new double[Quarters], 0);
    }

    /// <summary>The mean of parts one after the other, freed of what the control shows to be chance.</summary>
    /// <param name="from">The first part.</param>
    /// <param name="parts">How many.</param>
    /// <param name="control">The mean of the control over all outer draws.</param>
    public double Mean(int from, int parts, double control)
    {
        double sum = 0;
        for (int quarter = from; quarter < from + parts; quarter++)
        {
            sum += Net[quarter] - (Slope * (Control[quarter] - control));
        }

        return sum / parts;
    }

    private static double[] Means(double[] values) => [.. values.Chunk(Block.Size / Quarters).Select(quarter => Moments.Of(quarter).Mean)];
}
