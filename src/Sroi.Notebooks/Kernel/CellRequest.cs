using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>A cell that is to run.</summary>
/// <param name="Request">The request that asks for it.</param>
/// <param name="Code">Its source.</param>
/// <param name="Count">Its number.</param>
internal sealed record CellRequest(Request Request, string Code, int Count)
{
    /// <summary>It shows nothing and has no number.</summary>
    public bool IsSilent { get; } = Request.Content.IsTrue("silent", otherwise: false);

    /// <summary>It is counted and remembered.</summary>
    public bool IsStored { get; } = !Request.Content.IsTrue("silent", otherwise: false) && Request.Content.IsTrue("store_history", otherwise: true);

    /// <summary>Somebody is there to answer.</summary>
    public bool AllowsQuestions { get; } = Request.Content.IsTrue("allow_stdin", otherwise: true);

    /// <summary>If it fails, cells that wait behind it do not run.</summary>
    public bool StopsOnError { get; } = Request.Content.IsTrue("stop_on_error", otherwise: true);

    /// <summary>Expressions to compute when it has run, by name.</summary>
    public JsonObject Expressions { get; } = Request.Content["user_expressions"] as JsonObject ?? [];
}
