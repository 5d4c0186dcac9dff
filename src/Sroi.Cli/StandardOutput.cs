using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sroi.Cli;

/// <summary>The destination of standard output.</summary>
internal static class StandardOutput
{
    private const int Number = 1,
        OfWindows = -11;

    /// <summary>Whether standard output goes to a file to which nothing has been written yet.</summary>
    public static bool IsFile()
    {
        if (!System.Console.IsOutputRedirected)
        {
            return false;
        }

        try
        {
            using SafeFileHandle handle = new(OperatingSystem.IsWindows() ? GetStdHandle(OfWindows) : Number, ownsHandle: false);
            using FileStream stream = new(handle, FileAccess.Write, bufferSize: 0);
            return stream is { CanSeek: true, Position: 0 };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Standard output is closed, or its handle is not usable.
            return false;
        }
    }

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int which);
}
