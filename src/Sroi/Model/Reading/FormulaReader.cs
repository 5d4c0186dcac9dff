using System.Globalization;
using System.Text;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>
/// Reads arithmetic over named quantities: <c>+ - * / ( )</c>, names, exp, ln, min, max, and literals only as plain factors
/// (<c>1 - share</c>, <c>12 months/year</c>). Units are checked as it goes.
/// </summary>
/// <remarks>Limits: 10,000 characters, 100 levels.</remarks>
internal sealed class FormulaReader
{
    public const int MaximumLength = 10_000;
    public const int MaximumDepth = 100;

    private static readonly string[] TimeWords = ["year", "month", "week", "day", "hour", "minute"];
    private static readonly string[] Functions = ["exp", "ln", "min", "max"];

    private readonly string _text;
    private readonly Func<string, Formula?> _resolve;
    private int _at;
    private int _calls;

    private FormulaReader(string text, Func<string, Formula?> resolve) => (_text, _resolve) = (text, resolve);

    /// <summary>The formula of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="resolve">Finds what a name refers to; returns null, having reported why, if it refers to nothing that can be used.</param>
    /// <exception cref="FormulaTextException">The text is not a formula, or its units do not fit.</exception>
    public static Formula? Read(string text, Func<string, Formula?> resolve)
    {
        if (text.Length > MaximumLength)
        {
            throw new FormulaTextException($"the formula has {text.Length:N0} characters; the limit is {MaximumLength:N0}.");
        }

        FormulaReader reader = new(text, resolve);
        Formula? formula = reader.Sum(depth: 1);
        reader.Space();
        return reader._at == text.Length ? formula : throw reader.Unexpected();
    }

    private Formula? Sum(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new FormulaTextException($"the formula is nested more than {MaximumDepth} levels deep.");
        }

        Formula? left = Product(depth);
        while (Take('+', '-', '−') is { } sign)
        {
            Formula? right = Product(depth);
            left = left is null || right is null ? null : Fit(() => sign == '+' ? left + right : left - right);
        }

        return left;
    }

    private Formula? Product(int depth)
    {
        Formula? left = Factor(depth);
        while (Take('*', '×', '/', '÷') is { } sign)
        {
            Formula? right = Factor(depth);
            if (right is Formula.Constant { Value: 0 } && sign is '/' or '÷')
            {
                throw new FormulaTextException("the formula divides by zero.");
            }

            left = left is null || right is null ? null : Fit(() => sign is '*' or '×' ? left * right : left / right);
        }

        return left;
    }

    private Formula? Factor(int depth)
    {
        Space();
        if (_at == _text.Length)
        {
            throw new FormulaTextException("the formula ends where a quantity is expected.");
        }

        char next = _text[_at];
        if (next is '(')
        {
            _at++;
            Formula? inner = Sum(depth + 1);
            Expect(')');
            return inner;
        }

        return next switch
        {
            '-' or '−' => throw new FormulaTextException(
                $"a sign without a quantity before it at character {_at + 1}; + and - go between two quantities, as in a - b."
            ),
            _ when char.IsAsciiDigit(next) || next == '.' => Literal(),
            _ when char.IsAsciiLetterLower(next) || next == '_' => NameOrCall(depth),
            '£' or '$' or '€' => throw new FormulaTextException(
                "money is written as a literal; it has no price year. Make it a quantity with a unit, a price year and a source."
            ),
            _ => throw Unexpected(),
        };
    }

    private Formula? NameOrCall(int depth)
    {
        string name = Word();
        if (!Functions.Contains(name) || Peek() != '(')
        {
            return _resolve(name);
        }

        Expect('(');
        _calls++;
        Formula? first = Sum(depth + 1);
        Formula? second = null;
        if (name is "min" or "max")
        {
            Expect(',');
            second = Sum(depth + 1);
        }

        Expect(')');
        _calls--;
        return first is null || (name is "min" or "max" && second is null)
            ? null
            : Fit(() =>
                name switch
                {
                    "exp" => first.Exponential(),
                    "ln" => first.Logarithm(),
                    "min" => Formula.Smaller(first, second!),
                    _ => Formula.Larger(first, second!),
                }
            );
    }

    private Formula.Constant Literal()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
        {
            _at++;
        }

        string digits = _text[start.._at];
        if (_calls == 0 && _at + 1 < _text.Length && _text[_at] == ',' && char.IsAsciiDigit(_text[_at + 1]))
        {
            throw new FormulaTextException($"a comma follows {digits}; write a decimal point, and no commas between thousands.");
        }

        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            throw new FormulaTextException($"'{digits}' is not a number.");
        }

        if (Peek() == '%')
        {
            throw new FormulaTextException($"{digits}% is a share without a source. Make it a quantity with a source.");
        }

        Unit unit = UnitAfterLiteral(digits);
        return value == Math.Floor(value)
            ? (Formula.Constant)Formula.Number(value, unit)
            : throw new FormulaTextException(
                $"{digits} is a number without a source. Make it a quantity with a source; only whole factors such as 1 or 12 months/year stand by themselves."
            );
    }

    private Unit UnitAfterLiteral(string digits)
    {
        if (Peek() is not { } next || !char.IsAsciiLetter(next))
        {
            return Unit.None;
        }

        int begin = _at;
        string word = Word();
        if (!TimeWords.Contains(Unit.TryParse(word, out Unit? first) ? first.Text : ""))
        {
            throw new FormulaTextException(
                word == "GBP"
                    ? $"'{digits} GBP' is money written as a literal; it has no price year. Make it a quantity with a unit, a price year and a source."
                    : $"'{word}' follows {digits} without an operator; only time units may (12 months/year)."
            );
        }

        while (_at + 1 < _text.Length && _text[_at] == '/' && char.IsAsciiLetterLower(_text[_at + 1]))
        {
            _at++;
            _ = Word();
        }

        string unit = _text[begin.._at];
        return unit.Split('/').All(part => Unit.TryParse(part, out Unit? time) && TimeWords.Contains(time.Text))
            ? Unit.Parse(unit)
            : throw new FormulaTextException(
                $"'{unit}' after {digits} is not made of time units only; write {digits} {word} / … with spaces to divide by a quantity."
            );
    }

    private Formula Fit(Func<Formula> join)
    {
        try
        {
            return join();
        }
        catch (UnitMismatchException error)
        {
            throw new FormulaTextException(char.ToLowerInvariant(error.Message[0]) + error.Message[1..]);
        }
    }

    private string Word()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private char? Take(params ReadOnlySpan<char> signs)
    {
        if (Peek() is { } next && signs.Contains(next))
        {
            _at++;
            return next;
        }

        return null;
    }

    private char? Peek()
    {
        Space();
        return _at < _text.Length ? _text[_at] : null;
    }

    private void Expect(char sign)
    {
        if (Take(sign) is null)
        {
            throw _at == _text.Length ? new FormulaTextException($"a '{sign}' is missing at the end of the formula.") : Unexpected();
        }
    }

    private void Space()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    private FormulaTextException Unexpected()
    {
        string found = Rune.TryGetRuneAt(_text, _at, out Rune rune) ? rune.ToString() : "?";
        return AsciiForm.Of(found) is not null
            ? new($"'{found}' at character {_at + 1} is not read. {AsciiForm.Remedy(_text.Length > 200 ? found : _text)}")
            : new($"'{found}' is not expected at character {_at + 1}. Allowed: names, + - * / ( ), exp, ln, min, max, and whole factors.");
    }
}

/// <summary>A text is not a formula; the message says why, to follow the name of the field.</summary>
internal sealed class FormulaTextException(string message) : Exception(message);
