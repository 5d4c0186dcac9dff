using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Files;

namespace Sroi.Notebooks.Protocol;

/// <summary>Where a kernel listens and how messages are signed, from the front end's connection file.</summary>
/// <param name="Address">The address to listen on.</param>
/// <param name="Ports">One for each channel.</param>
/// <param name="Key">The key of the signatures; empty for none.</param>
internal sealed record ConnectionFile(string Address, ChannelPorts Ports, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <exception cref="NotebookException">There is no such file, or it is invalid.</exception>
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
                    $"{path} is not a connection file: it is not a JSON object. Jupyter writes it and passes its path to the kernel."
                );
        }
        catch (JsonException)
        {
            throw new NotebookException($"{path} is not a connection file: it is not JSON. Jupyter writes it and passes its path to the kernel.");
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
            throw new NotebookException($"{path}: {field} is '{found}'; this kernel supports only '{allowed}'.");
        }
    }

    private static string AddressOf(string path, JsonObject json)
    {
        string found = json.TextOrNull("ip") ?? throw Missing(path, "ip", "an address such as '127.0.0.1'");
        return found is "localhost" ? "127.0.0.1"
            : found is "*" ? "0.0.0.0"
            : IPAddress.TryParse(found, out IPAddress? address) ? address.ToString()
            : throw new NotebookException($"{path}: ip is '{found}', which is not an address. Write one such as '127.0.0.1'.");
    }

    private static int PortOf(string path, JsonObject json, string field)
    {
        const string Allowed = "a number from 1 to 65535";
        int port = json.ContainsKey(field) ? json.Number(field, 0) : throw Missing(path, field, Allowed);
        return port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new NotebookException($"{path}: {field} is {json[field]?.ToJsonString() ?? "null"}; it must be {Allowed}.");
    }

    private static NotebookException Missing(string path, string field, string allowed) =>
        new($"{path}: the field '{field}' is missing; it must be {allowed}.");
}

/// <summary>The port of each channel.</summary>
/// <param name="Shell">Requests to run code.</param>
/// <param name="Published">Output.</param>
/// <param name="Stdin">Questions to the user.</param>
/// <param name="Control">Requests that must not wait for a running cell.</param>
/// <param name="Heartbeat">The heartbeat.</param>
internal sealed record ChannelPorts(int Shell, int Published, int Stdin, int Control, int Heartbeat);
