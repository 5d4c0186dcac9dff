namespace Sroi.Notebooks;

/// <summary>A notebook, or a kernel for notebooks, cannot be used as it is; the message says where, what was found and what to do.</summary>
public sealed class NotebookException(string message) : Exception(message);
