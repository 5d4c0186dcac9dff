using System.Collections.Immutable;

namespace Sroi.Sensitivity.Variance;

/// <summary>How a variance is attributed: the seed, the number of points and the groups of parameters.</summary>
/// <param name="Seed">The seed: any number. The same seed gives the same answer.</param>
public sealed record VarianceDesign(ulong Seed)
{
    /// <summary>Sobol points, a power of two from 256, or sampled orders of Shapley effects, from 1,024; null for the default.</summary>
    public int? Points { get; init; }

    /// <summary>Parameters to treat as one; empty for each on its own.</summary>
    public ImmutableArray<ParameterGroup> Groups { get; init; } = [];

    /// <summary>Whether parameters of little influence are grouped first; only if no groups are given.</summary>
    public Screen Screen { get; init; } = Screen.WhereMany;

    /// <summary>The number of threads; null for one per processor. Results do not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>The screening to do for a number of parameters; null for none.</summary>
    internal Screening? Screened(TargetFigure figure, int parameters) =>
        Groups.IsEmpty && Screen == Screen.WhereMany && parameters > Screening.MostUnscreened ? Screening.Of(figure, Seed) : null;
}

/// <summary>Whether parameters of little influence are grouped first.</summary>
public enum Screen
{
    /// <summary>If there are more than 50 parameters.</summary>
    WhereMany,

    /// <summary>Never: each parameter is reported on its own.</summary>
    Never,
}
