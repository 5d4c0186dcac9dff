using Sroi.Hosts.Tests.Rules.Rooms.Upper;

namespace Sroi.Hosts.Tests.Rules.Rooms.Lower;

/// <summary>A deliberate breach, inside a method's body only: the lower room knows the upper one.</summary>
internal static class Cellar
{
    public static string Name() => string.Concat(Enumerable.Repeat(0, 1).Select(_ => new Attic().ToString()));
}
