namespace Sroi.Sensitivity;

/// <summary>An analysis cannot be done as requested; the message says why, what is allowed and what to do. Nothing has been computed.</summary>
public sealed class SensitivityException(string message) : Exception(message);
