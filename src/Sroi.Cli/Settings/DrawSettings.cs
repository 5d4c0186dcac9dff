using System.Security.Cryptography;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Settings;

/// <summary>How many draws, from which seed, on how many threads.</summary>
/// <param name="Draws">The number of draws; null where none was given.</param>
/// <param name="GivenSeed">The seed; null where none was given.</param>
/// <param name="Threads">The number of threads; null where none was given.</param>
internal sealed record DrawSettings(int? Draws, ulong? GivenSeed, int? Threads)
{
    /// <summary>How many draws are made unless a number is given.</summary>
    public const int UsualDraws = 100_000;

    public static DrawSettings Of(Given given) => new(DrawsOf(given), SeedOf(given), ThreadsOf(given));

    /// <summary>For what makes several analyses at once.</summary>
    public static DrawSettings WithoutThreads(Given given) => new(DrawsOf(given), SeedOf(given), Threads: null);

    /// <summary>For what has a number of points of its own.</summary>
    public static DrawSettings WithoutDraws(Given given) => new(Draws: null, SeedOf(given), ThreadsOf(given));

    /// <summary>The number of draws, or the usual number.</summary>
    public int DrawsOrUsual => Draws ?? UsualDraws;

    /// <summary>The seed, or one that is picked.</summary>
    public ulong Seed => GivenSeed ?? NewSeed();

    /// <summary>Whether a seed or threads were given without draws that would use them.</summary>
    public bool IsIdle => Draws is null && (GivenSeed is not null || Threads is not null);

    /// <summary>Picks a seed.</summary>
    public static ulong NewSeed() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    /// <summary>The option for the seed.</summary>
    public static ulong? SeedOf(Given given) =>
        given.Value("--seed", "S", "The seed, a whole number; the same seed gives the same result. One is picked, and told, where left out.", Kinds.Seed);

    /// <summary>The option for the threads.</summary>
    public static int? ThreadsOf(
        Given given,
        string help = "How many threads; as many as there are processors where left out. It changes no result."
    ) => given.Value("--threads", "K", help, Kinds.Few);

    /// <summary>A number of threads that makes sense; as many as there are processors if none was given.</summary>
    /// <exception cref="CommandException">None, or more than make sense.</exception>
    public static int ThreadsOrAll(int? asked) =>
        asked switch
        {
            null => Environment.ProcessorCount,
            < 1 or > 1024 => throw new CommandException(
                $"The number of threads lies between 1 and 1,024; found --threads {asked}.",
                CommandLine.WrongCommandLine
            ),
            { } threads => threads,
        };

    private static int? DrawsOf(Given given) => given.Value("--draws", "N", "How many draws, such as 100000 or 1e6.", Kinds.Count);
}
