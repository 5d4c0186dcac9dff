using Sroi.Notebooks.Cells;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Packages that a cell asks for.</summary>
public sealed class PackageTests : SessionTest
{
    [Fact]
    public async Task A_package_is_got_and_keeps_its_version()
    {
        RecordedOutput output = await Run("#r \"nuget: Humanizer.Core, 2.14.1\"\nusing Humanizer;\n\"PeopleHelped\".Underscore()");
        Assert.Equal("people_helped", output.Plain);
        Assert.Empty(output.Displays);
        Assert.Equal("a_b", (await Run("#r \"nuget:Humanizer.Core\"\n\"aB\".Underscore()")).Plain);

        CellOutcome.Failed failed = await Fails("#r \"nuget: Humanizer.Core, 2.13.14\"");
        Assert.Equal(
            "Humanizer.Core 2.13.14 cannot be used: 2.14.1 is already loaded and cannot be replaced until the kernel is restarted. "
                + "Request 2.14.1, or restart the kernel.",
            failed.Message
        );
        Assert.Equal("c_d", (await Run("\"cD\".Underscore()")).Plain);
    }

    [Fact]
    public async Task What_the_kernel_carries_is_there_without_asking_anybody()
    {
        RecordedOutput output = await Run(
            "#i \"nuget:.\"\n#r \"nuget: Sroi.Presentation, 0.1.0\"\n#r \"nuget: Sroi\"\n#r \"nuget: MathNet.Numerics, 4.15.0\"\n#r \"nuget: Plotly.NET, 6.0.0\"\n"
                + "MathNet.Numerics.SpecialFunctions.Gamma(5)"
        );
        Assert.Equal(
            "24",
            Math.Round(double.Parse(output.Plain!, System.Globalization.CultureInfo.InvariantCulture))
                .ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public async Task A_later_version_of_what_the_kernel_carries_is_refused()
    {
        CellOutcome.Failed failed = await Fails("1\n#r \"nuget: MathNet.Numerics, 6.0.0-beta2\"");
        Assert.Equal(
            (
                "PackageError",
                "MathNet.Numerics 6.0.0-beta2 cannot be used: the kernel already has MathNet.Numerics 5.0.0. Request that version, or no version.",
                (int?)2
            ),
            (failed.Name, failed.Message, failed.Line)
        );
    }

    [Fact]
    public async Task A_package_that_nobody_has_is_told_with_the_reason_and_nothing_is_loaded()
    {
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "nuget.config"),
            "<configuration><packageSources><clear /><add key=\"here\" value=\".\" /></packageSources></configuration>"
        );
        CellOutcome.Failed failed = await Fails("#r \"nuget: Sroi.Nothing.Of.The.Kind, 1.0.0\"\nvar ran = 1;");
        Assert.Equal(
            "Could not be restored: Sroi.Nothing.Of.The.Kind 1.0.0.\n"
                + "NU1101: Unable to find package Sroi.Nothing.Of.The.Kind. No packages exist with this id in source(s): here",
            failed.Message
        );
        Assert.Equal("CompilationError", (await Fails("ran")).Name);
    }

    [Theory]
    [InlineData("nuget: A, 1.0, 2.0", "'nuget: A, 1.0, 2.0' is not a package. Write #r \"nuget: ID, VERSION\".")]
    [InlineData("nuget: A, newest", "'newest' is not a version of A. Write one such as 1.2.3, 1.2.* or [1.2,2.0), or omit it.")]
    [InlineData("nuget: A, 1.2.x", "'1.2.x' is not a version of A. Write one such as 1.2.3, 1.2.* or [1.2,2.0), or omit it.")]
    [InlineData("nuget:", "#r \"nuget:\": the name is missing. Write #r \"nuget: ID, VERSION\" or #r \"FILE.dll\".")]
    public async Task A_package_is_a_name_and_a_version(string text, string message) =>
        Assert.Equal(message, (await Fails($"#r \"{text}\"")).Message);

    [Fact]
    public async Task A_source_of_packages_must_be_there() =>
        Assert.Equal($"#i \"nuget:none\": there is no folder {Path.Combine(Folder, "none")}.", (await Fails("#i \"nuget:none\"")).Message);

    [Theory]
    [InlineData("2.14.*", "2.14.1")]
    [InlineData("[2.8,2.14.1)", "2.8.26")]
    [InlineData("[2.14.1]", "2.14.1")]
    public async Task A_range_of_versions_gives_one_and_it_is_named(string versions, string version)
    {
        RecordedOutput output = await Run($"#r \"nuget: Humanizer.Core, {versions}\"\ntypeof(Humanizer.To).Assembly.GetName().Name");
        Assert.Equal("Humanizer", output.Plain);
        Assert.Equal($"Humanizer.Core {version}", output.Displays.Single().Data["text/plain"]);
        Assert.Equal("1", (await Run($"#r \"nuget: Humanizer.Core, {versions}\"\n1")).Plain);
        Assert.StartsWith(
            $"Humanizer.Core [1.0,2.0) cannot be used: {version} is already loaded",
            (await Fails("#r \"nuget: Humanizer.Core, [1.0,2.0)\"")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_range_may_hold_what_the_kernel_carries()
    {
        Assert.Equal(
            "1",
            (
                await Run("#r \"nuget: MathNet.Numerics, 5.*\"\n#r \"nuget: MathNet.Numerics, [4.0,6.0)\"\n#r \"nuget: MathNet.Numerics, *-*\"\n1")
            ).Plain
        );
        Assert.StartsWith(
            "MathNet.Numerics 6.* cannot be used: the kernel already has MathNet.Numerics 5.0.0.",
            (await Fails("#r \"nuget: MathNet.Numerics, 6.*\"")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_versions_in_one_cell_are_refused() =>
        Assert.Equal(
            "This cell requests Humanizer.Core 3.* and Humanizer.Core 2.14.1, of which only one can be loaded. Request one of them.",
            (await Fails("#r \"nuget: Humanizer.Core, 2.14.1\"\n#r \"nuget: Humanizer.Core, 3.*\"")).Message
        );

    [Theory]
    [InlineData("https://127.0.0.1:9/v3/index.json", "it does not respond")]
    [InlineData("http://127.0.0.1:9/v3/index.json", "NuGet accepts only https addresses")]
    public async Task A_source_that_does_not_answer_stops_nothing_and_is_said_once(string source, string why)
    {
        RecordedOutput output = await Run($"#i \"nuget:{source}\"\n#r \"nuget: Humanizer.Core, 2.14.*\"\n1");
        Assert.Equal($"{source} cannot be used as a package source: {why}. The packages came from the other sources.\n", output.Errors);
        Assert.Equal("1", output.Plain);
        Assert.Equal("", (await Run("#r \"nuget: Newtonsoft.Json.Bson, 1.0.2\"\n1")).Errors);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_told_with_the_nearest() =>
        Assert.Matches(
            @"^Could not be restored: Humanizer\.Core 99\.0\.0\.\nNU1102: Unable to find package Humanizer\.Core with version \(= 99\.0\.0\)\. The nearest version is \d\S*\.$",
            (await Fails("#r \"nuget: Humanizer.Core, 99.0.0\"")).Message
        );
}
