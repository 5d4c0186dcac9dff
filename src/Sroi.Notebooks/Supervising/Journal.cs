namespace Sroi.Notebooks.Supervising;

/// <summary>The fields of a journal's lines.</summary>
internal static class Journal
{
    public const string Number = "number",
        Total = "total",
        Took = "took",
        Index = "index",
        Cell = "cell",
        Exits = "exits",
        Notebook = "notebook",
        Failures = "failures",
        IsStopped = "is_stopped";
}
