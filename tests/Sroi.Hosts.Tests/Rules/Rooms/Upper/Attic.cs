namespace Sroi.Hosts.Tests.Rules.Rooms.Upper;

/// <summary>What the lower room must not know.</summary>
internal sealed class Attic;
