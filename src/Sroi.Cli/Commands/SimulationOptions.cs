using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Security.Cryptography;
using Sroi.Evaluation;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Cli.Commands;

/// <summary>The options that ask for a simulation: how many draws, from which seed, sampled how.</summary>
internal sealed class SimulationOptions
{
    // The most draws that a run until an error is reached makes, where nobody says.
    private const long UsualBound = 100_000_000;

    private readonly Option<long?> _draws = new("--draws")
    {
        Description = "Draw every uncertain number this often, such as 100000 or 1e6; with --until, the most draws made.",
        HelpName = "N",
        CustomParser = Whole,
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "The seed of the draws, a whole number; the same seed gives the same result. One is picked, and told, where left out.",
        HelpName = "S",
        CustomParser = Seed,
    };

    private readonly Option<string?> _sampling = new("--sampling")
    {
        Description = "philox (independent, when left out), sobol, latin-hypercube or antithetic.",
        HelpName = "HOW",
    };

    private readonly Option<double?> _until = new("--until")
    {
        Description =
            "Draw until the standard errors of the ratio, its 5th and 95th percentile and its chance to be above 1 are below this, such as 0.5%.",
        HelpName = "T",
        CustomParser = Share,
    };

    private readonly Option<int?> _threads = Common.Threads(
        "How many threads; as many as there are processors where left out. It changes no result."
    );

    private readonly Option<string?> _keep = new("--keep")
    {
        Description =
            "Keep the draws: 'outputs' (the figures) or 'inputs' (those and every uncertain number). With --out they are written to draws.csv.",
        HelpName = "WHAT",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>Begins what can be done beside the reading of files, where a simulation is asked for.</summary>
    public void Begin(ParseResult parsed)
    {
        if (IsAsked(parsed))
        {
            WarmUp.Begin();
        }
    }

    /// <summary>The simulation asked for; null where none is.</summary>
    /// <exception cref="CommandException">The options contradict each other.</exception>
    public Simulation? Read(ParseResult parsed, SocialReturn social)
    {
        if (!IsAsked(parsed))
        {
            Option? idle = All.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
            return idle is null
                ? null
                : throw new CommandException(
                    $"{idle.Name} needs --draws N or --until T: without draws there is nothing for it to do.",
                    CommandLine.WrongCommandLine
                );
        }

        return new()
        {
            SocialReturn = social,
            Draws = parsed.GetValue(_draws) ?? UsualBound,
            Seed = parsed.GetValue(_seed) ?? BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))),
            Sampling = Samplings.Parse(parsed.GetValue(_sampling) ?? Sampling.Philox.Name),
            Until = parsed.GetValue(_until),
            Threads = parsed.GetValue(_threads),
            Keep = Kept(parsed.GetValue(_keep)),
            Breakdown = Breakdown.Everything,
        };
    }

    private bool IsAsked(ParseResult parsed) => parsed.GetValue(_draws) is not null || parsed.GetValue(_until) is not null;

    private Option[] All => [_draws, _seed, _sampling, _until, _threads, _keep];

    private static Kept Kept(string? name) =>
        name switch
        {
            null => Uncertainty.Running.Kept.Nothing,
            "outputs" => Uncertainty.Running.Kept.Outputs,
            "inputs" => Uncertainty.Running.Kept.Inputs,
            _ => throw new CommandException(
                $"--keep takes 'outputs' or 'inputs'; found '{name}'.{Parameters.Reading.Nearest.Hint(name, ["outputs", "inputs"])}",
                CommandLine.WrongCommandLine
            ),
        };

    private static long? Whole(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (NumberArguments.TryReadWhole(text, out long number))
        {
            return number;
        }

        result.AddError($"--draws takes a whole number, such as 100000 or 1e6; {NumberArguments.Found(text)}");
        return null;
    }

    /// <summary>A seed: any whole number from 0.</summary>
    public static ulong? Seed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            return seed;
        }

        result.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue}; {NumberArguments.Found(text)}");
        return null;
    }

    private static double? Share(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (NumberArguments.TryRead(text, out double number))
        {
            return number;
        }

        result.AddError($"--until takes a share, such as 0.5% or 0.005; {NumberArguments.Found(text)}");
        return null;
    }
}
