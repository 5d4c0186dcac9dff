using System.Globalization;
using System.Text;

namespace Sroi.Notebooks.Supervising;

/// <summary>What the runtime says on standard error when it ends a process, taken out of what else is written there.</summary>
internal static class CrashText
{
    private const int Killed = 128 + 9;
    private const string Overflow = "Stack overflow.",
        FailFast = "Process terminated.",
        NoMemory = "Out of memory.";

    private static readonly string[] Beginnings = [Overflow, FailFast, NoMemory, "Fatal error."];

    /// <summary>Hands on each line up to the runtime's; these are the answer.</summary>
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

    /// <summary>Why a process has ended, in a sentence.</summary>
    public static string Reason(string crash, int exitCode)
    {
        // In the first lines; the frames come after them.
        string said = string.Join(' ', crash.Split('\n').TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal))).Trim();
        return crash.StartsWith(Overflow, StringComparison.Ordinal)
                ? "The cell ended the process: the stack overflowed. Look for a method that calls itself without end."
            : crash.StartsWith(FailFast, StringComparison.Ordinal)
                ? $"The cell ended the process with Environment.FailFast: {said[FailFast.Length..].Trim()}"
            : crash.StartsWith(NoMemory, StringComparison.Ordinal) || exitCode == Killed
                ? "The process of the cell was killed, as the system does where memory runs out. Let the cell need less of it."
            : said.Length > 0 ? $"The runtime ended the process of the cell. {said}"
            : string.Create(CultureInfo.InvariantCulture, $"The process of the cell has ended, with exit code {exitCode}.");
    }
}
