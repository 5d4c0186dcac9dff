using PublicApiGenerator;

namespace Sroi.Tests.Rules;

/// <summary>The public API is one approved text: a change to it is seen, and meant.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_approved_one()
    {
        string approved = Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "Approved", "PublicApi.txt");
        string api = typeof(Sroi.Quantities.Formula).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        string received = Path.ChangeExtension(approved, ".received.txt");
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == api)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, api);
        Assert.Fail(
            $"The public API differs from the approved one. Compare {received} with {approved}; if the change is meant, put it in its place and say so in CHANGELOG.md under API."
        );
    }
}
