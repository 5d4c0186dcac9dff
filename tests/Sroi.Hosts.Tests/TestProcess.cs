using System.Diagnostics;

namespace Sroi.Hosts.Tests;

/// <summary>A process that a test starts. It is waited for only so long, and it and all that it started end with the test.</summary>
internal sealed class TestProcess : IDisposable
{
    /// <summary>As long as a test waits for any process: many times what it takes on a busy machine.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly TaskCompletionSource<string> _firstOutput = new(),
        _firstError = new();

    private TestProcess(Process process)
    {
        _process = process;
        Output = ReadAsync(process.StandardOutput, _firstOutput);
        Errors = ReadAsync(process.StandardError, _firstError);
    }

    /// <summary>The built command, as a program of its own.</summary>
    public static string Sroi { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Sroi.Cli.exe" : "Sroi.Cli");

    public int Id => _process.Id;

    /// <summary>What it writes, whole once it and its children have ended.</summary>
    public Task<string> Output { get; }

    public Task<string> Errors { get; }

    /// <summary>The first line that it writes; waited for no longer than its end is.</summary>
    public Task<string> FirstOutput => _firstOutput.Task.WaitAsync(Bound);

    /// <summary>The first line after those that say which folders it reads.</summary>
    public Task<string> FirstError => _firstError.Task.WaitAsync(Bound);

    public static TestProcess Start(string folder, string program, params string[] arguments) => Start(folder, [], program, arguments);

    /// <param name="folder">Where it starts.</param>
    /// <param name="variables">What is set in its environment beyond the tests' own.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static TestProcess Start(string folder, (string Name, string Value)[] variables, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>
    /// Starts it so that the signal of control-C reaches it, however the tests were started: as a background job of a shell they ignore it, and with
    /// them what they start.
    /// </summary>
    public static TestProcess StartInterruptible(string folder, string program, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Whether the signal is ignored can be set by the env of Linux only.");
        return Start(folder, "env", ["--default-signal=INT", program, .. arguments]);
    }

    /// <summary>Starts it with the signal of control-C ignored, as a shell does with its background jobs.</summary>
    public static TestProcess StartInBackground(string folder, string program, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        return Start(folder, "/bin/sh", ["-c", "trap '' INT; exec \"$0\" \"$@\"", program, .. arguments]);
    }

    /// <summary>Waits for its end; its exit code.</summary>
    public int End()
    {
        Assert.True(_process.WaitForExit(Bound), $"{_process.StartInfo.FileName} has not ended within {Bound}.");
        return _process.ExitCode;
    }

    /// <summary>Waits for its end, or kills it after a while; its exit code.</summary>
    public int EndOrKill(TimeSpan after)
    {
        if (!_process.WaitForExit(after))
        {
            _process.Kill(entireProcessTree: true);
        }

        return End();
    }

    /// <summary>Ends it alone, as if it had crashed: what it started goes on.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends a signal, such as "INT".</summary>
    public void Signal(string name)
    {
        using TestProcess kill = Start(Path.GetTempPath(), "kill", $"-{name}", $"{Id}");
        Assert.Equal(0, kill.End());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(Bound);
        }

        _process.Dispose();
    }

    private static async Task<string> ReadAsync(StreamReader reader, TaskCompletionSource<string> first)
    {
        string folders = "",
            line = await reader.ReadLineAsync() ?? "";
        while (line.StartsWith("Parameters: ", StringComparison.Ordinal))
        {
            folders += line + Environment.NewLine;
            line = await reader.ReadLineAsync() ?? "";
        }

        first.SetResult(line);
        string rest = await reader.ReadToEndAsync();
        return folders + (line.Length + rest.Length == 0 ? "" : $"{line}{Environment.NewLine}{rest}");
    }
}
