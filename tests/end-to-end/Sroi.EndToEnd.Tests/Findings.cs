namespace Sroi.EndToEnd.Tests;

/// <summary>What was found amiss, told whole: what the test framework compares it cuts short.</summary>
internal static class Findings
{
    /// <summary>Fails with all of it where there is any.</summary>
    public static void AreNone(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
