namespace Sroi.EndToEnd.Tests;

/// <summary>What was found amiss, told whole: the lists of the test framework are cut short.</summary>
internal static class Findings
{
    /// <summary>Fails with all of it where there is any.</summary>
    public static void AreNone(IEnumerable<string> findings) => Assert.Equal("", string.Join('\n', findings));
}
