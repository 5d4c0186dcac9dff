using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Sroi.Notebooks.Scripting;

/// <summary>
/// The documentation of the framework, which is part of the SDK; without an SDK there is none.
/// </summary>
internal sealed class FrameworkDocumentation(string assembly) : DocumentationProvider
{
    // Most types are documented under the name of a different assembly from the one that contains them.
    private static readonly string[] Usual = ["System.Runtime", "System.Collections", "System.Linq", "System.Console"];

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Files = new(StringComparer.Ordinal);

    private static readonly Lazy<string?> s_folder = new(() =>
    {
        string packs = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        string framework = string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.0");
        return Directory.Exists(packs)
            ? Directory.EnumerateDirectories(packs).Select(version => Path.Combine(version, "ref", framework)).LastOrDefault(Directory.Exists)
            : null;
    });

    public override bool Equals(object? obj) => obj is FrameworkDocumentation other && other.Assembly == Assembly;

    public override int GetHashCode() => Assembly.GetHashCode(StringComparison.Ordinal);

    private string Assembly { get; } = assembly;

    protected override string? GetDocumentationForSymbol(
        string documentationMemberID,
        CultureInfo preferredCulture,
        CancellationToken cancellationToken
    ) =>
        Usual
            .Prepend(Assembly)
            .Select(name => Files.GetOrAdd(name, Read).GetValueOrDefault(documentationMemberID))
            .FirstOrDefault(documentation => documentation is not null)
        ?? "";

    private static Dictionary<string, string> Read(string name)
    {
        string file = Path.Combine(s_folder.Value ?? "", $"{name}.xml");
        return s_folder.Value is null || !File.Exists(file)
            ? []
            : XDocument
                .Load(file)
                .Descendants("member")
                .DistinctBy(member => (string?)member.Attribute("name"))
                .ToDictionary(member => (string?)member.Attribute("name") ?? "", member => member.ToString(), StringComparer.Ordinal);
    }
}
