using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Runs cells one after another until one fails; those queued behind it are then not run.</summary>
/// <param name="session">The session that runs them.</param>
/// <param name="outbox">Outgoing messages.</param>
/// <param name="questions">Questions to the user.</param>
/// <param name="history">The cells run so far.</param>
internal sealed class CellQueue(Task<IScriptSession> session, Outbox outbox, Questions questions, CellHistory history)
{
    private int _count;
    private long _notRunUpTo;
    private volatile bool _isInterrupted;
    private (CellRequest Cell, CellOutput Output)? _running;

    /// <summary>The arrival number of the last request received so far.</summary>
    public required Func<long> LastArrival { get; init; }

    /// <summary>Runs the cell of an execute_request and returns the content of the reply.</summary>
    public JsonObject Execute(Request request)
    {
        if (request.Arrival <= _notRunUpTo)
        {
            return new() { ["status"] = "aborted" };
        }

        _isInterrupted = false;
        CellRequest cell = new(request, request.Content.Text("code"), _count + 1);
        if (cell.IsStored)
        {
            _count = cell.Count;
        }

        if (!cell.IsSilent)
        {
            outbox.Publish(request.Message.Header, "execute_input", new() { ["code"] = cell.Code, ["execution_count"] = cell.Count });
        }

        JsonObject reply = Run(cell);
        reply["execution_count"] = cell.Count;
        reply["user_expressions"] ??= new JsonObject();
        reply["payload"] = new JsonArray();
        return reply;
    }

    /// <summary>Replies for a running cell that is ending the process.</summary>
    public void SayExit()
    {
        if (_running is var (cell, output))
        {
            const string Text =
                "The cell ended the kernel with Environment.Exit, and all variables are lost. Let the cell finish, or throw an exception.";
            JsonObject reply = Fail(cell, output, new("ProcessEnded", Text, Line: null, [Text]));
            reply["execution_count"] = cell.Count;
            outbox.Reply(cell.Request, reply);
            outbox.Status(cell.Request.Message.Header, "idle");
        }
    }

    /// <summary>Interrupts the running cell. Never blocks.</summary>
    public void Interrupt()
    {
        _isInterrupted = true;
        if (session.IsCompletedSuccessfully)
        {
            session.Result.Interrupt();
        }
    }

    private JsonObject Run(CellRequest cell)
    {
        CellOutput output = new(outbox, questions, cell);
        _running = (cell, output);
        try
        {
            CellOutcome outcome = Outcome(cell.Code, output);
            if (cell.IsStored)
            {
                history.Add(cell.Count, cell.Code, output.ResultText);
            }

            return outcome switch
            {
                CellOutcome.Failed failed => Fail(cell, output, failed),
                CellOutcome.Interrupted => Fail(cell, output, new("Interrupted", "The cell was interrupted.", null, ["The cell was interrupted."])),
                _ => Succeed(cell),
            };
        }
        finally
        {
            _running = null;
            output.End();
        }
    }

    private CellOutcome Outcome(string code, CellOutput output)
    {
        try
        {
            Task<CellOutcome> running = Session.RunAsync(code, output);
            if (_isInterrupted)
            {
                // The interrupt came when the cell had begun for the front end but not for the session.
                Session.Interrupt();
            }

            return running.GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            // A bug in running the cell must not end the session.
            string text = $"{error.GetType().Name}: {error.Message}";
            return new CellOutcome.Failed(error.GetType().Name, error.Message, null, [text, "This is a bug in sroi, not an error of yours."]);
        }
    }

    private IScriptSession Session => session.GetAwaiter().GetResult();

    private JsonObject Fail(CellRequest cell, CellOutput output, CellOutcome.Failed failed)
    {
        output.Error(Replies.Exception(failed.Name, failed.Message, failed.Traceback));
        if (cell.StopsOnError)
        {
            _notRunUpTo = LastArrival();
        }

        return Replies.Error(failed.Name, failed.Message, failed.Traceback);
    }

    private JsonObject Succeed(CellRequest cell)
    {
        JsonObject values = [];
        foreach ((string name, JsonNode? expression) in cell.Expressions)
        {
            values[name] = Value(expression);
        }

        JsonObject reply = Replies.Ok();
        reply["user_expressions"] = values;
        return reply;
    }

    private JsonObject Value(JsonNode? expression)
    {
        try
        {
            string text =
                expression is JsonValue value && value.TryGetValue(out string? found) ? found : throw new WireException("an expression is a text");
            MimeBundle bundle = Session.EvaluateAsync(text).GetAwaiter().GetResult();
            JsonObject content = Replies.Ok();
            content["data"] = Replies.Data(bundle);
            content["metadata"] = new JsonObject();
            return content;
        }
        catch (Exception error)
        {
            return Replies.Error(error.GetType().Name, error.Message, [error.Message]);
        }
    }
}
