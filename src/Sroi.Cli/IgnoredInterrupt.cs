using System.Runtime.InteropServices;

namespace Sroi.Cli;

/// <summary>
/// Restores the interrupt signal. A shell starts background jobs with it ignored, and so do their child processes, such as Jupyter and its kernels.
/// The runtime respects that, so a kernel could not be interrupted.
/// </summary>
internal static class IgnoredInterrupt
{
    private const int Interrupt = 2;
    private const nint Default = 0,
        Ignored = 1;

    /// <summary>Restores the default action of the signal. Call it before the console is used, because the runtime then decides which signals it handles.</summary>
    public static void Restore()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        nint before = Signal(Interrupt, Default);
        if (before is not (Default or Ignored))
        {
            Signal(Interrupt, before);
        }
    }

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Signal(int signal, nint handler);
}
