namespace Sroi.Notebooks.Running;

/// <summary>A notebook does not accept a parameter; the message says which, and what is allowed.</summary>
public sealed class NotebookParameterException(string message) : Exception(message);
