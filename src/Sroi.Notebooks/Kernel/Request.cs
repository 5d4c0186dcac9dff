using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>A request of a front end.</summary>
/// <param name="Channel">The channel of the request and its reply.</param>
/// <param name="Message">The message.</param>
/// <param name="Arrival">Its position in the order of arrival.</param>
internal sealed record Request(Channel Channel, Message Message, long Arrival)
{
    /// <summary>Its type, such as "execute_request".</summary>
    public string Type => Message.Header.Type;

    /// <summary>Its content.</summary>
    public JsonObject Content => Message.Content;
}
