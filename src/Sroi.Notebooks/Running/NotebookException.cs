namespace Sroi.Notebooks.Running;

/// <summary>A notebook cannot be used as it is; the message says where, what was found and what to do.</summary>
public sealed class NotebookException(string message) : Exception(message);

/// <summary>A notebook cannot be given a parameter; the message says which, and what it takes.</summary>
public sealed class NotebookParameterException(string message) : Exception(message);
