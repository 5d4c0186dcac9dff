using System.Text;
using Sroi.Quantities;

namespace Sroi.Cli;

/// <summary>Passes text on with hidden characters made visible, so that text from a file or the command line cannot control the terminal.</summary>
/// <param name="to">The destination.</param>
/// <param name="beginning">Written unchanged before the first text; empty for nothing.</param>
internal sealed class VisibleWriter(TextWriter to, string beginning = "") : TextWriter
{
    private string _beginning = beginning;

    /// <summary>Wraps a writer so that hidden characters are made visible.</summary>
    public static Action<TextWriter> Over(Action<TextWriter> write) => to => write(new VisibleWriter(to));

    public override Encoding Encoding => to.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            to.Write(Interlocked.Exchange(ref _beginning, ""));
            to.Write(VisibleText.Of(value));
        }
    }

    public override void Flush() => to.Flush();
}
