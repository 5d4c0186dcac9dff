using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>Sums over sampled orders: for each player its contributions, their squares and their products with the total, and the total itself.</summary>
internal sealed class ShapleySums(int players)
{
    private readonly double[] _parts = new double[players];
    private readonly double[] _squares = new double[players];
    private readonly double[] _products = new double[players];
    private double _whole;
    private double _wholeSquared;

    /// <summary>The number of orders.</summary>
    public int Samples { get; private set; }

    /// <summary>The mean total: the variance.</summary>
    public Estimate Variance
    {
        get
        {
            double mean = _whole / Samples;
            return new(mean, Math.Sqrt(Math.Max(0, (_wholeSquared / Samples) - (mean * mean)) / Samples));
        }
    }

    /// <summary>The sums of blocks, added up in their order.</summary>
    public static ShapleySums Total(IEnumerable<ShapleySums> blocks, int players)
    {
        ShapleySums total = new(players);
        foreach (ShapleySums block in blocks)
        {
            total.Add(block);
        }

        return total;
    }

    /// <summary>A player's share of the total, with the error of a ratio of two means.</summary>
    public Estimate Effect(int player)
    {
        double part = _parts[player] / _whole,
            squares = _squares[player] - (2 * part * _products[player]) + (part * part * _wholeSquared);
        return new(part, Math.Sqrt(Math.Max(0, squares)) / _whole);
    }

    /// <summary>Adds one order.</summary>
    /// <param name="parts">The contributions in every order, player by player.</param>
    /// <param name="row">Which order.</param>
    public void Add(double[][] parts, int row)
    {
        double whole = 0;
        foreach (double[] part in parts)
        {
            whole += part[row];
        }

        for (int player = 0; player < parts.Length; player++)
        {
            double part = parts[player][row];
            _parts[player] += part;
            _squares[player] += part * part;
            _products[player] += part * whole;
        }

        _whole += whole;
        _wholeSquared += whole * whole;
        Samples++;
    }

    private void Add(ShapleySums block)
    {
        for (int player = 0; player < _parts.Length; player++)
        {
            _parts[player] += block._parts[player];
            _squares[player] += block._squares[player];
            _products[player] += block._products[player];
        }

        _whole += block._whole;
        _wholeSquared += block._wholeSquared;
        Samples += block.Samples;
    }
}
