using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity;

/// <summary>The share of the draws in which something holds; each draw counts as one, zero, or its share of a tie.</summary>
internal struct Shares
{
    private double _sum;
    private double _squares;

    public int Count { get; private set; }

    /// <summary>The share with its standard error.</summary>
    public readonly Estimate Estimate
    {
        get
        {
            double share = Count > 0 ? _sum / Count : 0;
            return new(share, Count > 1 ? Math.Sqrt(Math.Max(0, (_squares / Count) - (share * share)) / (Count - 1)) : 0);
        }
    }

    public void Add(double part)
    {
        Count++;
        _sum += part;
        _squares += part * part;
    }

    public void Add(bool holds) => Add(holds ? 1 : 0);
}
