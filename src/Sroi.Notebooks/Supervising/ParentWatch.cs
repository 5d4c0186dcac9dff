using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sroi.Notebooks.Supervising;

/// <summary>Watches the parent process: a kernel must not outlive a front end that was killed.</summary>
internal sealed class ParentWatch : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();

    /// <param name="whenGone">Called once, when it has gone.</param>
    public ParentWatch(Action whenGone)
    {
        int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), CultureInfo.InvariantCulture, out int named);
        _ = OperatingSystem.IsWindows() ? WaitForHandle(named, whenGone) : LookAgainAndAgain(named, whenGone);
    }

    public void Dispose() => _stop.Cancel();

    // On Windows the front end passes a handle to itself.
    private async Task WaitForHandle(nint handle, Action whenGone)
    {
        if (handle == 0)
        {
            return;
        }

        using ManualResetEvent ended = new(false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        await Task.Run(() => WaitHandle.WaitAny([ended, _stop.Token.WaitHandle])).ConfigureAwait(false);
        if (!_stop.IsCancellationRequested)
        {
            whenGone();
        }
    }

    // An orphaned process gets another parent. A launcher in between may survive, so the process named by the front end is checked as well.
    private async Task LookAgainAndAgain(int named, Action whenGone)
    {
        int first = ParentId();
        using PeriodicTimer timer = new(Often);
        try
        {
            do
            {
                if (ParentId() != first || (named > 0 && !Exists(named)))
                {
                    whenGone();
                    return;
                }
            } while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The kernel has already ended.
        }
    }

    private static bool Exists(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int ParentId();
}
