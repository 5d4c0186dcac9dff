using System.Text;
using Sroi.Quantities;

namespace Sroi.Cli;

/// <summary>Writes text on, with hidden characters written out: what a file, a name or the command line holds cannot steer the terminal.</summary>
/// <param name="to">Where it goes.</param>
/// <param name="beginning">What stands before the first text, as it is; empty for nothing.</param>
internal sealed class VisibleWriter(TextWriter to, string beginning = "") : TextWriter
{
    private string _beginning = beginning;

    /// <summary>What writes text, with hidden characters written out.</summary>
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
