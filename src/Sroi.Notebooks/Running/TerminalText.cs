using System.Text;
using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Running;

/// <summary>The final state of text on a terminal: lines overwritten with carriage returns and backspaces are resolved.</summary>
internal static partial class TerminalText
{
    /// <summary>The resolved text; colours are kept, other control characters are removed.</summary>
    public static string Settled(string text)
    {
        if (!text.AsSpan().ContainsAny('\r', '\b', '\x1b') && !text.Any(IsDropped))
        {
            return text;
        }

        StringBuilder settled = new(text.Length);
        foreach ((int index, string line) in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Index())
        {
            settled.Append(index > 0 ? "\n" : "").Append(Line.Of(line));
        }

        return settled.ToString();
    }

    private static bool IsDropped(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    // Colours, other escape sequences (of which only erasing a line is honoured), and characters.
    [GeneratedRegex(
        @"(?<colour>\x1b\[[0-9;:]*m)|\x1b\[(?<erase>[0-2]?)K|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\a\x1b]*(\a|\x1b\\)?|\x1b.?|(?<sign>[\ud800-\udbff][\udc00-\udfff]|.)"
    )]
    private static partial Regex Pieces();

    private sealed class Line
    {
        private const string Plain = "\x1b[0m";

        private readonly List<(string Colour, string Sign)> _signs = [];
        private string _colour = "";
        private int _at;

        public static string Of(string text)
        {
            if (text.Length == 0 || !text.Any(char.IsControl))
            {
                return text;
            }

            Line line = new();
            foreach (Match piece in Pieces().Matches(text))
            {
                line.Take(piece);
            }

            return line.ToString();
        }

        private void Take(Match piece)
        {
            if (piece.Groups["colour"].Success)
            {
                _colour = piece.Value is Plain or "\x1b[m" ? Plain : _colour.Replace(Plain, "", StringComparison.Ordinal) + piece.Value;
            }
            else if (piece.Groups["erase"].Success)
            {
                Erase(piece.Groups["erase"].Value);
            }
            else if (piece.Groups["sign"].Success)
            {
                Write(piece.Value);
            }
        }

        private void Write(string sign)
        {
            switch (sign[0])
            {
                case '\r':
                    _at = 0;
                    break;
                case '\b' when _at > 0:
                    _signs.RemoveAt(--_at);
                    break;
                case var c when IsDropped(c):
                    break;
                case var _ when _at < _signs.Count:
                    _signs[_at++] = (_colour, sign);
                    break;
                default:
                    _signs.Add((_colour, sign));
                    _at++;
                    break;
            }
        }

        private void Erase(string what)
        {
            if (what == "2")
            {
                _signs.Clear();
                _signs.AddRange(Enumerable.Repeat(("", " "), _at));
            }
            else if (what != "1" && _at < _signs.Count)
            {
                _signs.RemoveRange(_at, _signs.Count - _at);
            }
        }

        // A colour left on continues on the next line.
        public override string ToString()
        {
            StringBuilder text = new();
            string colour = "";
            foreach ((string own, string sign) in _signs.Append((_colour, "")))
            {
                text.Append(
                        own == colour ? ""
                        : own == Plain ? Plain
                        : own.StartsWith(colour, StringComparison.Ordinal) ? own[colour.Length..]
                        : Plain + own
                    )
                    .Append(sign);
                colour = own;
            }

            return text.ToString();
        }
    }
}
