using System.Globalization;

namespace Sroi.Sensitivity;

/// <summary>Rejects requests that have no answer, before any work is done.</summary>
internal static class Limits
{
    private const int MostDraws = 100_000_000;

    // Squares of larger numbers are infinite.
    private const double Largest = 1e150;

    /// <summary>Whether a number and its square can be summed.</summary>
    public static bool IsUsable(double value) => Math.Abs(value) <= Largest;

    /// <exception cref="SensitivityException">Too few or too many draws or threads.</exception>
    public static void CheckDraws(long draws, int least, string what, int? threads)
    {
        if (draws < least || draws > MostDraws)
        {
            throw new SensitivityException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{draws:N0} draws are too {(draws < least ? "few" : "many")} for {what}: use between {least:N0} and {MostDraws:N0}."
                )
            );
        }

        CheckThreads(threads);
    }

    /// <exception cref="SensitivityException">Too few or too many threads.</exception>
    public static void CheckThreads(int? threads)
    {
        if (threads is < 1 or > 1024)
        {
            throw new SensitivityException($"The number of threads must be from 1 to 1,024; found {threads:N0}.");
        }
    }
}
