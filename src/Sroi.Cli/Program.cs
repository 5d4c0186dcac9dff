using Sroi.Cli;

// A front end interrupts a kernel however it was started itself; for any other command the shell's word holds.
if (args is ["notebook", "kernel", ..])
{
    IgnoredInterrupt.Restore();
}

return CommandLine.Run(args, Terminal.OfProcess());
