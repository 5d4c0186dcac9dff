namespace Sroi.Notebooks;

/// <summary>A notebook or a kernel cannot be used; the message says where, what was found and what to do.</summary>
public sealed class NotebookException(string message) : Exception(message);
