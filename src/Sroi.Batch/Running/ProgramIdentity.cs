using Sroi.Uncertainty.Running;

namespace Sroi.Batch.Running;

/// <summary>Identifies the program: its version and its build, so that another build computes again what it might compute differently.</summary>
public static class ProgramIdentity
{
    /// <summary>The version, such as <c>0.1.0</c>.</summary>
    public static string Version => RunManifest.LibraryVersion;

    /// <summary>The build: the identities that the compiler gave the library and the batch runs.</summary>
    public static string Build { get; } =
        $"{typeof(RunManifest).Assembly.ManifestModule.ModuleVersionId:N}{typeof(ProgramIdentity).Assembly.ManifestModule.ModuleVersionId:N}";

    internal static string Text => $"sroi {Version} {Build}";
}
