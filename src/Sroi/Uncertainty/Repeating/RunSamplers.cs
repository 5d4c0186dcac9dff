using Sroi.Uncertainty.Quantiles;

namespace Sroi.Uncertainty.Repeating;

/// <summary>The quantile functions of the parameters that one run changes: each is made once, and its memory returned when the run is done.</summary>
internal sealed class RunSamplers : IDisposable
{
    private readonly Dictionary<Drawn, Sampler> _made = [];

    /// <summary>The quantile function of a draw.</summary>
    public Sampler Of(Drawn drawn)
    {
        if (!_made.TryGetValue(drawn, out Sampler? sampler))
        {
            _made.Add(drawn, sampler = SamplerCache.Made(drawn));
        }

        return sampler;
    }

    /// <summary>Returns their memory.</summary>
    public void Dispose()
    {
        foreach (Sampler sampler in _made.Values)
        {
            sampler.Dispose();
        }
    }
}
