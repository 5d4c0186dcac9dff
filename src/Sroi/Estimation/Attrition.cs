using Sroi.Parameters.Distributions;

namespace Sroi.Estimation;

/// <summary>People with a score before of whom some have none after.</summary>
/// <param name="Kept">How many have both.</param>
/// <param name="Lost">How many have only the score before.</param>
public sealed record Attrition(int Kept, int Lost)
{
    private const double Prior = 0.5;

    /// <summary>The share lost, of those with a score before.</summary>
    public double Share => Lost / (double)(Kept + Lost);

    /// <summary>How uncertain the share lost is in other intakes: Jeffreys' beta.</summary>
    public Distribution.Beta ShareLost => new(Lost + Prior, Kept + Prior);

    /// <summary>The part of the mean gain of those kept that is the mean gain of all: 1 − share lost × (1 − what the lost gained).</summary>
    /// <param name="gainOfLost">What the lost gained, as a share of what the others gained: 0 for nothing, 1 for as much.</param>
    public double PartOfGain(double gainOfLost) => 1 - (Share * (1 - gainOfLost));
}
