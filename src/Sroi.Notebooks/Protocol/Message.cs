using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Protocol;

/// <summary>One message of Jupyter's protocol.</summary>
/// <param name="Identities">The sender or recipient on a socket; on the publishing socket, the topic.</param>
/// <param name="Header">What it is.</param>
/// <param name="Parent">The header of the message that caused it; null if none did.</param>
/// <param name="Content">Its content.</param>
internal sealed record Message(ImmutableArray<byte[]> Identities, MessageHeader Header, MessageHeader? Parent, JsonObject Content)
{
    /// <summary>Its metadata.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Attached binary buffers.</summary>
    public ImmutableArray<byte[]> Buffers { get; init; } = [];
}
