using Sroi.Batch.Queue;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi worker key</c>: the key that whoever asks for runs shares with the workers.</summary>
internal sealed record WorkerKeyCommand(string File) : IRunnable
{
    public static Declaration Declared =>
        new(
            "key",
            "Make the key that whoever asks for runs shares with the workers, in a file that only you can read.",
            given => new WorkerKeyCommand(given.Argument("FILE", "The file to write; there must be none yet."))
        );

    public int Run(Terminal terminal)
    {
        string path = terminal.PathOf(File);
        QueueKey.Make(path);
        terminal.Out.WriteLine($"Written: {path}");
        terminal.Out.WriteLine("Copy it to each machine by a safe way, and not through the queue's database: whoever has it can have runs computed.");
        return CommandLine.Done;
    }
}
