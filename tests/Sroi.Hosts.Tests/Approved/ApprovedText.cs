namespace Sroi.Hosts.Tests.Approved;

/// <summary>A text beside the one that somebody has read and approved.</summary>
internal static class ApprovedText
{
    /// <summary>Fails where the text differs from the approved one of that name, and leaves the text received beside it.</summary>
    public static void Check(string name, string what, string text)
    {
        string approved = Path.Combine(TestFolder.Root, "tests", "Sroi.Hosts.Tests", "Approved", name + ".txt");
        string received = Path.ChangeExtension(approved, ".received.txt"),
            found = text.ReplaceLineEndings("\n");
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == found)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, found);
        Assert.Fail($"{what} differs from the approved one. Compare {received} with {approved}; if the change is meant, put it in its place.");
    }
}
