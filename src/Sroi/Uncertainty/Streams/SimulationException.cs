namespace Sroi.Uncertainty.Streams;

/// <summary>A simulation that cannot be run as asked; the message says why and what to do. Nothing has been drawn.</summary>
public sealed class SimulationException(string message) : Exception(message);
