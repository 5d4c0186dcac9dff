namespace Sroi.Notebooks.Protocol;

/// <summary>Received data is not a valid message of the protocol; the message says why.</summary>
internal sealed class WireException(string message) : Exception(message);
