using System.Text;

namespace Sroi.Notebooks.Cells;

/// <summary>
/// While a session is open, the console of the process belongs to the cell: what a cell writes is its output, and what it reads is a question to the user.
/// </summary>
internal static class CellConsole
{
    private static readonly Lock Turn = new();
    private static int s_sessions;
    private static (TextWriter Out, TextWriter Error, TextReader In) s_before;
    private static bool s_isGuarded;

    /// <summary>Whether any session is open.</summary>
    public static bool IsTaken => Volatile.Read(ref s_sessions) > 0;

    public static void Take()
    {
        lock (Turn)
        {
            if (s_sessions++ > 0)
            {
                return;
            }

            s_before = (Console.Out, Console.Error, Console.In);
            Console.SetOut(new CellWriter("stdout", s_before.Out));
            Console.SetError(new CellWriter("stderr", s_before.Error));
            Console.SetIn(new CellReader(s_before.In));
            Guard();
        }
    }

    public static void GiveBack()
    {
        lock (Turn)
        {
            if (--s_sessions > 0)
            {
                return;
            }

            CellScope.Forget();
            Console.SetOut(s_before.Out);
            Console.SetError(s_before.Error);
            Console.SetIn(s_before.In);
        }
    }

    // An uncaught exception on a thread started by a cell would end the process and lose the state of the notebook.
    private static void Guard()
    {
        if (s_isGuarded)
        {
            return;
        }

        s_isGuarded = true;
        try
        {
            System.Runtime.ExceptionServices.ExceptionHandling.SetUnhandledExceptionHandler(Show);
        }
        catch (InvalidOperationException)
        {
            // The process already has a handler.
        }
    }

    private static bool Show(Exception error)
    {
        if (!IsTaken)
        {
            return false;
        }

        CellScope.Current?.Write("stderr", $"Unhandled in the background: {string.Join('\n', CellFailure.Describe(error, file: null))}\n");
        return true;
    }

    private sealed class CellWriter(string name, TextWriter otherwise) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (CellScope.Current is { } cell)
            {
                cell.Write(name, buffer);
            }
            else
            {
                otherwise.Write(buffer);
            }
        }

        public override void Flush() => CellScope.Current?.Flush();
    }

    private sealed class CellReader(TextReader otherwise) : TextReader
    {
        private string _line = "";

        public override int Peek() => _line.Length > 0 ? _line[0] : -1;

        public override int Read()
        {
            if (_line.Length == 0)
            {
                _line = ReadLine() + "\n";
            }

            char first = _line[0];
            _line = _line[1..];
            return first;
        }

        public override string? ReadLine()
        {
            if (_line.Length == 0)
            {
                return CellScope.Current is { } cell ? cell.Ask("", isPassword: false) : otherwise.ReadLine();
            }

            string rest = _line.TrimEnd('\n');
            _line = "";
            return rest;
        }

        public override string ReadToEnd() => ReadLine() ?? "";
    }
}
