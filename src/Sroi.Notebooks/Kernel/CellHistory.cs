using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>The cells that this kernel has run. Earlier sessions are not remembered.</summary>
internal sealed class CellHistory
{
    // The number of this session, which the protocol also calls 0.
    private const int ThisSession = 1;

    private readonly List<Entry> _entries = [];

    /// <summary>Remembers a cell.</summary>
    /// <param name="count">Its number.</param>
    /// <param name="code">Its source.</param>
    /// <param name="result">Its value as text; null if it had none.</param>
    public void Add(int count, string code, string? result) => _entries.Add(new(count, code, result));

    /// <summary>The content of the reply to a history_request.</summary>
    /// <exception cref="WireException">The access type is not tail, range or search.</exception>
    public JsonObject Reply(Request request)
    {
        JsonObject asked = request.Content;
        bool withOutput = asked.IsTrue("output", otherwise: false);
        JsonObject reply = Replies.Ok();
        reply["history"] = new JsonArray([.. Found(asked).Select(entry => entry.Write(withOutput))]);
        return reply;
    }

    private IEnumerable<Entry> Found(JsonObject asked) =>
        asked.Text("hist_access_type") switch
        {
            "tail" => _entries.TakeLast(asked.Number("n", otherwise: 10)),
            "range" => Range(asked),
            "search" => Search(asked),
            var other => throw new WireException($"'{other}' is not a hist_access_type; the types are tail, range and search"),
        };

    private IEnumerable<Entry> Range(JsonObject asked)
    {
        int start = asked.Number("start", otherwise: 1);
        int stop = asked.Number("stop", otherwise: int.MaxValue);
        return asked.Number("session", otherwise: 0) is 0 or ThisSession ? _entries.Where(e => e.Count >= start && e.Count < stop) : [];
    }

    private IEnumerable<Entry> Search(JsonObject asked)
    {
        string pattern = asked.TextOrNull("pattern") ?? "*";
        IEnumerable<Entry> found = _entries.Where(e => FileSystemName.MatchesSimpleExpression(Escaped(pattern), e.Code, ignoreCase: false));
        if (asked.IsTrue("unique", otherwise: false))
        {
            found = found.Reverse().DistinctBy(e => e.Code).Reverse();
        }

        return found.TakeLast(asked.Number("n", otherwise: int.MaxValue));
    }

    // In a pattern, a backslash is literal.
    private static string Escaped(string pattern) => pattern.Replace("\\", "\\\\", StringComparison.Ordinal);

    private sealed record Entry(int Count, string Code, string? Result)
    {
        public JsonArray Write(bool withOutput) => new(ThisSession, Count, withOutput ? new JsonArray(Code, Result) : Code);
    }
}
