using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Protocol;

/// <summary>One message of Jupyter's protocol.</summary>
/// <param name="Identities">Whom a socket has it from or sends it to; on the publishing socket, its topic.</param>
/// <param name="Header">What it is.</param>
/// <param name="Parent">The header of the message that brought it about; null where none did.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(ImmutableArray<byte[]> Identities, MessageHeader Header, MessageHeader? Parent, JsonObject Content)
{
    /// <summary>Details beside the content.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Bytes that go with it as they are.</summary>
    public ImmutableArray<byte[]> Buffers { get; init; } = [];
}
