using Sroi.Notebooks.Execution;

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
            "Humanizer.Core 2.13.14 cannot be used: 2.14.1 is loaded already, and stays so until the kernel is started again. "
                + "Ask for 2.14.1, or start it again.",
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
                "MathNet.Numerics 6.0.0-beta2 cannot be used: the kernel carries MathNet.Numerics 5.0.0 itself. Ask for that version or for none.",
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
            "Not to be had: Sroi.Nothing.Of.The.Kind 1.0.0.\n"
                + "NU1101: Unable to find package Sroi.Nothing.Of.The.Kind. No packages exist with this id in source(s): here",
            failed.Message
        );
        Assert.Equal("CompilationError", (await Fails("ran")).Name);
    }

    [Theory]
    [InlineData("nuget: A, 1.0, 2.0", "'nuget: A, 1.0, 2.0' is not a package. Write #r \"nuget: ID, VERSION\".")]
    [InlineData("nuget: A, newest", "'newest' is not a version of A. Write one such as 1.2.3, or leave it out.")]
    [InlineData("nuget:", "#r \"nuget:\": there is no name. Write #r \"nuget: ID, VERSION\" or #r \"FILE.dll\".")]
    public async Task A_package_is_a_name_and_a_version(string text, string message) =>
        Assert.Equal(message, (await Fails($"#r \"{text}\"")).Message);

    [Fact]
    public async Task A_source_of_packages_must_be_there() =>
        Assert.Equal($"#i \"nuget:none\": there is no folder {Path.Combine(Folder, "none")}.", (await Fails("#i \"nuget:none\"")).Message);
}
