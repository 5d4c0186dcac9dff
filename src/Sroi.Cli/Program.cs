using System.Runtime.InteropServices;
using Sroi.Cli;

// Jupyter must be able to interrupt a kernel however Jupyter was started. Other commands respect the shell's setting.
if (args is ["notebook", "kernel", ..])
{
    IgnoredInterrupt.Restore();
}

// Exceeding a file size limit is reported as an error and does not kill the program.
const PosixSignal FileSizeExceeded = (PosixSignal)25;
PosixSignalRegistration? limit = OperatingSystem.IsWindows()
    ? null
    : PosixSignalRegistration.Create(FileSizeExceeded, signal => signal.Cancel = true);
int code = CommandLine.Run(args, Terminal.OfProcess());

// A signal that is still pending would kill the program otherwise.
GC.KeepAlive(limit);
return code;
