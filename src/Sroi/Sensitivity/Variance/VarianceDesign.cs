using System.Collections.Immutable;

namespace Sroi.Sensitivity.Variance;

/// <summary>How a variance is shared out: from which seed, with how many points, which inputs together.</summary>
/// <param name="Seed">The seed: any number. The same seed gives the same answer.</param>
public sealed record VarianceDesign(ulong Seed)
{
    /// <summary>Sobol points, a power of two from 256, or sampled orders of Shapley effects, from 1,024; null for as many as are usual.</summary>
    public int? Points { get; init; }

    /// <summary>Inputs looked at together; none for each by itself.</summary>
    public ImmutableArray<InputGroup> Groups { get; init; } = [];

    /// <summary>Whether inputs that do not matter are put together first; only where no groups are given.</summary>
    public Screen Screen { get; init; } = Screen.WhereMany;

    /// <summary>How many threads; null for as many as there are processors. It changes no result.</summary>
    public int? Threads { get; init; }

    /// <summary>The screening that is due for so many inputs; null for none.</summary>
    internal Screening? Screened(TargetFigure figure, int inputs) =>
        Groups.IsEmpty && Screen == Screen.WhereMany && inputs > Screening.MostUnscreened ? Screening.Of(figure, Seed) : null;
}

/// <summary>Whether inputs that do not matter are set aside first.</summary>
public enum Screen
{
    /// <summary>Where there are more than 50 inputs.</summary>
    WhereMany,

    /// <summary>Never: each input is looked at by itself.</summary>
    Never,
}
