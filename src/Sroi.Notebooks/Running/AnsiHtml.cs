using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Running;

/// <summary>Text with terminal colours as HTML; other escape sequences are removed.</summary>
internal static partial class AnsiHtml
{
    // Dark enough to be legible on white.
    private static readonly string[] Colours = ["#000000", "#b00020", "#1b6e20", "#7a5200", "#0b57d0", "#8a1c7c", "#00677d", "#5f6368"];

    public static string Of(string text)
    {
        StringBuilder html = new();
        Look look = new();
        int from = 0;
        foreach (Match order in Orders().Matches(text))
        {
            Append(html, look, text[from..order.Index]);
            from = order.Index + order.Length;
            look = order.Groups["codes"].Success ? look.After(order.Groups["codes"].Value) : look;
        }

        Append(html, look, text[from..]);
        return html.ToString();
    }

    private static void Append(StringBuilder html, Look look, string text)
    {
        string shown = WebUtility.HtmlEncode(string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')));
        html.Append(shown.Length == 0 || look.Style.Length == 0 ? shown : $"<span style=\"{look.Style}\">{shown}</span>");
    }

    [GeneratedRegex(@"\x1b\[(?<codes>[0-9;:]*)m|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\a\x1b]*(\a|\x1b\\)?")]
    private static partial Regex Orders();

    /// <summary>The text style after an escape sequence.</summary>
    private sealed record Look(string? Ink = null, string? Paper = null, bool IsBold = false, bool IsItalic = false, bool IsUnderlined = false)
    {
        public string Style =>
            string.Concat(
                Ink is null ? "" : $"color:{Ink};",
                Paper is null ? "" : $"background-color:{Paper};",
                IsBold ? "font-weight:bold;" : "",
                IsItalic ? "font-style:italic;" : "",
                IsUnderlined ? "text-decoration:underline;" : ""
            );

        public Look After(string codes)
        {
            Queue<int> left = new(
                codes.Split(';', ':').Select(code => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0)
            );
            Look look = this;
            while (left.TryDequeue(out int code))
            {
                look = look.After(code, left);
            }

            return look;
        }

        private Look After(int code, Queue<int> left) =>
            code switch
            {
                0 => new(),
                1 => this with { IsBold = true },
                3 => this with { IsItalic = true },
                4 => this with { IsUnderlined = true },
                22 => this with { IsBold = false },
                23 => this with { IsItalic = false },
                24 => this with { IsUnderlined = false },
                >= 30 and <= 37 => this with { Ink = Colours[code - 30] },
                >= 90 and <= 97 => this with { Ink = Colours[code - 90] },
                >= 40 and <= 47 => this with { Paper = $"{Colours[code - 40]}33" },
                >= 100 and <= 107 => this with { Paper = $"{Colours[code - 100]}33" },
                38 => this with { Ink = Extended(left) },
                48 => this with { Paper = Extended(left) },
                39 => this with { Ink = null },
                49 => this with { Paper = null },
                _ => this,
            };

        // 5 and an index into the table of 256, or 2 and red, green and blue.
        private static string? Extended(Queue<int> left)
        {
            int Next() => left.TryDequeue(out int n) ? Math.Clamp(n, 0, 255) : 0;
            return Next() switch
            {
                2 => Hex(Next(), Next(), Next()),
                5 => OfTable(Next()),
                _ => null,
            };
        }

        private static string OfTable(int n) =>
            n < 16 ? Colours[n % 8]
            : n >= 232 ? Hex(8 + 10 * (n - 232), 8 + 10 * (n - 232), 8 + 10 * (n - 232))
            : Hex(Step((n - 16) / 36), Step((n - 16) / 6 % 6), Step((n - 16) % 6));

        private static int Step(int level) => level == 0 ? 0 : 55 + 40 * level;

        private static string Hex(int red, int green, int blue) => string.Create(CultureInfo.InvariantCulture, $"#{red:x2}{green:x2}{blue:x2}");
    }
}
