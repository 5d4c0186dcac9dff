using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Mathematics;

/// <summary>The tokens of a LaTeX formula, in order.</summary>
internal sealed partial class LatexTokens(string latex)
{
    private readonly string[] _tokens = [.. Words().Matches(Comments().Replace(latex, "")).Select(word => word.Value)];
    private int _at;

    /// <summary>The next token that is not a space; empty at the end.</summary>
    public string Next
    {
        get
        {
            while (_at < _tokens.Length && string.IsNullOrWhiteSpace(_tokens[_at]))
            {
                _at++;
            }

            return _at < _tokens.Length ? _tokens[_at] : "";
        }
    }

    /// <summary>Takes the next token.</summary>
    public string Take()
    {
        string next = Next;
        _at++;
        return next;
    }

    /// <summary>Takes the next token if it is this one.</summary>
    public bool Take(string expected)
    {
        bool isThere = Next == expected;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Takes the text between braces unchanged, including spaces; without braces, one token.</summary>
    public string TakeText()
    {
        if (!Take("{"))
        {
            return Take();
        }

        int from = _at;
        for (int depth = 1; _at < _tokens.Length; _at++)
        {
            depth += _tokens[_at] switch
            {
                "{" => 1,
                "}" => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return string.Concat(_tokens[from.._at++]);
            }
        }

        return string.Concat(_tokens[from..]);
    }

    /// <summary>Takes the text between square brackets unchanged; null if there are none.</summary>
    public string? TakeOption()
    {
        if (Next != "[")
        {
            return null;
        }

        int from = _at + 1;
        int to = Array.IndexOf(_tokens, "]", from);
        if (to < 0)
        {
            return null;
        }

        _at = to + 1;
        return string.Concat(_tokens[from..to]);
    }

    [GeneratedRegex(@"\\[A-Za-z]+\*?|\\.|\d+(?:[.,]\d+)*|\s+|[\ud800-\udbff][\udc00-\udfff]|.", RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\\)%.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
