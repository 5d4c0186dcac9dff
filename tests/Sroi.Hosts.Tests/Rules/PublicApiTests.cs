using System.Reflection;
using PublicApiGenerator;

namespace Sroi.Hosts.Tests.Rules;

/// <summary>The public API of each package is one approved text: a change to it is seen, and meant.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Sroi.Presentation")]
    [InlineData("Sroi.Notebooks")]
    public void The_public_api_is_the_approved_one(string package)
    {
        string approved = Path.Combine(TestFolder.Root, "tests", "Sroi.Hosts.Tests", "Approved", $"PublicApi.{package}.txt");
        string api = Assembly.Load(package).GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        string received = Path.ChangeExtension(approved, ".received.txt");
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == api)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, api);
        Assert.Fail(
            $"The public API of {package} differs from the approved one. Compare {received} with {approved}; if the change is meant, put it in its place and say so in CHANGELOG.md under API."
        );
    }
}
