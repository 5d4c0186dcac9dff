namespace Sroi.Notebooks.Protocol;

/// <summary>What came in is no message of the protocol, or asks without saying what; the message says why.</summary>
internal sealed class WireException(string message) : Exception(message);
