using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Packages;

/// <summary>
/// Restores packages as any project does: <c>dotnet restore</c> of a temporary project, with the sources and the cache of this machine.
/// </summary>
internal static partial class PackageRestore
{
    private static readonly string[] OfTheBuild =
    [
        "MSBuildSDKsPath",
        "MSBuildExtensionsPath",
        "MSBUILD_EXE_PATH",
        "MSBuildLoadMicrosoftTargetsReadOnly",
    ];

    /// <summary>The portable runtime identifier of this machine.</summary>
    public static string Rid { get; } =
        (
            OperatingSystem.IsWindows() ? "win-"
            : OperatingSystem.IsMacOS() ? "osx-"
            : "linux-"
        ) + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>Restores a set of packages with their dependencies.</summary>
    /// <param name="references">Names and versions in NuGet's notation, such as "[1.2.3]" or "*".</param>
    /// <param name="sources">Additional sources.</param>
    /// <param name="folder">The notebook's folder, for its NuGet settings.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="PackageRestoreException">The restore failed; the message is NuGet's reason.</exception>
    public static async Task<Restored> RunAsync(
        IEnumerable<(string Id, string Version)> references,
        IEnumerable<string> sources,
        string folder,
        CancellationToken stop
    )
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("sroi-packages-");
        try
        {
            string project = Path.Combine(temporary.FullName, "packages.csproj");
            await File.WriteAllTextAsync(project, Project(references, sources, folder), stop).ConfigureAwait(false);
            (int code, string output) = await DotnetAsync(project, stop).ConfigureAwait(false);
            return code == 0
                ? new(RestoredAssets.Read(Path.Combine(temporary.FullName, "obj", "project.assets.json"), Rid), Sources(DeadSource(), output))
                : throw new PackageRestoreException(Reason(output))
                {
                    DeadSources = Sources(DeadSource(), output),
                    OpenSources = Sources(OpenSource(), output),
                };
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static string Project(IEnumerable<(string Id, string Version)> references, IEnumerable<string> sources, string folder) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{Rid}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                <RestoreIgnoreFailedSources>true</RestoreIgnoreFailedSources>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references.Select(package => $"    <PackageReference Include=\"{package.Id}\" Version=\"{package.Version}\" />"))}
              </ItemGroup>
            </Project>
            """;

    private static async Task<(int Code, string Output)> DotnetAsync(string project, CancellationToken stop)
    {
        ProcessStartInfo start = new(DotnetProgram.Path)
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] arguments =
        [
            "restore",
            project,
            "--verbosity",
            "quiet",
            "-nodeReuse:false",
            "-p:ImportDirectoryBuildProps=false",
            "-p:ImportDirectoryBuildTargets=false",
            "-p:ImportDirectoryPackagesProps=false",
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        OfTheBuild.ToList().ForEach(name => start.Environment.Remove(name));
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Started(start);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(stop);
        Task<string> errors = process.StandardError.ReadToEndAsync(stop);
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            // Its folder is deleted next, which fails while the process still writes there.
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PackageRestoreException("packages need the .NET SDK, but its command 'dotnet' was not found.");
        }
    }

    private static ImmutableArray<string> Sources(Regex named, string output) =>
        [.. named.Matches(output).Select(dead => dead.Groups["source"].Value).Distinct(StringComparer.Ordinal)];

    private static string Reason(string output)
    {
        string[] reasons = [.. ErrorLine().Matches(output).Select(error => error.Groups[1].Value.TrimEnd()).Distinct(StringComparer.Ordinal)];
        string? nearest = reasons.Select(line => Found().Match(line).Groups["nearest"]).LastOrDefault(group => group.Success)?.Value;
        string[] sentences = [.. reasons.Where(line => !Found().IsMatch(line)).Select(line => line.Trim())];
        return sentences.Length == 0 ? output.Trim() : string.Join('\n', sentences) + (nearest is null ? "" : $". The nearest version is {nearest}.");
    }

    // "Unable to load the service index for source ADDRESS.", "The local source 'FOLDER' doesn't exist."
    [GeneratedRegex(@"NU1801: .*?source (?:'(?<source>[^'\n]+)'|(?<source>\S+?)\.?\s*(?:\[.*)?$)", RegexOptions.Multiline)]
    private static partial Regex DeadSource();

    [GeneratedRegex(@"source: (?<source>\S+?)\. NuGet requires HTTPS")]
    private static partial Regex OpenSource();

    // For a missing version, NuGet lists for each source how many others there are.
    [GeneratedRegex(@"^NU\d+:\s+- Found .*?(?:Nearest version: (?<nearest>\S+)[^\n]*)?$")]
    private static partial Regex Found();

    [GeneratedRegex(@"error\s*:?\s*((?:NU|MSB|NETSDK)\d+: .*?)(?: \[[^\]\n]*proj\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}

/// <summary>The result of a restore.</summary>
/// <param name="Packages">The packages.</param>
/// <param name="DeadSources">Sources that did not answer.</param>
internal sealed record Restored(ImmutableArray<RestoredPackage> Packages, ImmutableArray<string> DeadSources);

/// <summary>Packages cannot be restored; the message is NuGet's reason.</summary>
internal sealed class PackageRestoreException(string message) : Exception(message)
{
    /// <summary>Sources that did not answer.</summary>
    public ImmutableArray<string> DeadSources { get; init; } = [];

    /// <summary>Sources that NuGet refuses because they are not encrypted.</summary>
    public ImmutableArray<string> OpenSources { get; init; } = [];
}
