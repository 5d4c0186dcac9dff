using Sroi.Cli.Declarations;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Uncertainty;

namespace Sroi.Cli.Settings;

/// <summary>A simulation that may be asked for: how many draws, from which seed, sampled how.</summary>
internal sealed record SimulationSettings(long? Draws, ulong? Seed, string? Sampling, double? Until, int? Threads, string? Keep)
{
    // The most draws of a run until an error is reached, unless a number is given.
    private const long UsualBound = 100_000_000;

    public static SimulationSettings Of(Given given) =>
        new(
            given.Value(
                "--draws",
                "N",
                "Draw every uncertain number this often, such as 100000 or 1e6; with --until, the most draws made.",
                Kinds.Draws
            ),
            DrawSettings.SeedOf(given),
            given.Text("--sampling", "HOW", "philox (independent, when left out), sobol, latin-hypercube or antithetic."),
            given.Value(
                "--until",
                "T",
                "Draw until the standard errors of the ratio, its 5th and 95th percentile and its chance to be above 1 are below this, such as 0.5%.",
                Kinds.Share
            ),
            DrawSettings.ThreadsOf(given),
            given.Text(
                "--keep",
                "WHAT",
                "Keep the draws: 'outputs' (the figures) or 'inputs' (those and every uncertain number). With --out they are written to draws.csv."
            )
        );

    /// <summary>Begins what can be done beside the reading of files, where a simulation is asked for.</summary>
    public void Begin()
    {
        if (IsAsked)
        {
            WarmUp.Begin();
        }
    }

    /// <summary>The simulation asked for; null where none is.</summary>
    /// <exception cref="CommandException">The options contradict each other.</exception>
    public Simulation? Read(SocialReturn social)
    {
        if (IsAsked)
        {
            return new()
            {
                SocialReturn = social,
                Draws = Draws ?? UsualBound,
                Seed = Seed ?? DrawSettings.NewSeed(),
                Sampling = Samplings.Parse(Sampling ?? Uncertainty.Sampling.Philox.Name),
                Until = Until,
                Threads = Threads,
                Keep = Kept(Keep),
                Breakdown = Breakdown.Everything,
            };
        }

        string? idle =
            Seed is not null ? "--seed"
            : Sampling is not null ? "--sampling"
            : Threads is not null ? "--threads"
            : Keep is not null ? "--keep"
            : null;
        return idle is null
            ? null
            : throw new CommandException($"{idle} needs --draws N or --until T: without draws there is nothing for it to do.", CommandLine.WrongCommandLine);
    }

    private bool IsAsked => Draws is not null || Until is not null;

    private static Kept Kept(string? name) =>
        name switch
        {
            null => Uncertainty.Kept.Nothing,
            "outputs" => Uncertainty.Kept.Outputs,
            "inputs" => Uncertainty.Kept.Inputs,
            _ => throw new CommandException(
                $"--keep takes 'outputs' or 'inputs'; found '{name}'.{Nearest.Hint(name, ["outputs", "inputs"])}",
                CommandLine.WrongCommandLine
            ),
        };
}
