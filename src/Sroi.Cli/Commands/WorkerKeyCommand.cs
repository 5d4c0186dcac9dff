using Sroi.Batch.Queue;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi worker key</c>: writes a new key, with which jobs are signed and workers verify them.</summary>
internal sealed record WorkerKeyCommand(string File) : IRunnable
{
    public static Declaration Declared =>
        new(
            "key",
            "Create the key that signs jobs and lets workers verify them, in a file only you can read.",
            given => new WorkerKeyCommand(given.Argument("FILE", "The file to write. It must not exist yet."))
        );

    public int Run(Terminal terminal)
    {
        string path = terminal.PathOf(File);
        QueueKey.Make(path);
        terminal.Out.WriteLine($"Written: {path}");
        terminal.Out.WriteLine(
            "Copy it to each worker over a secure channel, not through the queue's database: anyone who has the key can submit jobs."
        );
        return CommandLine.Done;
    }
}
