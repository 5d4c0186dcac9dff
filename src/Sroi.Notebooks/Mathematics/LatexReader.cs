using System.Net;
using System.Text;

namespace Sroi.Notebooks.Mathematics;

/// <summary>Reads a LaTeX formula. Unknown commands are shown as typed.</summary>
internal sealed class LatexReader(string latex, bool isDisplay, int depth = 0)
{
    private const int Deepest = 100;
    private readonly LatexTokens _tokens = new(latex);
    private int _depth = depth;

    /// <summary>The formula's elements.</summary>
    public string Read()
    {
        StringBuilder all = new(Row());
        while (_tokens.Next.Length > 0)
        {
            // A closing brace without an opening one, or an end without a beginning.
            string stray = _tokens.Take();
            all.Append(
                stray is @"\end" ? Mtext($@"\end{{{_tokens.TakeText()}}}")
                : stray is @"\\" ? "<mspace linebreak=\"newline\"/>"
                : Mo(stray)
            );
            all.Append(Row());
        }

        return all.ToString();
    }

    private string Row()
    {
        StringBuilder row = new();
        if (++_depth > Deepest)
        {
            _depth--;
            return Mtext(_tokens.Take());
        }

        while (_tokens.Next is not ("" or "}" or "&" or @"\\" or @"\end" or @"\right" or @"\cr"))
        {
            row.Append(Scripted());
        }

        _depth--;
        return row.ToString();
    }

    // One atom with its subscript and superscript.
    private string Scripted()
    {
        string token = _tokens.Next;
        string atom = token is "^" or "_" ? "<mrow></mrow>" : Atom();
        (string? below, string? above) = (null, null);
        while (_tokens.Next is "^" or "_" or "'" or @"\limits" or @"\nolimits")
        {
            string sign = _tokens.Take();
            if (sign == "'")
            {
                above += Mo("′");
            }
            else if (sign == "^")
            {
                above += Group();
            }
            else if (sign == "_")
            {
                below += Group();
            }
        }

        string over = HasLimits(token) ? "over" : "sup";
        string under = over == "over" ? "under" : "sub";
        return (below, above) switch
        {
            (null, null) => atom,
            ({ } sub, null) => $"<m{under}>{atom}<mrow>{sub}</mrow></m{under}>",
            (null, { } sup) => $"<m{over}>{atom}<mrow>{sup}</mrow></m{over}>",
            ({ } sub, { } sup) => $"<m{under}{over}>{atom}<mrow>{sub}</mrow><mrow>{sup}</mrow></m{under}{over}>",
        };
    }

    private bool HasLimits(string token) =>
        token is @"\overbrace" or @"\underbrace"
        || isDisplay
            && token.StartsWith('\\')
            && (LatexSymbols.WithLimits.Contains(token[1..]) || LatexSymbols.Large.ContainsKey(token[1..]))
            && !token.EndsWith("int", StringComparison.Ordinal);

    // The argument of a command, a ^ or a _: a group in braces, or one atom.
    private string Group()
    {
        if (!_tokens.Take("{"))
        {
            return _tokens.Next is "" or "}" or "&" ? "<mrow></mrow>" : Atom();
        }

        string row = Row();
        _tokens.Take("}");
        return $"<mrow>{row}</mrow>";
    }

    private string Atom()
    {
        if (_tokens.Next == "{")
        {
            return Group();
        }

        string token = _tokens.Take();
        if (token.Length == 0 || _depth >= Deepest)
        {
            return token.Length == 0 ? "<mrow></mrow>" : Mtext(token);
        }

        _depth++;
        string atom = Atom(token);
        _depth--;
        return atom;
    }

    private string Atom(string token) =>
        token[0] == '\\' && token.Length > 1 ? Command(token[1..])
        : char.IsDigit(token[0]) ? $"<mn>{token}</mn>"
        : char.IsLetter(token, 0) ? $"<mi>{token}</mi>"
        : token == "~" ? Space("0.25")
        : token == "-" ? Mo("−")
        : Mo(token);

    private string Command(string name) =>
        LatexSymbols.Letters.TryGetValue(name, out string? letter) ? $"<mi>{letter}</mi>"
        : LatexSymbols.Operators.TryGetValue(name, out string? sign) ? Mo(sign)
        : LatexSymbols.Large.TryGetValue(name, out string? large) ? Mo(large)
        : LatexSymbols.Functions.Contains(name) ? $"<mi>{name}</mi>{(_tokens.Next is "^" or "_" ? "" : Space("0.1"))}"
        : LatexSymbols.Accents.TryGetValue(name, out string? accent) ? $"<mover accent=\"true\">{Group()}<mo>{accent}</mo></mover>"
        : LatexSymbols.Spaces.TryGetValue(name, out string? width) ? Space(width)
        : Construct(name);

