using System.Runtime.InteropServices;

namespace Sroi.Notebooks;

/// <summary>The command <c>dotnet</c>.</summary>
public static class DotnetProgram
{
    /// <summary>The one that runs this program, if known; it need not be on the path.</summary>
    public static string Path
    {
        get
        {
            string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            string own = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
            return File.Exists(own) ? own : "dotnet";
        }
    }
}
