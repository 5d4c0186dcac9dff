using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Results;
using Sroi.Cli.Declarations;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Settings;

/// <summary>Which plan, where finished runs are stored, and on how many threads.</summary>
/// <param name="Name">The plan as it was named.</param>
/// <param name="StoreFolder">Where finished runs are stored; null for the default folder.</param>
/// <param name="Threads">The number of threads; null for all processors.</param>
/// <param name="MayBeLarge">Whether a plan of more than ten million runs is accepted.</param>
/// <param name="Source">Where the parameters are.</param>
internal sealed record PlanSettings(string Name, string? StoreFolder, int? Threads, bool MayBeLarge, LibrarySettings Source)
{
    // A larger plan is likely to be a mistake.
    private const long MostRuns = 10_000_000;

    public static PlanSettings Of(Given given) =>
        new(
            given.Argument("PLAN", "The name of a file under parameters/batches, or a path."),
            given.Text(
                "--store",
                "DIR",
                "Where finished runs are stored, for this plan and others with the same runs (default: SROI_STORE, or a folder in your home folder)."
            ),
            DrawSettings.ThreadsOf(given),
            given.Flag("--yes", "Accept a plan of more than ten million runs."),
            LibrarySettings.Of(given)
        );

    /// <summary>The number of threads.</summary>
    /// <exception cref="CommandException">It is below 1 or above 1,024.</exception>
    public int ThreadsOrAll => DrawSettings.ThreadsOrAll(Threads);

    /// <summary>The library and the plan.</summary>
    public (ParameterLibrary Library, BatchPlan Plan) Read(Terminal terminal)
    {
        _ = Store(terminal);
        ParameterLibrary library = Source.Open(terminal, Name);
        return (library, BatchPlan.Read(library, CaseNames.Resolved(terminal, Name)));
    }

    /// <summary>Refuses a plan of more than ten million runs unless it was accepted.</summary>
    /// <exception cref="CommandException">The plan is too large.</exception>
    public void CheckSize(BatchPlan plan)
    {
        if (plan.Runs > MostRuns && !MayBeLarge)
        {
            throw new CommandException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.File} has {plan.Runs:N0} runs, more than {MostRuns:N0}. Use a smaller design (with a Latin hypercube or Sobol points you choose the number of runs), or accept it with --yes."
                ),
                CommandLine.WrongCommandLine
            );
        }
    }

    /// <summary>The folder of finished runs.</summary>
    public string Store(Terminal terminal) => StoreFolder is { } given ? terminal.PathOf(given) : UnitStore.UsualFolder;
}
