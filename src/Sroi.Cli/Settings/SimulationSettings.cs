using Sroi.Cli.Declarations;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Cli.Settings;

/// <summary>An optional simulation: the number of draws, the seed and the sampling.</summary>
internal sealed record SimulationSettings(long? Draws, ulong? Seed, string? Sampling, double? Until, int? Threads, string? Keep)
{
    // The default limit on draws with --until.
    private const long UsualBound = 100_000_000;

    private const string Figures = "figures",
        Parameters = "parameters";

    public static SimulationSettings Of(Given given) =>
        new(
            given.Value(
                "--draws",
                "N",
                "Simulate with this many draws of every uncertain parameter, such as 1e6. With --until, the limit on draws.",
                Kinds.Draws
            ),
            DrawSettings.SeedOf(given),
            given.Text("--sampling", "HOW", "philox (independent; default), sobol, latin-hypercube or antithetic."),
            given.Value(
                "--until",
                "T",
                "Draw until the standard errors of the ratio, of its 5th and 95th percentiles and of its probability of exceeding 1 are below this, such as 0.5%.",
                Kinds.Share
            ),
            DrawSettings.ThreadsOf(given),
            KeepOf(given)
        );

    private static string? KeepOf(Given given)
    {
        string? keep = given.Text(
            "--keep",
            "WHAT",
            "Keep the draws of the 'figures', or of the figures and all 'parameters'. With --out they are written to draws.csv."
        );
        string? renamed = keep switch
        {
            "outputs" => Figures,
            "inputs" => Parameters,
            _ => null,
        };
        if (renamed is not null)
        {
            given.Notice($"--keep {keep}", $"--keep {renamed}");
        }

        return renamed ?? keep;
    }

    /// <summary>Compiles the engine while files are read, if a simulation was asked for.</summary>
    public void Begin()
    {
        if (IsAsked)
        {
            WarmUp.Begin();
        }
    }

    /// <summary>The simulation, or null if none was asked for.</summary>
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
                Sampling = Samplings.Parse(Sampling ?? Uncertainty.Streams.Sampling.Philox.Name),
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
        return idle is null ? null : throw new CommandException($"{idle} needs --draws N or --until T.", CommandLine.WrongCommandLine);
    }

    private bool IsAsked => Draws is not null || Until is not null;

    private static Kept Kept(string? name) =>
        name switch
        {
            null => Uncertainty.Running.Kept.Nothing,
            Figures => Uncertainty.Running.Kept.Outputs,
            Parameters => Uncertainty.Running.Kept.Parameters,
            _ => throw new CommandException(
                $"--keep takes '{Figures}' or '{Parameters}'; found '{name}'.{Nearest.Hint(name, [Figures, Parameters])}",
                CommandLine.WrongCommandLine
            ),
        };
}
