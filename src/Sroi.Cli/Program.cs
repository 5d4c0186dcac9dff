using System.Runtime.InteropServices;
using Sroi.Cli;

// A front end interrupts a kernel however it was started itself; for any other command the shell's word holds.
if (args is ["notebook", "kernel", ..])
{
    IgnoredInterrupt.Restore();
}

// A file that becomes larger than a limit allows is an error with a sentence, and does not end the program.
const PosixSignal FileSizeExceeded = (PosixSignal)25;
PosixSignalRegistration? limit = OperatingSystem.IsWindows()
    ? null
    : PosixSignalRegistration.Create(FileSizeExceeded, signal => signal.Cancel = true);
int code = CommandLine.Run(args, Terminal.OfProcess());

// To the very end: a signal that is still on its way would end the program otherwise.
GC.KeepAlive(limit);
return code;
