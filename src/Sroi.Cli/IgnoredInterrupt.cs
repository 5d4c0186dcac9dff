using System.Runtime.InteropServices;

namespace Sroi.Cli;

/// <summary>
/// The background jobs of a shell start with the signal of control-C ignored, and so does what they start: Jupyter, and its kernels. The runtime
/// respects that, so that a kernel could not be interrupted by the signal.
/// </summary>
internal static class IgnoredInterrupt
{
    private const int Interrupt = 2;
    private const nint Default = 0,
        Ignored = 1;

    /// <summary>Takes the signal in again. To be called before the console is used, with which the runtime decides what it listens to.</summary>
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
