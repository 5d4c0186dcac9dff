namespace Sroi.Uncertainty.Streams;

/// <summary>A simulation cannot be run as requested; the message says why and what to do. Nothing has been drawn.</summary>
public sealed class SimulationException(string message) : Exception(message);
