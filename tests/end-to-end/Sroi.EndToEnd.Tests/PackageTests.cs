using System.IO.Compression;
using System.Xml.Linq;

namespace Sroi.EndToEnd.Tests;

/// <summary>The packages, as those have them who find them by their names.</summary>
public sealed class PackageTests
{
    public static TheoryData<string> Packages => [.. WrittenFiles.Packages];

    [Fact]
    public void There_is_a_package_of_each_part() =>
        Assert.Equal(
            ["Sroi", "Sroi.Batch", "Sroi.Batch.Queue", "Sroi.Cli", "Sroi.Notebooks", "Sroi.Presentation"],
            WrittenFiles.Packages.Select(Name)
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_its_page_its_icon_and_its_licence(string package)
    {
        using ZipArchive files = Open(package, ".nupkg");
        XElement about = About(files);
        Assert.Equal("PACKAGE.md", Field(about, "readme"));
        Assert.Equal("icon.png", Field(about, "icon"));
        Assert.Equal("MIT", Field(about, "license"));
        Assert.Contains(Name(package), Text(files.GetEntry("PACKAGE.md")), StringComparison.Ordinal);

        // Every PNG begins with these eight bytes.
        byte[] start = new byte[8];
        ZipArchiveEntry? picture = files.GetEntry("icon.png");
        Assert.NotNull(picture);
        using Stream icon = picture.Open();
        icon.ReadExactly(start);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], start);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_explains_its_types_and_has_symbols(string package)
    {
        using ZipArchive files = Open(package, ".nupkg");
        using ZipArchive symbols = Open(package, ".snupkg");
        string name = Name(package),
            folder = name == "Sroi.Cli" ? ToolFolder(files) : "lib/net10.0";
        Assert.NotNull(files.GetEntry($"{folder}/{name}.dll"));
        Assert.NotNull(symbols.GetEntry($"{folder}/{name}.pdb"));
        if (name != "Sroi.Cli")
        {
            Assert.Contains($"<name>{name}</name>", Text(files.GetEntry($"{folder}/{name}.xml")), StringComparison.Ordinal);
        }
    }

    // One platform's programs, not those of all: what is downloaded stays small.
    [Fact]
    public void The_tool_has_the_programs_of_one_platform_and_brings_the_shipped_parameters()
    {
        string package = WrittenFiles.Packages.Single(one => Name(one) == "Sroi.Cli");
        Assert.InRange(new FileInfo(WrittenFiles.PathOf("packages", package + ".nupkg")).Length, 1, 45_000_000);
        using ZipArchive files = Open(package, ".nupkg");
        Assert.NotNull(files.GetEntry($"{ToolFolder(files)}/parameters/scenarios/croydon_sun.yaml"));
    }

    [Fact]
    public void The_library_brings_the_shipped_parameters_and_puts_them_beside_a_program()
    {
        using ZipArchive files = Open(WrittenFiles.Packages.Single(one => Name(one) == "Sroi"), ".nupkg");
        Assert.NotNull(files.GetEntry("parameters/scenarios/croydon_sun.yaml"));
        Assert.NotNull(files.GetEntry("parameters/appraisal/discounting.yaml"));
        Assert.NotNull(files.GetEntry("buildTransitive/Sroi.targets"));
    }

    // tools/net10.0/linux-x64, or that of another platform.
    private static string ToolFolder(ZipArchive files) =>
        Path.GetDirectoryName(files.Entries.Single(entry => entry.FullName.EndsWith("/Sroi.Cli.dll", StringComparison.Ordinal)).FullName)!
            .Replace('\\', '/');

    // Sroi.Cli.0.1.0 is Sroi.Cli.
    private static string Name(string package) => string.Join('.', package.Split('.').TakeWhile(part => !char.IsAsciiDigit(part[0])));

    private static ZipArchive Open(string package, string ending) => ZipFile.OpenRead(WrittenFiles.PathOf("packages", package + ending));

    private static XElement About(ZipArchive files)
    {
        using Stream about = files.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XElement.Load(about);
    }

    private static string? Field(XElement about, string name) => about.Descendants().FirstOrDefault(part => part.Name.LocalName == name)?.Value;

    private static string Text(ZipArchiveEntry? entry)
    {
        Assert.NotNull(entry);
        using StreamReader reader = new(entry.Open());
        return reader.ReadToEnd();
    }
}
