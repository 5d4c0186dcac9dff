namespace Sroi.Parameters;

/// <summary>A scenario, variant or overlay that does not exist was asked for; the nearest match is named.</summary>
public sealed class UnknownNameException(string message) : Exception(message);
