using System.Diagnostics;
using System.Globalization;
using Sroi.Batch.Running;
using Sroi.Uncertainty.Running;

namespace Sroi.Cli;

/// <summary>Shows the progress of long work on standard error: work done, rate and time left. Short work shows nothing.</summary>
internal sealed class ProgressLine(TextWriter to, bool isTerminal) : IProgress<SimulationProgress>, IProgress<BatchProgress>, IDisposable
{
    // A year; a longer estimate is no help.
    private const double MostSeconds = 365 * 86_400;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _turn = new();
    private TimeSpan _next = TimeSpan.FromSeconds(isTerminal ? 1 : 3);
    private int _width;

    // A terminal is updated twice a second; a file gets a line every ten seconds.
    private TimeSpan Every => TimeSpan.FromSeconds(isTerminal ? 0.5 : 10);

    public void Report(SimulationProgress value) =>
        Report(
            value.Done,
            value.Total,
            rate =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Done:N0} of {value.Total:N0} draws, {rate / 1e6:N1} million a second, {Left(value.Total - value.Done, rate)} left (Ctrl-C stops and shows the result so far)"
                )
        );

    public void Report(BatchProgress value) =>
        Report(
            value.Done,
            value.Total,
            rate =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Done:N0} of {value.Total:N0} runs{(value.Failed > 0 ? $", {value.Failed:N0} failed" : "")}, {rate:N1} a second, {Left(value.Total - value.Done, rate)} left (Ctrl-C stops; finished runs are kept)"
                )
        );

    private void Report(long done, long total, Func<double, string> line)
    {
        lock (_turn)
        {
            TimeSpan now = _watch.Elapsed;
            if (now >= _next)
            {
                _next = now + Every;
                Write(line(done / now.TotalSeconds));
            }
        }
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (isTerminal && _width > 0)
        {
            to.Write($"\r{new string(' ', _width)}\r");
        }
    }

    private void Write(string text)
    {
        if (isTerminal)
        {
            to.Write($"\r{text.PadRight(_width)}");
            _width = text.Length;
        }
        else
        {
            to.WriteLine(text);
        }
    }

    private static string Left(long work, double rate) =>
        rate > 0 ? InWords(TimeSpan.FromSeconds(Math.Min(work / rate, MostSeconds))) : "unknown time";

    /// <summary>A length of time in words, such as 2 min 5 s.</summary>
    public static string InWords(TimeSpan time) =>
        time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours)} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)} s");
}
