using System.Diagnostics;
using System.Globalization;
using Sroi.Uncertainty;

namespace Sroi.Cli;

/// <summary>Tells on standard error how far a long simulation is: draws done, rate, time left. Short ones are not told of.</summary>
internal sealed class ProgressLine(TextWriter to, bool isTerminal) : IProgress<SimulationProgress>, IDisposable
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _turn = new();
    private TimeSpan _next = TimeSpan.FromSeconds(isTerminal ? 1 : 3);
    private int _width;

    // A terminal is written over twice a second; a file gets a line every ten seconds.
    private TimeSpan Every => TimeSpan.FromSeconds(isTerminal ? 0.5 : 10);

    public void Report(SimulationProgress value)
    {
        lock (_turn)
        {
            TimeSpan now = _watch.Elapsed;
            if (now < _next)
            {
                return;
            }

            _next = now + Every;
            double rate = value.Done / now.TotalSeconds;
            TimeSpan left = TimeSpan.FromSeconds((value.Total - value.Done) / Math.Max(1, rate));
            Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Done:N0} of {value.Total:N0} draws, {rate / 1e6:N1} million a second, {Told(left)} left (Ctrl-C stops and shows what is known)"
                )
            );
        }
    }

    /// <summary>Wipes the line away.</summary>
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

    private static string Told(TimeSpan time) =>
        time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours)} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)} s");
}
