using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Requests about code that is not run: completion, inspection and completeness.</summary>
internal sealed class Introspection(Task<IScriptSession> session)
{
    private const string Indent = "    ";

    /// <summary>The content of the reply to a complete_request.</summary>
    public JsonObject Complete(Request request)
    {
        (string code, int position) = Place(request);
        CellCompletion completion = Session.CompleteAsync(code, position).GetAwaiter().GetResult();
        int start = CursorPosition.FromUtf16(code, completion.Start);
        int end = CursorPosition.FromUtf16(code, completion.End);
        JsonArray types = new([
            .. completion.Items.Select(item => new JsonObject
            {
                ["text"] = item.Text,
                ["type"] = item.Kind,
                ["start"] = start,
                ["end"] = end,
            }),
        ]);
        JsonObject reply = Replies.Ok();
        reply["matches"] = new JsonArray([.. completion.Items.Select(item => JsonValue.Create(item.Text))]);
        reply["cursor_start"] = start;
        reply["cursor_end"] = end;
        reply["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = types };
        return reply;
    }

    /// <summary>The content of the reply to an inspect_request.</summary>
    public JsonObject Inspect(Request request)
    {
        (string code, int position) = Place(request);
        MimeBundle? found = Session.InspectAsync(code, position).GetAwaiter().GetResult();
        JsonObject reply = Replies.Ok();
        reply["found"] = found is not null;
        reply["data"] = found is null ? [] : Replies.Data(found);
        reply["metadata"] = new JsonObject();
        return reply;
    }

    /// <summary>The content of the reply to an is_complete_request.</summary>
    public JsonObject IsComplete(Request request) =>
        Session.IsComplete(request.Content.Text("code")) switch
        {
            CellCompleteness.Complete => new() { ["status"] = "complete" },
            CellCompleteness.Incomplete => new() { ["status"] = "incomplete", ["indent"] = Indent },
            _ => new() { ["status"] = "invalid" },
        };

    private IScriptSession Session => session.GetAwaiter().GetResult();

    private static (string Code, int Position) Place(Request request)
    {
        string code = request.Content.Text("code");
        return (code, CursorPosition.ToUtf16(code, request.Content.Number("cursor_pos", otherwise: int.MaxValue)));
    }
}
