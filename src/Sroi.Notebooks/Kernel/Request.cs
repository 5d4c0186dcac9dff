using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Something that a front end asks.</summary>
/// <param name="Channel">Where it asks, and is answered.</param>
/// <param name="Message">What it asks.</param>
/// <param name="Arrival">The how-manieth it is.</param>
internal sealed record Request(Channel Channel, Message Message, long Arrival)
{
    /// <summary>Its type, such as "execute_request".</summary>
    public string Type => Message.Header.Type;

    /// <summary>What it says.</summary>
    public JsonObject Content => Message.Content;
}
