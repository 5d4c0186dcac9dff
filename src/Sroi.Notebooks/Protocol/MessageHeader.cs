using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Protocol;

/// <summary>What a message is.</summary>
/// <param name="Id">Unlike that of any other message.</param>
/// <param name="Session">Whose: that of one front end, or of this kernel.</param>
/// <param name="Username">Who runs it; of no consequence.</param>
/// <param name="Date">When it was made, as ISO 8601 has it.</param>
/// <param name="Type">Which kind: "execute_request", "status" and so on.</param>
/// <param name="Version">The version of the protocol.</param>
internal sealed record MessageHeader(string Id, string Session, string Username, string Date, string Type, string Version)
{
    /// <summary>The version that this kernel speaks.</summary>
    public const string ProtocolVersion = "5.4";

    /// <exception cref="WireException">The id, the session or the type is missing or no text.</exception>
    public static MessageHeader Read(JsonObject json) =>
        new(
            Text(json, "msg_id"),
            Text(json, "session"),
            Text(json, "username", ""),
            Text(json, "date", ""),
            Text(json, "msg_type"),
            Text(json, "version", "")
        );

    /// <summary>The header of the message before; null where it names none. Front ends leave much of it out.</summary>
    public static MessageHeader? OfParent(JsonObject json) =>
        json.TextOrNull("msg_id") is { } id
            ? new(
                id,
                Text(json, "session", ""),
                Text(json, "username", ""),
                Text(json, "date", ""),
                Text(json, "msg_type", ""),
                Text(json, "version", "")
            )
            : null;

    public JsonObject Write() =>
        new()
        {
            ["msg_id"] = Id,
            ["session"] = Session,
            ["username"] = Username,
            ["date"] = Date,
            ["msg_type"] = Type,
            ["version"] = Version,
        };

    private static string Text(JsonObject json, string field, string? otherwise = null) =>
        json.TextOrNull(field) ?? otherwise ?? throw new WireException($"its header has no text field '{field}'");
}
