using System.Text;
using Sroi.Reports;

namespace Sroi.Cli;

/// <summary>
/// Standard output or standard error. If writing fails, the reason is kept and the rest is discarded, so that files are still written and the exit
/// code is that of the work. A pipe whose reader has gone accepts everything, as with other tools.
/// </summary>
internal sealed class StandardStream : TextWriter
{
    private readonly TextWriter? _to;

    /// <summary>Opens the stream at once, so that no file opened later is given the descriptor of a closed stream.</summary>
    public StandardStream(Func<TextWriter> open)
    {
        try
        {
            _to = open();
        }
        catch (Exception error) when (IsTrouble(error))
        {
            // Reported when something is written.
        }
    }

    /// <summary>Why writing failed, in words; null if it has not.</summary>
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
