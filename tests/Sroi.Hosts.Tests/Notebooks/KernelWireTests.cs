using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Sroi.Notebooks;
using Sroi.Notebooks.Execution;
using Sroi.Notebooks.Kernel;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

public sealed class KernelWireTests : IDisposable
{
    private static readonly JsonObject Cell = new() { ["code"] = "System.Environment.Exit(9);" };

    private readonly RunningKernel _kernel = new();

    private FrontEnd Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    // Computed with Python's hmac: hmac.new(b"key", b"{}" * 4, "sha256").hexdigest().
    [Fact]
    public void A_signature_is_that_of_the_protocol() =>
        Assert.Equal(
            "ca767b02c5bc061ed184a9a029e7f93a7f2f7ed4e8fe74120fc1212f0b008fa3",
            Encoding.ASCII.GetString(new MessageSignature("key").Of([.. Enumerable.Repeat("{}"u8.ToArray(), 4)]))
        );

    [Theory]
    [InlineData("", "it is not signed")]
    [InlineData("another key", "its signature is wrong")]
    public void A_message_without_the_right_signature_is_dropped(string key, string reason)
    {
        using FrontEnd stranger = new(_kernel.File, key);
        stranger.Send("execute_request", Cell.DeepClone().AsObject());
        AssertDropped(reason);
    }

    [Fact]
    public void A_message_that_was_recorded_and_sent_again_is_dropped()
    {
        IReadOnlyList<byte[]> frames = Client.Frames("kernel_info_request", []);
        Client.SendFrames(Channel.Shell, frames);
        Client.Next(Channel.Shell, message => message.Header.Type == "kernel_info_reply");
        Client.SendFrames(Channel.Shell, frames);
        AssertDropped("it was received before");
        Assert.True(Client.IsSilent(Channel.Shell));
    }

    [Fact]
    public void Frames_that_are_no_message_are_dropped()
    {
        Client.SendFrames(Channel.Shell, "garbage"u8.ToArray());
        AssertDropped("it has no delimiter");
        Client.SendFrames(Channel.Control, "<IDS|MSG>"u8.ToArray(), "0"u8.ToArray());
        AssertDropped("it has too few frames");
        Client.SendFrames(
            Channel.Stdin,
            [
                [],
                [],
                [],
            ]
        );
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Theory]
    [InlineData("{", "{}", "its header is not JSON")]
    [InlineData("[]", "{}", "its header is no JSON object")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\"}", "{}", "its header has no text field 'msg_type'")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"execute_request\"}", "null", "its content is no JSON object")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"execute_request\"}", "{\"a\":1,\"a\":2}", "its content is not JSON")]
    public void A_message_that_is_signed_but_makes_no_sense_is_dropped(string header, string content, string reason)
    {
        byte[][] dictionaries = [.. new[] { header, "{}", "{}", content }.Select(Encoding.UTF8.GetBytes)];
        Client.SendFrames(Channel.Shell, ["<IDS|MSG>"u8.ToArray(), new MessageSignature(RunningKernel.Key).Of(dictionaries), .. dictionaries]);
        AssertDropped(reason);
    }

    [Fact]
    public async Task Whoever_speaks_another_language_to_a_port_does_no_harm()
    {
        ChannelPorts ports = _kernel.File.Ports;
        foreach (int port in new[] { ports.Shell, ports.Published, ports.Stdin, ports.Control, ports.Heartbeat })
        {
            using TcpClient client = new("127.0.0.1", port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" + new string('x', 10_000)));
        }

        Assert.True(Client.IsAlive(TimeSpan.FromSeconds(10)));
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Fact]
    public void The_heartbeat_comes_back_while_a_cell_runs()
    {
        string id = Client.SendCell("System.Threading.Thread.Sleep(60_000);");
        Client.Next(Channel.Published, message => message.Header.Type == "execute_input");
        Assert.True(Client.IsAlive(TimeSpan.FromSeconds(10)));
        Client.Ask("interrupt_request", [], Channel.Control);
        Client.Ended(id);
    }

    [Fact]
    public void Without_a_key_messages_are_not_signed()
    {
        using RunningKernel unsigned = new(key: "");
        Assert.Equal("ok", unsigned.Client.Execute("1").Status);
        Assert.Equal("ok", unsigned.Client.Execute("1").Status);
    }

    [Fact]
    public void A_port_in_use_is_said()
    {
        ConnectionFile file = RunningKernel.FreePorts("") with { Ports = _kernel.File.Ports };
        NotebookException error = Assert.Throws<NotebookException>(() =>
        {
            using JupyterKernel second = new(file, () => ScriptSession.Create(Path.GetTempPath()), new(TextWriter.Null));
        });
        Assert.Equal(
            $"Port {file.Ports.Shell} of 127.0.0.1 (shell_port of the connection file) is in use by another program. "
                + "Start the kernel again with other ports.",
            error.Message
        );
    }

    [Fact]
    public void An_address_of_another_machine_is_said()
    {
        // Set aside for documentation: nobody has it.
        ConnectionFile file = RunningKernel.FreePorts("") with
        {
            Address = "203.0.113.7",
        };
        NotebookException error = Assert.Throws<NotebookException>(() =>
        {
            using JupyterKernel kernel = new(file, () => ScriptSession.Create(Path.GetTempPath()), new(TextWriter.Null));
        });
        Assert.Equal(
            $"Port {file.Ports.Shell} of 203.0.113.7 (shell_port of the connection file) cannot be listened on (AddressNotAvailable). "
                + "Use an address of this machine, such as 127.0.0.1.",
            error.Message
        );
    }

    // Cell would end the process of the tests: that it is still there says that it was not run.
    private void AssertDropped(string reason)
    {
        string line = $"sroi notebook kernel: A message was dropped: {reason}.{Environment.NewLine}";
        Assert.True(SpinWait.SpinUntil(() => _kernel.Log.EndsWith(line, StringComparison.Ordinal), TimeSpan.FromSeconds(10)), _kernel.Log);
        Assert.Equal("ok", Client.Execute("1").Status);
    }
}
