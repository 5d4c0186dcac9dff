using System.Security.Cryptography;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Settings;

/// <summary>How many draws, from which seed, on how many threads.</summary>
/// <param name="Draws">The number of draws, or null if not given.</param>
/// <param name="GivenSeed">The seed, or null if not given.</param>
/// <param name="Threads">The number of threads, or null if not given.</param>
internal sealed record DrawSettings(int? Draws, ulong? GivenSeed, int? Threads)
{
    /// <summary>The default number of draws.</summary>
    public const int UsualDraws = 100_000;

    public static DrawSettings Of(Given given) => new(DrawsOf(given), SeedOf(given), ThreadsOf(given));

    /// <summary>For a command that runs several analyses.</summary>
    public static DrawSettings WithoutThreads(Given given) => new(DrawsOf(given), SeedOf(given), Threads: null);

    /// <summary>For a command with its own option for the number of points.</summary>
    public static DrawSettings WithoutDraws(Given given) => new(Draws: null, SeedOf(given), ThreadsOf(given));

    /// <summary>The number of draws, or the default.</summary>
    public int DrawsOrUsual => Draws ?? UsualDraws;

    /// <summary>The seed, or a random one.</summary>
    public ulong Seed => GivenSeed ?? NewSeed();

    /// <summary>Whether a seed or threads were given without draws to use them.</summary>
    public bool IsIdle => Draws is null && (GivenSeed is not null || Threads is not null);

    /// <summary>Chooses a seed at random.</summary>
    public static ulong NewSeed() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    /// <summary>The option for the seed.</summary>
    public static ulong? SeedOf(Given given) =>
        given.Value("--seed", "S", "A whole number; the same seed gives the same result. If omitted, a seed is chosen and printed.", Kinds.Seed);

    /// <summary>The option for the threads.</summary>
    public static int? ThreadsOf(
        Given given,
        string help = "The number of threads (default: one for each processor). It does not change the result."
    ) => given.Value("--threads", "K", help, Kinds.Few);

    /// <summary>The number of threads; one for each processor if not given.</summary>
    /// <exception cref="CommandException">It is below 1 or above 1,024.</exception>
    public static int ThreadsOrAll(int? asked) =>
        asked switch
        {
            null => Environment.ProcessorCount,
            < 1 or > 1024 => throw new CommandException($"--threads takes a number from 1 to 1,024; found {asked}.", CommandLine.WrongCommandLine),
            { } threads => threads,
        };

    private static int? DrawsOf(Given given) =>
        given.Value("--draws", "N", $"The number of draws, such as 1e6 (default: {UsualDraws:N0}).", Kinds.Count);
}