    private string Construct(string name) =>
        name switch
        {
            "frac" or "dfrac" or "tfrac" or "cfrac" => $"<mfrac>{Group()}{Group()}</mfrac>",
            "binom" or "dbinom" or "tbinom" => $"<mrow>{Mo("(")}<mfrac linethickness=\"0\">{Group()}{Group()}</mfrac>{Mo(")")}</mrow>",
            "sqrt" => _tokens.TakeOption() is { } degree ? Root(degree) : $"<msqrt>{Group()}</msqrt>",
            "text" or "mbox" or "textrm" or "textit" or "textsf" or "texttt" or "textnormal" => Mtext(_tokens.TakeText()),
            "textbf" => $"<mtext style=\"font-weight:bold\">{Encoded(_tokens.TakeText())}</mtext>",
            "mathrm" or "operatorname" or "operatorname*" or "mathsf" or "mathtt" or "rm" => Upright(),
            "mathbf" or "boldsymbol" or "bm" => $"<mrow style=\"font-weight:bold\">{Group()}</mrow>",
            "mathit" or "mathnormal" => $"<mrow style=\"font-style:italic\">{Group()}</mrow>",
            "mathbb" => Letters(_tokens.TakeText(), 0x1D538, "CℂHℍNℕPℙQℚRℝZℤ"),
            "mathcal" or "mathscr" => Letters(_tokens.TakeText(), 0x1D49C, "BℬEℰFℱHℋIℐLℒMℳRℛ"),
            "underline" or "underbrace" => $"<munder>{Group()}<mo>{(name == "underline" ? "_" : "⏟")}</mo></munder>",
            "overset" or "stackrel" => Over(),
            "underset" => Under(),
            "left" => Fenced(),
            "begin" => Environment(_tokens.TakeText()),
            "label" or "tag" or "tag*" or "color" => Ignored(),
            "displaystyle" or "textstyle" or "limits" or "nolimits" or "nonumber" or "notag" or "middle" or "hline" or "scriptstyle" => "",
            "big" or "Big" or "bigg" or "Bigg" or "bigl" or "bigr" or "Bigl" or "Bigr" or "biggl" or "biggr" or "Biggl" or "Biggr" => Atom(),
            "mathop" or "mathrel" or "mathbin" or "mathord" or "boxed" or "phantom" => Group(),
            " " => Space("0.25"),
            "|" => Mo("‖"),
            "{" or "}" or "%" or "$" or "#" or "&" or "_" => Mo(name),
            "not" => $"<mrow>{Atom()}<mspace width=\"-0.6em\"/>{Mo("/")}</mrow>",
            _ => Mtext($@"\{name}"),
        };

    private string Root(string degree) => $"<mroot>{Group()}<mrow>{Inner(degree)}</mrow></mroot>";

    // A nested formula; if nested too deeply, it is shown as typed.
    private string Inner(string text) => _depth >= Deepest ? Mtext(text) : new LatexReader(text, isDisplay: false, _depth).Read();

    private string Upright()
    {
        string text = _tokens.TakeText();
        return text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-')
            ? $"<mi mathvariant=\"normal\">{Encoded(text)}</mi>"
            : $"<mrow>{Inner(text)}</mrow>";
    }

    private string Over()
    {
        string above = Group();
        return $"<mover>{Group()}{above}</mover>";
    }

    private string Under()
    {
        string below = Group();
        return $"<munder>{Group()}{below}</munder>";
    }

    private string Ignored()
    {
        _tokens.TakeText();
        return "";
    }

    private string Fenced()
    {
        string open = Fence();
        string row = Row();
        string close = _tokens.Take(@"\right") ? Fence() : "";
        return $"<mrow>{open}{row}{close}</mrow>";
    }

    private string Fence()
    {
        string sign = _tokens.Take();
        string shown =
            sign.Length < 2 ? sign
            : sign == @"\|" ? "‖"
            : LatexSymbols.Operators.GetValueOrDefault(sign[1..], sign[1..]);
        return sign == "." ? "" : $"<mo stretchy=\"true\">{Encoded(shown)}</mo>";
    }

    private string Environment(string name)
    {
        string kind = name.TrimEnd('*');
        if (kind is "array" or "alignat" or "alignedat")
        {
            _tokens.TakeOption();
            _tokens.TakeText();
        }

        bool isAligned = kind is "align" or "aligned" or "alignat" or "alignedat" or "split" or "eqnarray";
        StringBuilder rows = new();
        do
        {
            rows.Append("<mtr>");
            int column = 0;
            do
            {
                string side = !isAligned ? "" : $" style=\"text-align:{(column++ % 2 == 0 ? "right" : "left")}\"";
                rows.Append("<mtd").Append(side).Append('>').Append(Row()).Append("</mtd>");
            } while (_tokens.Take("&"));
            rows.Append("</mtr>");
        } while (NextRow());

        _ = _tokens.Take(@"\end") ? _tokens.TakeText() : "";
        (string open, string close) = kind switch
        {
            "pmatrix" => ("(", ")"),
            "bmatrix" => ("[", "]"),
            "Bmatrix" => ("{", "}"),
            "vmatrix" => ("|", "|"),
            "Vmatrix" => ("‖", "‖"),
            "cases" => ("{", ""),
            _ => ("", ""),
        };
        string left = kind is "cases" ? " columnalign=\"left\"" : "";
        return $"<mrow>{(open.Length > 0 ? Mo(open) : "")}<mtable{left}>{rows}</mtable>{(close.Length > 0 ? Mo(close) : "")}</mrow>";
    }

    private bool NextRow()
    {
        if (!_tokens.Take(@"\\") && !_tokens.Take(@"\cr"))
        {
            return false;
        }

        _tokens.TakeOption();
        return _tokens.Next is not (@"\end" or "");
    }

    // Capital letters of a script in its own Unicode block, except for some that existed before.
    private static string Letters(string text, int first, string taken) =>
        string.Concat(
            text.Where(c => !char.IsWhiteSpace(c))
                .Select(c =>
                    c is < 'A' or > 'Z' ? $"<mi>{Encoded(c.ToString())}</mi>"
                    : taken.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? $"<mi>{taken[at + 1]}</mi>"
                    : $"<mi>{char.ConvertFromUtf32(first + c - 'A')}</mi>"
                )
        );

    private static string Space(string em) => $"<mspace width=\"{em}em\"/>";

    private static string Mo(string sign) => $"<mo>{Encoded(sign)}</mo>";

    private static string Mtext(string text) =>
        $"<mtext>{Encoded(text.Replace(' ', '\u00a0').Replace(@"\$", "$", StringComparison.Ordinal))}</mtext>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
