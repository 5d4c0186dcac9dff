namespace Sroi.Uncertainty.Streams;

/// <summary>The source of the uniforms behind the draws. All are addressed by the seed, the id of the parameter and the index of the draw.</summary>
public enum Sampling
{
    /// <summary>Independent random numbers (Philox4x32-10). Any number of draws.</summary>
    Philox,

    /// <summary>Random numbers in pairs u and 1 − u, in 16 replicates.</summary>
    Antithetic,

    /// <summary>Latin hypercubes: each parameter's range in equal slices, each hit once, in 16 independent replicates.</summary>
    LatinHypercube,

    /// <summary>
    /// Sobol points with nested (Owen) scrambling, in 16 independent replicates. Far better than random draws for a mean, only somewhat better for a
    /// percentile. The number of draws is a power of two.
    /// </summary>
    Sobol,
}

/// <summary>The names and limits of the sampling methods.</summary>
public static class Samplings
{
    private const int ReplicatesOfDesigns = 16;

    extension(Sampling sampling)
    {
        /// <summary>Its name in files and commands: <c>philox</c>, <c>antithetic</c>, <c>latin-hypercube</c>, <c>sobol</c>.</summary>
        public string Name => sampling == Sampling.LatinHypercube ? "latin-hypercube" : sampling.ToString().ToLowerInvariant();

        /// <summary>The number of independent replicates, whose spread gives the standard errors; 1 if the draws are independent.</summary>
        public int Replicates => sampling == Sampling.Philox ? 1 : ReplicatesOfDesigns;

        /// <summary>Why a number of draws is invalid; null if it is valid.</summary>
        public string? Objection(long draws) =>
            draws <= 0 ? $"The number of draws must be above zero; found {draws:N0}."
            : draws > MostDraws ? $"The number of draws is at most {MostDraws:N0}; found {draws:N0}."
            : sampling == Sampling.Sobol && (draws < 2 * ReplicatesOfDesigns || !long.IsPow2(draws))
                ? $"The number of Sobol points must be a power of two, from {2 * ReplicatesOfDesigns}; found {draws:N0}. The nearest are {PowersAround(draws)}."
            : sampling == Sampling.Sobol && draws > MostSobolPoints ? $"There are at most {MostSobolPoints:N0} Sobol points; found {draws:N0}."
            : sampling is Sampling.LatinHypercube or Sampling.Antithetic && draws % (2 * ReplicatesOfDesigns) != 0
                ? $"{(sampling == Sampling.Antithetic ? "Antithetic" : "Latin hypercube")} draws come in {ReplicatesOfDesigns} replicates of even size, so the number must be a multiple of {2 * ReplicatesOfDesigns}; found {draws:N0}. The nearest is {Math.Max(1, (draws + ReplicatesOfDesigns) / (2 * ReplicatesOfDesigns)) * 2 * ReplicatesOfDesigns:N0}."
            : null;
    }

    /// <summary>The sampling method of a name.</summary>
    /// <exception cref="SimulationException">There is no such method; the nearest match is named.</exception>
    public static Sampling Parse(string name)
    {
        Sampling[] all = Enum.GetValues<Sampling>();
        return all.Any(sampling => sampling.Name == name)
            ? all.First(sampling => sampling.Name == name)
            : throw new SimulationException(
                $"'{name}' is not a sampling method.{Parameters.Reading.Nearest.Hint(name, all.Select(s => s.Name))} The methods are: {string.Join(", ", all.Select(s => s.Name))}."
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
