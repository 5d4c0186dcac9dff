using System.Reflection;
using System.Xml.Linq;

namespace Sroi.Hosts.Tests.Rules;

/// <summary>The projects depend on each other in one direction only: figures, their presentation, notebooks, the command.</summary>
public class ProjectTests
{
    private static readonly string[] Order = ["Sroi", "Sroi.Presentation", "Sroi.Notebooks", "Sroi.Batch", "Sroi.Batch.Queue", "Sroi.Cli"];

    [Fact]
    public void A_project_refers_only_to_those_before_it() => Assert.Empty(Breaches(Order.Select(project => (project, ReferredTo(project)))));

    // The built assembly names what is used, also where a reference comes from another reference.
    [Fact]
    public void A_built_project_uses_only_those_before_it() => Assert.Empty(Breaches(Order.Select(project => (project, Used(project)))));

    [Fact]
    public void A_breach_would_be_found()
    {
        (string, string[])[] wrong = [("Sroi", ["Sroi.Presentation"]), ("Sroi.Presentation", ["Sroi"]), ("Sroi.Notebooks", ["Sroi.Cli", "NetMQ"])];
        Assert.Equal(["Sroi knows Sroi.Presentation", "Sroi.Notebooks knows Sroi.Cli"], Breaches(wrong));
    }

    [Fact]
    public void What_is_referred_to_and_used_is_found()
    {
        Assert.Equal(["Sroi"], ReferredTo("Sroi.Presentation"));
        Assert.Equal(["Sroi.Batch.Queue", "Sroi.Notebooks", "Sroi.Presentation"], ReferredTo("Sroi.Cli"));
        Assert.Contains("Sroi", Used("Sroi.Presentation"));
        Assert.Contains("Sroi.Presentation", Used("Sroi.Notebooks"));
    }

    private static IEnumerable<string> Breaches(IEnumerable<(string Project, string[] Known)> projects) =>
        projects.SelectMany(project =>
            project
                .Known.Where(known => Array.IndexOf(Order, known) >= Array.IndexOf(Order, project.Project))
                .Select(known => $"{project.Project} knows {known}")
        );

    private static string[] ReferredTo(string project) =>
        [
            .. XDocument
                .Load(Path.Combine(TestFolder.Root, "src", project, project + ".csproj"))
                .Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)),
        ];

    private static string[] Used(string project) => [.. Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!)];
}
