namespace Sroi.Batch.Results;

/// <summary>A batch cannot go on, for a reason that the message says together with what to do. What was finished is kept.</summary>
public sealed class BatchException(string message, Exception? cause = null) : Exception(message, cause);
