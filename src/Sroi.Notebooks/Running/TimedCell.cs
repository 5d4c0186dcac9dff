using System.Globalization;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Execution;

namespace Sroi.Notebooks.Running;

/// <summary>A cell of C# and where its output goes.</summary>
internal sealed record CellToRun(string Code, ICellOutput Output);

/// <summary>Runs one cell with a time limit.</summary>
internal static class TimedCell
{
    /// <summary>The name of the failure of a cell that took too long.</summary>
    public const string Timeout = "CellTimeout";

    // How long a cell may take to end after an interrupt: a finally block or native code can take for ever.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How the cell ended, and whether it has ended at all; otherwise it still blocks the session.</summary>
    /// <param name="session">The session that runs it.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="limit">The time limit; null for none.</param>
    /// <param name="stop">Interrupts it.</param>
    public static async Task<(CellOutcome Outcome, bool HasEnded)> RunAsync(
        ScriptSession session,
        CellToRun cell,
        TimeSpan? limit,
        CancellationToken stop
    )
    {
        Task<CellOutcome> running = session.RunAsync(cell.Code, cell.Output);
        if (await EndsAsync(running, limit ?? System.Threading.Timeout.InfiniteTimeSpan, stop).ConfigureAwait(false))
        {
            return (await running.ConfigureAwait(false), true);
        }

        session.Interrupt();
        bool hasEnded = await EndsAsync(running, Grace, CancellationToken.None).ConfigureAwait(false);
        bool isStopped = stop.IsCancellationRequested;
        if (hasEnded && (isStopped || await running.ConfigureAwait(false) is CellOutcome.Succeeded))
        {
            return (await running.ConfigureAwait(false), true);
        }

        string how = hasEnded ? "was interrupted" : "did not end when it was interrupted, so the run ends here";
        return (isStopped ? Failed("Interrupted", $"The cell {how}.") : Failed(Timeout, $"The cell {TooLong(limit!.Value)} and {how}."), hasEnded);
    }

    private static async Task<bool> EndsAsync(Task running, TimeSpan time, CancellationToken stop)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(running, Task.Delay(time, enough.Token)).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        return running.IsCompleted;
    }

    private static CellOutcome.Failed Failed(string name, string message) => new(name, message, Line: null, [message]);

    private static string TooLong(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"took longer than {limit.TotalSeconds:0.###} s");
}
