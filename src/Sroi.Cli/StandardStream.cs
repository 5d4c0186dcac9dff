using System.Text;
using Sroi.Reports;

namespace Sroi.Cli;

/// <summary>
/// Standard output or standard error. What it does not take is given up, so that files are still written and the exit code is that of the work; why it did not
/// is kept. A pipe whose reader has left takes everything, as other tools have it.
/// </summary>
internal sealed class StandardStream : TextWriter
{
    private readonly TextWriter? _to;

    /// <summary>Opens a stream, at once: no file that is written later gets the number of one that is closed.</summary>
    public StandardStream(Func<TextWriter> open)
    {
        try
        {
            _to = open();
        }
        catch (Exception error) when (IsTrouble(error))
        {
            // Which matters only once something is written.
        }
    }

    /// <summary>Why something could not be written, in words; null where everything was, or nothing was tried.</summary>
    public string? Trouble { get; private set; }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Try(to => to.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(to => to.Write(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => Try(to => to.Write(value));

    public override void WriteLine(string? value) => Try(to => to.WriteLine(value));

    public override void Flush() => _to?.Flush();

    private void Try(Action<TextWriter> write)
    {
        if (Trouble is not null)
        {
            return;
        }

        try
        {
            write(_to ?? throw new IOException("it is closed"));
        }
        catch (Exception error) when (IsTrouble(error))
        {
            Trouble = UnwrittenFileException.Reason(error) ?? error.Message.TrimEnd('.');
        }
    }

    private static bool IsTrouble(Exception error) => error is IOException || UnwrittenFileException.Reason(error) is not null;
}
