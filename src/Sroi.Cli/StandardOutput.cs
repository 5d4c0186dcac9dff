using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sroi.Cli;

/// <summary>Where standard output goes.</summary>
internal static class StandardOutput
{
    private const int Number = 1,
        OfWindows = -11;

    /// <summary>Whether it goes into a file, and nothing has been written to that file yet.</summary>
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
            // It is closed, or cannot be asked.
            return false;
        }
    }

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int which);
}
