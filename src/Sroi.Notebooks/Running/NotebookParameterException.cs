namespace Sroi.Notebooks.Running;

/// <summary>A notebook cannot be given a parameter; the message says which, and what it takes.</summary>
public sealed class NotebookParameterException(string message) : Exception(message);
