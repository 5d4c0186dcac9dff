using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity;

namespace Sroi.Cli.Commands;

/// <summary>Arguments and options that the analyses share: which case, which figure, how many draws.</summary>
internal sealed class AnalysisOptions
{
    /// <summary>How many draws are made where nobody says.</summary>
    public const int UsualDraws = 100_000;

    private readonly Option<string?> _variant = Common.Variant();
    private readonly Option<string[]> _overlays = Common.Overlay();
    private readonly Option<string?> _folder = Common.Folder();
    private readonly Option<bool> _json = Common.Json();
    private readonly Option<bool> _csv = Common.Csv();

    private readonly Option<string> _figure = new("--of")
    {
        Description = "Which figure: npv (when left out), ratio, fiscal_ratio, a party, an outcome, or any other that 'sroi explain' knows.",
        HelpName = "FIGURE",
        DefaultValueFactory = _ => "npv",
    };

    private readonly Option<double?> _threshold = new("--threshold")
    {
        Description = "Where the decision turns: 1 for a ratio and 0 for money when left out.",
        HelpName = "T",
        CustomParser = result => NumberArguments.Number(result, "--threshold"),
    };

    private readonly Option<int?> _draws = new("--draws")
    {
        Description = "How many draws, such as 100000 or 1e6.",
        HelpName = "N",
        CustomParser = result => NumberArguments.Count(result, "--draws"),
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "The seed, a whole number; the same seed gives the same result. One is picked, and told, where left out.",
        HelpName = "S",
        CustomParser = SimulationOptions.Seed,
    };

    private readonly Option<int?> _threads = Common.Threads(
        "How many threads; as many as there are processors where left out. It changes no result."
    );

    private readonly Option<string[]> _groups = new("--group")
    {
        Description =
            "Inputs looked at together: NAME=ID,ID,… where an ID may be the last part of one or have a star, such as costs=unit_costs.*. May be repeated.",
        HelpName = "GROUP",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds what every analysis has.</summary>
    public void AddTo(Command command)
    {
        Add(command, _overlays, _json, _csv, _folder);
    }

    /// <summary>Adds what an analysis of one case has.</summary>
    public void AddCaseTo(Command command)
    {
        AddTo(command);
        command.Add(_variant);
    }

    /// <summary>Adds what an analysis of one figure of one case has.</summary>
    public void AddFigureTo(Command command)
    {
        AddCaseTo(command);
        Add(command, _figure);
    }

    /// <summary>Adds where the decision turns.</summary>
    public void AddThresholdTo(Command command) => Add(command, _threshold);

    /// <summary>Adds what an analysis of draws has.</summary>
    public void AddDrawsTo(Command command) => Add(command, _draws, _seed, _threads);

    /// <summary>Adds draws and a seed, for what makes several analyses at once.</summary>
    public void AddDrawsAndSeedTo(Command command) => Add(command, _draws, _seed);

    /// <summary>Adds groups of inputs.</summary>
    public void AddGroupsTo(Command command) => Add(command, _groups);

    /// <summary>Adds a seed and threads alone.</summary>
    public void AddSeedTo(Command command) => Add(command, _seed, _threads);

    /// <summary>The number of draws asked for; null for none.</summary>
    public int? Draws(ParseResult parsed) => parsed.GetValue(_draws);

    /// <summary>The seed asked for, or one that is picked.</summary>
    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed) ?? BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    public int? Threads(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>Whether a seed was given that nothing will use.</summary>
    public bool HasIdleSeed(ParseResult parsed) =>
        parsed.GetValue(_draws) is null && (parsed.GetValue(_seed) is not null || parsed.GetValue(_threads) is not null);

    public ParameterLibrary Library(Terminal terminal, ParseResult parsed, string near)
    {
        Common.RefuseBoth(parsed.GetValue(_json), parsed.GetValue(_csv));
        return Common.Library(terminal, parsed.GetValue(_folder), near);
    }

    public string[] Overlays(ParseResult parsed) => parsed.GetRequiredValue(_overlays);

    /// <summary>The case that is named.</summary>
    public SocialReturn Case(Terminal terminal, ParseResult parsed, string name) =>
        SocialReturn.Of(Common.Read(terminal, Library(terminal, parsed, name), name, parsed.GetValue(_variant), Overlays(parsed)));

    /// <summary>The figure that is named, of the case that is named.</summary>
    public TargetFigure Figure(Terminal terminal, ParseResult parsed, string name) =>
        TargetFigure.Named(
            Case(terminal, parsed, name),
            parsed.GetValue(_figure)!,
            parsed.CommandResult.Command.Options.Contains(_threshold) ? parsed.GetValue(_threshold) : null
        );

    /// <summary>The groups that are given; empty for none.</summary>
    public ImmutableArray<InputGroup> Groups(ParseResult parsed, Func<string, IEnumerable<string>, InputGroup> make) =>
        [
            .. parsed
                .GetRequiredValue(_groups)
                .Select(text =>
                    text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } ids]
                        ? make(name, ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        : throw new CommandException($"--group takes NAME=ID,ID,…; found '{text}'.", CommandLine.WrongCommandLine)
                ),
        ];

    /// <summary>Prints a result in the form asked for.</summary>
    public void Print(Terminal terminal, ParseResult parsed, Func<string> json, Func<string> csv, Action table)
    {
        if (parsed.GetValue(_json))
        {
            terminal.Out.Write(json());
        }
        else if (parsed.GetValue(_csv))
        {
            terminal.Csv.Write(csv());
        }
        else
        {
            table();
        }
    }

    private static void Add(Command command, params Option[] options)
    {
        foreach (Option option in options)
        {
            command.Add(option);
        }
    }
}
