namespace Sroi.Notebooks;

/// <summary>Something about notebooks cannot be done; the message says what was found, what is allowed and what to do.</summary>
public sealed class NotebookException : Exception
{
    /// <summary>With what to tell the user.</summary>
    public NotebookException(string message)
        : base(message) { }
}
