namespace Sroi.Uncertainty.Streams;

/// <summary>Where the uniforms behind the draws come from. All are addressed: by the seed, the input's id and the number of the draw.</summary>
public enum Sampling
{
    /// <summary>Independent random numbers (Philox4x32-10). Any number of draws.</summary>
    Philox,

    /// <summary>Random numbers in pairs u and 1 − u, in 16 replicates.</summary>
    Antithetic,

    /// <summary>Latin hypercubes: each input's range in equal slices, each hit once, in 16 independent replicates.</summary>
    LatinHypercube,

    /// <summary>
    /// Sobol points with nested (Owen) scrambling, in 16 independent replicates. For a mean far better than random draws; for a percentile only
    /// somewhat. The number of draws is a power of two.
    /// </summary>
    Sobol,
}

/// <summary>The names and limits of the ways to sample.</summary>
public static class Samplings
{
    private const int ReplicatesOfDesigns = 16;

    extension(Sampling sampling)
    {
        /// <summary>How it is written in files and commands: <c>philox</c>, <c>antithetic</c>, <c>latin-hypercube</c>, <c>sobol</c>.</summary>
        public string Name => sampling == Sampling.LatinHypercube ? "latin-hypercube" : sampling.ToString().ToLowerInvariant();

        /// <summary>In how many independent replicates the draws come, from whose spread the standard errors are taken; 1 where the draws are independent.</summary>
        public int Replicates => sampling == Sampling.Philox ? 1 : ReplicatesOfDesigns;

        /// <summary>What is wrong with a number of draws; null for nothing.</summary>
        public string? Objection(long draws) =>
            draws <= 0 ? $"The number of draws must be above zero; found {draws:N0}."
            : draws > MostDraws ? $"The number of draws is at most {MostDraws:N0}; found {draws:N0}."
            : sampling == Sampling.Sobol && (draws < 2 * ReplicatesOfDesigns || !long.IsPow2(draws))
                ? $"Sobol points come in powers of two, from {2 * ReplicatesOfDesigns}; found {draws:N0}. The nearest are {PowersAround(draws)}."
            : sampling == Sampling.Sobol && draws > MostSobolPoints ? $"There are at most {MostSobolPoints:N0} Sobol points; found {draws:N0}."
            : sampling is Sampling.LatinHypercube or Sampling.Antithetic && draws % (2 * ReplicatesOfDesigns) != 0
                ? $"{(sampling == Sampling.Antithetic ? "Antithetic" : "Latin hypercube")} draws come in {ReplicatesOfDesigns} replicates of an even number, so in multiples of {2 * ReplicatesOfDesigns}; found {draws:N0}. The nearest is {Math.Max(1, (draws + ReplicatesOfDesigns) / (2 * ReplicatesOfDesigns)) * 2 * ReplicatesOfDesigns:N0}."
            : null;
    }

    /// <summary>The way to sample of a name.</summary>
    /// <exception cref="SimulationException">There is none of the name; the nearest match is named.</exception>
    public static Sampling Parse(string name)
    {
        Sampling[] all = Enum.GetValues<Sampling>();
        return all.Any(sampling => sampling.Name == name)
            ? all.First(sampling => sampling.Name == name)
            : throw new SimulationException(
                $"'{name}' is no way to sample.{Parameters.Reading.Nearest.Hint(name, all.Select(s => s.Name))} There are: {string.Join(", ", all.Select(s => s.Name))}."
            );
    }

    /// <summary>The most draws of one simulation.</summary>
    public const long MostDraws = 1_000_000_000_000_000;

    private const long MostSobolPoints = ReplicatesOfDesigns * (1L << 32);

    private static string PowersAround(long draws)
    {
        long least = 2 * ReplicatesOfDesigns,
            above = Math.Max(least, (long)Math.Min(System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, draws)), 1UL << 49));
        return above == least ? $"{least:N0}" : $"{above / 2:N0} and {above:N0}";
    }
}
