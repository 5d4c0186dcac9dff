using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Protocol;

/// <summary>Messages as frames of bytes: identities, a delimiter, the signature, four dictionaries, buffers. For one thread.</summary>
internal sealed class WireFormat(MessageSignature signature)
{
    private const int Dictionaries = 4;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SeenSignatures _seen = new();

    public IReadOnlyList<byte[]> Write(Message message)
    {
        byte[][] dictionaries =
        [
            Bytes(message.Header.Write()),
            Bytes(message.Parent?.Write() ?? []),
            Bytes(message.Metadata),
            Bytes(message.Content),
        ];
        return [.. message.Identities, Delimiter, signature.Of(dictionaries), .. dictionaries, .. message.Buffers];
    }

    /// <exception cref="WireException">It is not a valid message, or its signature is wrong.</exception>
    public Message Read(IReadOnlyList<byte[]> frames)
    {
        int delimiter = frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual(Delimiter)).Count();
        if (frames.Count < delimiter + 2 + Dictionaries)
        {
            throw new WireException(delimiter == frames.Count ? "it has no delimiter" : "it has too few frames");
        }

        byte[] signed = frames[delimiter + 1];
        byte[][] dictionaries = [.. frames.Skip(delimiter + 2).Take(Dictionaries)];
        Verify(signed, dictionaries);
        JsonObject parent = Json(dictionaries[1], "parent header");
        return new(
            [.. frames.Take(delimiter)],
            MessageHeader.Read(Json(dictionaries[0], "header")),
            MessageHeader.OfParent(parent),
            Json(dictionaries[3], "content")
        )
        {
            Metadata = Json(dictionaries[2], "metadata"),
            Buffers = [.. frames.Skip(delimiter + 2 + Dictionaries)],
        };
    }

    private void Verify(byte[] signed, byte[][] dictionaries)
    {
        if (!signature.Matches(signed, dictionaries))
        {
            throw new WireException(signed.Length == 0 ? "it is not signed" : "its signature is wrong");
        }

        if (signature.IsUsed && !_seen.IsNew(Encoding.ASCII.GetString(signed)))
        {
            throw new WireException("it was received before");
        }
    }

    private static JsonObject Json(byte[] bytes, string what)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject ?? throw new WireException($"its {what} is no JSON object");
        }
        catch (JsonException)
        {
            throw new WireException($"its {what} is not JSON");
        }
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Compact));
}
