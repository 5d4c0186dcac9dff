using System.CommandLine;
using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Results;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary>What the commands that run a plan have in common: which plan, where finished runs are kept, on how many threads.</summary>
internal sealed class BatchOptions
{
    // Above it somebody may have meant something else.
    private const long MostRuns = 10_000_000;

    private readonly Argument<string> _plan = BatchCommand.Plan();
    private readonly Option<string?> _folder = Common.Folder();

    private readonly Option<string?> _store = new("--store")
    {
        Description =
            "Where finished runs are kept, for this plan and any other that has the same runs; left out: SROI_STORE, else a folder of the user's own.",
        HelpName = "DIR",
    };

    private readonly Option<int?> _threads = Common.Threads(
        "How many threads; as many as there are processors where left out. It changes no result."
    );

    private readonly Option<bool> _yes = new("--yes") { Description = "Do it though the plan has more than ten million runs." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_plan);
        foreach (Option option in new Option[] { _store, _threads, _yes, _folder })
        {
            command.Add(option);
        }
    }

    /// <summary>The library and the plan.</summary>
    /// <exception cref="CommandException">The plan is larger than anybody says it should be.</exception>
    public (ParameterLibrary Library, BatchPlan Plan) Read(Terminal terminal, ParseResult parsed)
    {
        _ = Store(terminal, parsed);
        string name = parsed.GetRequiredValue(_plan);
        ParameterLibrary library = Common.Library(terminal, parsed.GetValue(_folder), name);
        return (library, BatchPlan.Read(library, Common.Resolved(terminal, name)));
    }

    /// <summary>Refuses a plan that is too large to be meant, unless told otherwise.</summary>
    /// <exception cref="CommandException">It is.</exception>
    public void CheckSize(ParseResult parsed, BatchPlan plan)
    {
        if (plan.Runs > MostRuns && !parsed.GetValue(_yes))
        {
            throw new CommandException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.File} has {plan.Runs:N0} runs, more than {MostRuns:N0}. Make the design smaller (a Latin hypercube or Sobol points take as many runs as you say), or say --yes."
                ),
                CommandLine.WrongCommandLine
            );
        }
    }

    /// <summary>The folder of finished runs.</summary>
    public string Store(Terminal terminal, ParseResult parsed) =>
        parsed.GetValue(_store) is { } given ? terminal.PathOf(given) : UnitStore.UsualFolder;

    /// <summary>How many threads.</summary>
    /// <exception cref="CommandException">None, or more than make sense.</exception>
    public int Threads(ParseResult parsed) => Common.Threads(parsed.GetValue(_threads));
}
