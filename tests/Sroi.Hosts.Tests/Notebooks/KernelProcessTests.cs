using System.Diagnostics;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Kernel;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>The real <c>sroi notebook kernel</c> in a process of its own.</summary>
public sealed class KernelProcessTests : IDisposable
{
    private const int Moment = 20_000;

    private readonly string _folder = TestFolder.Fresh();
    private readonly List<Process> _started = [];

    private static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Sroi.Cli.exe" : "Sroi.Cli");

    // A test that fails leaves no process behind.
    public void Dispose()
    {
        foreach (Process process in _started)
        {
            process.Kill();
            process.Dispose();
        }
    }

    [Fact]
    public void It_runs_cells_in_the_folder_of_the_notebook_and_ends_in_good_order()
    {
        (ConnectionFile file, string path) = Connection();
        Process kernel = Start(Program, "notebook", "kernel", path);
        using FrontEnd client = new(file);
        Assert.Equal("ok", client.Ask("kernel_info_request", []).Text("status"));
        Ran ran = client.Execute("using System.IO; Path.GetFileName(Directory.GetCurrentDirectory())");
        Assert.Equal(Path.GetFileName(_folder), ran.One("execute_result")["data"]!.AsObject().Text("text/plain"));
        client.Execute("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();");
        Assert.Equal("ok", client.Ask("shutdown_request", [], Channel.Control).Text("status"));
        Assert.True(kernel.WaitForExit(Moment));
        Assert.Equal((0, "", ""), (kernel.ExitCode, kernel.StandardOutput.ReadToEnd(), kernel.StandardError.ReadToEnd()));
    }

    [Fact]
    public void A_port_in_use_ends_it_with_a_clear_message()
    {
        using RunningKernel first = new();
        (_, string path) = Connection(first.File);
        Process second = Start(Program, "notebook", "kernel", path);
        Assert.True(second.WaitForExit(Moment));
        Assert.Equal(1, second.ExitCode);
        Assert.Equal(
            $"Port {first.File.Ports.Shell} of 127.0.0.1 (shell_port of the connection file) is in use by another program. "
                + $"Start the kernel again with other ports.{Environment.NewLine}",
            second.StandardError.ReadToEnd()
        );
    }

    [Fact]
    public void The_signal_of_control_C_interrupts_the_cell_and_that_of_termination_ends_the_kernel()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        (ConnectionFile file, string path) = Connection();
        Process kernel = Start(Program, "notebook", "kernel", path);
        using FrontEnd client = new(file);
        string id = client.SendCell("Console.WriteLine(\"runs\"); while (true) { }");
        client.Next(Channel.Published, message => message.Header.Type == "stream");
        Signal("INT", kernel.Id);
        Assert.Equal("Interrupted", client.Ended(id).Reply.Text("ename"));
        Signal("TERM", kernel.Id);
        Assert.True(kernel.WaitForExit(Moment));
        Assert.Equal(0, kernel.ExitCode);
    }

    [Fact]
    public void It_does_not_outlive_the_program_that_started_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is started through a shell that is killed.");
        (ConnectionFile file, string path) = Connection();
        Process parent = Start("/bin/sh", "-c", $"'{Program}' notebook kernel '{path}' & echo $!; wait");
        Process kernel = Process.GetProcessById(int.Parse(parent.StandardOutput.ReadLine()!));
        _started.Add(kernel);
        using FrontEnd client = new(file);
        client.SendCell("while (true) { }");
        client.Next(Channel.Published, message => message.Header.Type == "execute_input");
        parent.Kill();
        Assert.True(kernel.WaitForExit(Moment));
    }

    private static void Signal(string name, int id)
    {
        using Process kill = Process.Start("kill", [$"-{name}", $"{id}"]);
        kill.WaitForExit();
    }

    private Process Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        _started.Add(process);
        return process;
    }

    private (ConnectionFile File, string Path) Connection(ConnectionFile? given = null)
    {
        ConnectionFile file = given ?? RunningKernel.FreePorts(RunningKernel.Key);
        string path = Path.Combine(_folder, "connection.json");
        JsonObject json = new()
        {
            ["transport"] = "tcp",
            ["ip"] = file.Address,
            ["shell_port"] = file.Ports.Shell,
            ["iopub_port"] = file.Ports.Published,
            ["stdin_port"] = file.Ports.Stdin,
            ["control_port"] = file.Ports.Control,
            ["hb_port"] = file.Ports.Heartbeat,
            ["key"] = file.Key,
            ["signature_scheme"] = "hmac-sha256",
        };
        File.WriteAllText(path, json.ToJsonString());
        return (file, path);
    }
}
