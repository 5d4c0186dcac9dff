using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>A cell to run.</summary>
/// <param name="Request">Its request.</param>
/// <param name="Code">Its source.</param>
/// <param name="Count">Its number.</param>
internal sealed record CellRequest(Request Request, string Code, int Count)
{
    /// <summary>It shows nothing and is not numbered.</summary>
    public bool IsSilent { get; } = Request.Content.IsTrue("silent", otherwise: false);

    /// <summary>It is counted and remembered.</summary>
    public bool IsStored { get; } = !Request.Content.IsTrue("silent", otherwise: false) && Request.Content.IsTrue("store_history", otherwise: true);

    /// <summary>A user can answer questions.</summary>
    public bool AllowsQuestions { get; } = Request.Content.IsTrue("allow_stdin", otherwise: true);

    /// <summary>If it fails, cells queued behind it do not run.</summary>
    public bool StopsOnError { get; } = Request.Content.IsTrue("stop_on_error", otherwise: true);

    /// <summary>Expressions to evaluate after it has run, by name.</summary>
    public JsonObject Expressions { get; } = Request.Content["user_expressions"] as JsonObject ?? [];
}
