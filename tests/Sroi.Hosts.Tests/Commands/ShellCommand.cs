using System.Diagnostics;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Runs the command as a process of its own from a shell, which can close its streams and limit its files, and keeps what it said.</summary>
internal sealed record ShellCommand(int Code, string Output, string Errors)
{
    /// <summary>Runs a line of bash in which <c>sroi</c> is the command.</summary>
    public static ShellCommand Run(string line, string? folder = null)
    {
        string sroi = $"sroi() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "Sroi.Cli.dll")}' \"$@\"; }}";
        ProcessStartInfo start = new("bash")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder ?? TestFolder.Root,
        };
        // The runtime's own large file in memory is no file of ours.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{sroi}\n{line}");
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }
}
