using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The inner draws of one outer draw, summarised for one alternative by quarters.</summary>
/// <param name="Net">The mean net present value of each quarter.</param>
/// <param name="Control">The same for its control variate: the formula with the known parameters at their means, whose mean is known much more precisely.</param>
/// <param name="Slope">The regression slope of the net present value on its control.</param>
internal sealed record InnerDraws(double[] Net, double[] Control, double Slope)
{
    /// <summary>The number of parts.</summary>
    public const int Quarters = 4;

    /// <summary>Those of doing nothing.</summary>
    public static InnerDraws Nothing { get; } = new(new double[Quarters], new double[Quarters], 0);

    /// <summary>The mean of the control.</summary>
    public double MeanOfControl => Control.Average();

    /// <summary>The summary of one outer draw.</summary>
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

    /// <summary>The mean of consecutive parts, corrected by the control variate.</summary>
    /// <param name="from">The first part.</param>
    /// <param name="parts">The number of parts.</param>
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
