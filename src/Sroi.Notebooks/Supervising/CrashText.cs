using System.Globalization;
using System.Text;

namespace Sroi.Notebooks.Supervising;

/// <summary>The message of the runtime on standard error when it ends a process, separated from other text.</summary>
internal static class CrashText
{
    private const int Killed = 128 + 9;
    private const string Overflow = "Stack overflow.",
        FailFast = "Process terminated.",
        NoMemory = "Out of memory.";

    private static readonly string[] Beginnings = [Overflow, FailFast, NoMemory, "Fatal error."];

    /// <summary>Passes on each line up to the runtime's message, which is returned.</summary>
    public static async Task<string> ReadAsync(StreamReader from, TextWriter others)
    {
        StringBuilder crash = new();
        while (await from.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (crash.Length > 0 || Beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal)))
            {
                crash.Append(line).Append('\n');
            }
            else
            {
                await others.WriteLineAsync(line).ConfigureAwait(false);
            }
        }

        return crash.ToString();
    }

    /// <summary>The reason a process ended, in a sentence.</summary>
    public static string Reason(string crash, int exitCode)
    {
        // In the first lines, before the stack frames.
        string said = string.Join(' ', crash.Split('\n').TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal))).Trim();
        return crash.StartsWith(Overflow, StringComparison.Ordinal)
                ? "The cell ended the process: stack overflow. Look for a method that calls itself without end."
            : crash.StartsWith(FailFast, StringComparison.Ordinal)
                ? $"The cell ended the process with Environment.FailFast: {said[FailFast.Length..].Trim()}"
            : crash.StartsWith(NoMemory, StringComparison.Ordinal) || exitCode == Killed
                ? "The process of the cell was killed, probably because memory ran out. Reduce the memory the cell needs."
            : said.Length > 0 ? $"The runtime ended the process of the cell. {said}"
            : string.Create(CultureInfo.InvariantCulture, $"The process of the cell has ended, with exit code {exitCode}.");
    }
}
