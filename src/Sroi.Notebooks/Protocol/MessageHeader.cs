using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Protocol;

/// <summary>The header of a message.</summary>
/// <param name="Id">Its unique id.</param>
/// <param name="Session">The session of a front end, or of this kernel.</param>
/// <param name="Username">The user; not used.</param>
/// <param name="Date">Its time, in ISO 8601.</param>
/// <param name="Type">Its type: "execute_request", "status" and so on.</param>
/// <param name="Version">The version of the protocol.</param>
internal sealed record MessageHeader(string Id, string Session, string Username, string Date, string Type, string Version)
{
    /// <summary>The version of the protocol that this kernel implements.</summary>
    public const string ProtocolVersion = "5.4";

    /// <exception cref="WireException">The id, the session or the type is missing or not text.</exception>
    public static MessageHeader Read(JsonObject json) =>
        new(
            Text(json, "msg_id"),
            Text(json, "session"),
            Text(json, "username", ""),
            Text(json, "date", ""),
            Text(json, "msg_type"),
            Text(json, "version", "")
        );

    /// <summary>The header of the parent message; null if there is none. Front ends omit much of it.</summary>
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
