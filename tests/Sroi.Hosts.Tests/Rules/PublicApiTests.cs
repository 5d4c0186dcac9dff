using System.Reflection;
using PublicApiGenerator;
using Sroi.Hosts.Tests.Approved;

namespace Sroi.Hosts.Tests.Rules;

/// <summary>The public API of each package is one approved text: a change to it is seen, and meant.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Sroi.Presentation")]
    [InlineData("Sroi.Notebooks")]
    [InlineData("Sroi.Batch")]
    public void The_public_api_is_the_approved_one(string package)
    {
        ApprovedText.Check(
            $"PublicApi.{package}",
            $"The public API of {package}, a change to which CHANGELOG.md tells under API,",
            Assembly.Load(package).GeneratePublicApi(new() { IncludeAssemblyAttributes = false })
        );
    }
}
