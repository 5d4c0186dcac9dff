using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Files;

namespace Sroi.Notebooks.Protocol;

/// <summary>Where a kernel listens and how messages are signed, as the front end wrote it down.</summary>
/// <param name="Address">The address to listen on.</param>
/// <param name="Ports">One for each channel.</param>
/// <param name="Key">The key of the signatures; empty for none.</param>
internal sealed record ConnectionFile(string Address, ChannelPorts Ports, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <exception cref="NotebookException">There is no such file, or it is not what it should be.</exception>
    public static ConnectionFile Read(string path)
    {
        JsonObject json = Parse(path);
        Allow(path, json, "transport", "tcp");
        Allow(path, json, "signature_scheme", Scheme);
        int Port(string channel) => PortOf(path, json, channel + "_port");
        return new(
            AddressOf(path, json),
            new(Port("shell"), Port("iopub"), Port("stdin"), Port("control"), Port("hb")),
            json.TextOrNull("key") ?? throw Missing(path, "key", "a text, empty for unsigned messages")
        );
    }

    private static JsonObject Parse(string path)
    {
        try
        {
            return JsonNode.Parse(UserFile.Read(path), documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject
                ?? throw new NotebookException(
                    $"{path} is no connection file: it is not a JSON object. Jupyter writes it and passes its path to the kernel."
                );
        }
        catch (JsonException)
        {
            throw new NotebookException($"{path} is no connection file: it is not JSON. Jupyter writes it and passes its path to the kernel.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"The connection file {path} cannot be read. Jupyter writes it and passes its path to the kernel.");
        }
    }

    private static void Allow(string path, JsonObject json, string field, string allowed)
    {
        string found = json.TextOrNull(field) ?? throw Missing(path, field, $"'{allowed}'");
        if (found != allowed)
        {
            throw new NotebookException($"{path}: {field} is '{found}'; this kernel knows '{allowed}' alone.");
        }
    }

    private static string AddressOf(string path, JsonObject json)
    {
        string found = json.TextOrNull("ip") ?? throw Missing(path, "ip", "an address such as '127.0.0.1'");
        return found is "localhost" ? "127.0.0.1"
            : found is "*" ? "0.0.0.0"
            : IPAddress.TryParse(found, out IPAddress? address) ? address.ToString()
            : throw new NotebookException($"{path}: ip is '{found}', which is no address. Write one such as '127.0.0.1'.");
    }

    private static int PortOf(string path, JsonObject json, string field)
    {
        const string Allowed = "a number from 1 to 65535";
        int port = json.ContainsKey(field) ? json.Number(field, 0) : throw Missing(path, field, Allowed);
        return port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new NotebookException($"{path}: {field} is {json[field]?.ToJsonString() ?? "null"}; it has to be {Allowed}.");
    }

    private static NotebookException Missing(string path, string field, string allowed) =>
        new($"{path}: the field '{field}' is missing; it has to be {allowed}.");
}

/// <summary>The port of each channel.</summary>
/// <param name="Shell">What is to be run.</param>
/// <param name="Published">What came of it.</param>
/// <param name="Stdin">Questions to the person at the notebook.</param>
/// <param name="Control">What must not wait for a running cell.</param>
/// <param name="Heartbeat">Whether the kernel is alive.</param>
internal sealed record ChannelPorts(int Shell, int Published, int Stdin, int Control, int Heartbeat);
