using Sroi.Notebooks;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

public sealed class ConnectionFileTests
{
    private const string Whole = """
        {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5,
         "key": "secret", "signature_scheme": "hmac-sha256", "kernel_name": "sroi-csharp"}
        """;

    private readonly string _path = Path.Combine(TestFolder.Fresh(), "kernel.json");

    [Fact]
    public void A_connection_file_is_read() => Assert.Equal(new("127.0.0.1", new(1, 2, 3, 4, 5), "secret"), Read(Whole));

    [Theory]
    [InlineData("\"tcp\"", "\"ipc\"", "transport is 'ipc'; this kernel supports only 'tcp'.")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme is 'hmac-md5'; this kernel supports only 'hmac-sha256'.")]
    [InlineData("127.0.0.1", "nowhere", "ip is 'nowhere', which is not an address. Write one such as '127.0.0.1'.")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": 70000", "hb_port is 70000; it must be a number from 1 to 65535.")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": \"5\"", "hb_port is \"5\"; it must be a number from 1 to 65535.")]
    [InlineData("\"hb_port\"", "\"hb\"", "the field 'hb_port' is missing; it must be a number from 1 to 65535.")]
    [InlineData("\"key\"", "\"clef\"", "the field 'key' is missing; it must be a text, empty for unsigned messages.")]
    public void What_is_wrong_in_it_is_said(string found, string written, string message) =>
        Assert.Equal($"{_path}: {message}", Problem(Whole.Replace(found, written, StringComparison.Ordinal)));

    [Theory]
    [InlineData("{", "it is not JSON")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("null", "it is not a JSON object")]
    public void What_is_no_connection_file_is_said(string text, string reason) =>
        Assert.Equal($"{_path} is not a connection file: {reason}. Jupyter writes it and passes its path to the kernel.", Problem(text));

    [Fact]
    public void A_file_that_is_not_there_is_said() =>
        Assert.Equal(
            $"The connection file {_path} cannot be read. Jupyter writes it and passes its path to the kernel.",
            Assert.Throws<NotebookException>(() => ConnectionFile.Read(_path)).Message
        );

    private string Problem(string text) => Assert.Throws<NotebookException>(() => Read(text)).Message;

    private ConnectionFile Read(string text)
    {
        File.WriteAllText(_path, text);
        return ConnectionFile.Read(_path);
    }
}
