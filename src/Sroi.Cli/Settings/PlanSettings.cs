using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Cli.Declarations;
using Sroi.Parameters;

namespace Sroi.Cli.Settings;

/// <summary>Which plan, where finished runs are kept, on how many threads.</summary>
/// <param name="Name">The plan as it was named.</param>
/// <param name="StoreFolder">Where finished runs are kept; null for the usual folder.</param>
/// <param name="Threads">The number of threads; null for all processors.</param>
/// <param name="MayBeLarge">Whether a plan of any size is meant.</param>
/// <param name="Source">Where the parameters are.</param>
internal sealed record PlanSettings(string Name, string? StoreFolder, int? Threads, bool MayBeLarge, LibrarySettings Source)
{
    // Above it somebody may have meant something else.
    private const long MostRuns = 10_000_000;

    public static PlanSettings Of(Given given) =>
        new(
            given.Argument("PLAN", "The name of a file under parameters/batches, or a path."),
            given.Text(
                "--store",
                "DIR",
                "Where finished runs are kept, for this plan and any other that has the same runs; left out: SROI_STORE, else a folder of the user's own."
            ),
            DrawSettings.ThreadsOf(given),
            given.Flag("--yes", "Do it though the plan has more than ten million runs."),
            LibrarySettings.Of(given)
        );

    /// <summary>How many threads.</summary>
    /// <exception cref="CommandException">None, or more than make sense.</exception>
    public int ThreadsOrAll => DrawSettings.ThreadsOrAll(Threads);

    /// <summary>The library and the plan.</summary>
    public (ParameterLibrary Library, BatchPlan Plan) Read(Terminal terminal)
    {
        _ = Store(terminal);
        ParameterLibrary library = Source.Open(terminal, Name);
        return (library, BatchPlan.Read(library, CaseNames.Resolved(terminal, Name)));
    }

    /// <summary>Refuses a plan that is too large to be meant, unless it is said to be.</summary>
    /// <exception cref="CommandException">It is.</exception>
    public void CheckSize(BatchPlan plan)
    {
        if (plan.Runs > MostRuns && !MayBeLarge)
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
    public string Store(Terminal terminal) => StoreFolder is { } given ? terminal.PathOf(given) : UnitStore.UsualFolder;
}
