using System.Globalization;
using Sroi.Notebooks.Running;

namespace Sroi.Cli;

/// <summary>Shows the progress of a notebook on standard error: on a terminal one line that is overwritten, in a file one line for each cell.</summary>
internal sealed class CellProgressLine(TextWriter to, bool isTerminal) : IDisposable
{
    private int _width;

    public void Report(CellProgress progress)
    {
        string cell = string.Create(CultureInfo.InvariantCulture, $"cell {progress.Number} of {progress.Total}");
        string? took = progress.Took is { } time ? string.Create(CultureInfo.InvariantCulture, $"{cell}: {time.TotalSeconds:0.0} s") : null;
        if (isTerminal)
        {
            string text = took ?? cell;
            to.Write($"\r{text.PadRight(_width)}");
            _width = text.Length;
        }
        else if (took is not null)
        {
            to.WriteLine(took);
        }
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_width > 0)
        {
            to.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }
}
