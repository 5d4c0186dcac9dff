using System.Diagnostics;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Kernel;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>The real <c>sroi notebook kernel</c> in a process of its own.</summary>
public sealed class KernelProcessTests : IDisposable
{
    private readonly string _folder = TestFolder.Fresh();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_runs_cells_in_the_folder_of_the_notebook_and_ends_in_good_order()
    {
        (ConnectionFile file, string path) = Connection();
        using TestProcess kernel = TestProcess.Start(_folder, TestProcess.Sroi, "notebook", "kernel", path);
        using FrontEnd client = new(file);
        Assert.Equal("ok", client.Ask("kernel_info_request", []).Text("status"));
        Ran ran = client.Execute("using System.IO; Path.GetFileName(Directory.GetCurrentDirectory())");
        Assert.Equal(Path.GetFileName(_folder), ran.One("execute_result")["data"]!.AsObject().Text("text/plain"));
        client.Execute("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();");
        Assert.Equal("ok", client.Ask("shutdown_request", [], Channel.Control).Text("status"));
        Assert.Equal((0, "", ""), (kernel.End(), await kernel.Output, await kernel.Errors));
    }

    [Fact]
    public async Task A_port_in_use_ends_it_with_a_clear_message()
    {
        using RunningKernel first = new();
        (_, string path) = Connection(first.File);
        using TestProcess second = TestProcess.Start(_folder, TestProcess.Sroi, "notebook", "kernel", path);
        Assert.Equal(1, second.End());
        Assert.Equal(
            $"Port {first.File.Ports.Shell} of 127.0.0.1 (shell_port of the connection file) is in use by another program. "
                + $"Start the kernel again with other ports.{Environment.NewLine}",
            await second.Errors
        );
    }

    [Fact]
    public void The_signal_of_control_C_interrupts_the_cell_and_that_of_termination_ends_the_kernel() =>
        Interrupts(path => TestProcess.StartInterruptible(_folder, TestProcess.Sroi, "notebook", "kernel", path));

    // As Jupyter itself is often started: as a background job of a shell, or by a CI.
    [Fact]
    public void A_kernel_that_was_started_with_the_signal_ignored_is_interrupted_all_the_same() =>
        Interrupts(path => TestProcess.StartInBackground(_folder, TestProcess.Sroi, "notebook", "kernel", path));

    [Fact]
    public async Task It_does_not_outlive_the_program_that_started_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is started through a shell that is killed.");
        (ConnectionFile file, string path) = Connection();
        using TestProcess parent = TestProcess.Start(_folder, "/bin/sh", "-c", $"'{TestProcess.Sroi}' notebook kernel '{path}' & echo $!; wait");
        using Process kernel = Process.GetProcessById(int.Parse(await parent.FirstOutput));
        using FrontEnd client = new(file);
        client.SendCell("while (true) { }");
        client.Next(Channel.Published, message => message.Header.Type == "execute_input");
        parent.Kill();
        bool hasEnded = kernel.WaitForExit(TestProcess.Bound);
        kernel.Kill();
        Assert.True(hasEnded);
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_ends_the_kernel_and_says_so()
    {
        (ConnectionFile file, string path) = Connection();
        using TestProcess kernel = TestProcess.Start(_folder, TestProcess.Sroi, "notebook", "kernel", path);
        using FrontEnd client = new(file);
        Ran ran = client.Execute("Console.WriteLine(\"before\"); Environment.Exit(5);");
        const string Reason =
            "The cell ended the kernel with Environment.Exit, and all variables are lost. Let the cell finish, or throw an exception.";
        Assert.Equal(("error", "ProcessEnded", Reason), (ran.Status, ran.Reply.Text("ename"), ran.One("error").Text("evalue")));
        Assert.Equal(5, kernel.End());
        Assert.Equal(
            $"sroi notebook kernel: A cell ended the kernel with Environment.Exit; the front end will restart it.{Environment.NewLine}",
            await kernel.Errors
        );
    }

    [Fact]
    public void What_a_cell_wants_to_be_called_at_the_end_does_not_keep_the_kernel()
    {
        (ConnectionFile file, string path) = Connection();
        using TestProcess kernel = TestProcess.Start(_folder, TestProcess.Sroi, "notebook", "kernel", path);
        using FrontEnd client = new(file);
        client.Execute("AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1);");
        client.Ask("shutdown_request", [], Channel.Control);
        kernel.End();
    }

    [Fact]
    public void A_frame_that_is_too_long_is_not_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The most memory that a process had is looked up as Linux tells it.");
        (ConnectionFile file, string path) = Connection();
        using TestProcess kernel = TestProcess.Start(_folder, TestProcess.Sroi, "notebook", "kernel", path);
        using FrontEnd client = new(file);
        Assert.Equal("ok", client.Execute("1").Status);
        long before = MostMemory(kernel.Id);
        byte[] frame = new byte[300_000_000];
        foreach (Channel channel in new[] { Channel.Shell, Channel.Control, Channel.Stdin })
        {
            using FrontEnd stranger = new(file, key: "");
            stranger.SendFrames(channel, "<IDS|MSG>"u8.ToArray(), [], frame, frame, frame, frame);
            Assert.True(stranger.IsSilent(channel));
        }

        Assert.Equal("ok", client.Execute("2").Status);
        Assert.InRange(MostMemory(kernel.Id) - before, 0, 200_000_000);
    }

    private void Interrupts(Func<string, TestProcess> start)
    {
        (ConnectionFile file, string path) = Connection();
        using TestProcess kernel = start(path);
        using FrontEnd client = new(file);
        string id = client.SendCell("Console.WriteLine(\"runs\"); while (true) { }");
        client.Next(Channel.Published, message => message.Header.Type == "stream");
        kernel.Signal("INT");
        Assert.Equal("Interrupted", client.Ended(id).Reply.Text("ename"));
        kernel.Signal("TERM");
        Assert.Equal(0, kernel.End());
    }

    // In bytes.
    private static long MostMemory(int process)
    {
        string line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]);
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
