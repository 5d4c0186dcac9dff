using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Magics;

/// <summary>Splits a cell at its magics; a language applies until the next one.</summary>
internal static partial class CellReader
{
    /// <exception cref="CellException">A magic is unknown or malformed.</exception>
    public static CellText Read(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        if (!lines.Index().Any(line => MagicOf(line.Item, line.Index).Success || NeedLine().IsMatch(line.Item)))
        {
            return new([], [new(PartKind.CSharp, code)], IsTimed: false);
        }

        ImmutableHashSet<int> quoted = Quoted(lines);
        Parts parts = new();
        foreach ((int index, string line) in lines.Index())
        {
            if (quoted.Contains(index) && parts.IsCSharp)
            {
                parts.Add(line, index);
            }
            else if (MagicOf(line, index) is { Success: true } magic)
            {
                parts.Turn(magic.Groups["word"].Value, magic.Groups["rest"].Value, index);
            }
            else if (parts.IsCSharp && NeedLine().Match(line) is { Success: true } need)
            {
                parts.Need(NeedOf(need, index + 1));
                parts.Add("", index);
            }
            else
            {
                parts.Add(line, index);
            }
        }

        return parts.ToCell();
    }

    private static Match MagicOf(string line, int index) =>
        Ours().Match(line) is { Success: true } ours ? ours
        : OfIPython().Match(line) is { Success: true } theirs ? theirs
        : index == 0 ? OfIPythonAtFirst().Match(line)
        : Match.Empty;

    private static CellNeed NeedOf(Match line, int number)
    {
        string what = line.Groups["what"].Value.Trim();
        bool isPackage = what.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);
        string name = isPackage ? what["nuget:".Length..].Trim() : what;
        if (name.Length == 0)
        {
            throw new CellException(
                "MagicError",
                $"{line.Value.Trim()}: the name is missing. Write #r \"nuget: ID, VERSION\" or #r \"FILE.dll\".",
                number
            );
        }

        return line.Groups["directive"].Value == "r" ? new(isPackage ? NeedKind.Package : NeedKind.File, name, number)
            : isPackage ? new(NeedKind.PackageSource, name, number)
            : throw new CellException("MagicError", $"#i \"{what}\": a source of packages is written #i \"nuget:FOLDER-OR-ADDRESS\".", number);
    }

    // Lines that begin inside a C# string or comment, where a magic is only text.
    private static ImmutableHashSet<int> Quoted(string[] lines)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines), new(kind: SourceCodeKind.Script));
        SyntaxNode root = tree.GetRoot();
        IEnumerable<Location> texts = root.DescendantTokens().Where(token => token.Text.Contains('\n')).Select(token => token.GetLocation());
        IEnumerable<Location> comments = root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(trivia => trivia.GetLocation());
        return
        [
            .. texts
                .Concat(comments)
                .Select(location => location.GetLineSpan())
                .SelectMany(span => Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line)),
        ];
    }

    [GeneratedRegex(@"^\s*#!(?<word>\S+)(?<rest>.*)$")]
    private static partial Regex Ours();

    // The syntax of IPython magics and of early .NET notebooks. No line of C# begins with two of these characters.
    [GeneratedRegex(@"^%%(?<word>[A-Za-z]\S*)(?<rest>.*)$")]
    private static partial Regex OfIPython();

    [GeneratedRegex(@"^%(?<word>[A-Za-z]\S*)(?<rest>.*)$")]
    private static partial Regex OfIPythonAtFirst();

    [GeneratedRegex(@"^\s*#(?<directive>[ri])\s+""(?<what>[^""]*)""\s*;?\s*(//.*)?$")]
    private static partial Regex NeedLine();

    private sealed class Parts
    {
        private readonly ImmutableArray<CellNeed>.Builder _needs = ImmutableArray.CreateBuilder<CellNeed>();
        private readonly ImmutableArray<CellPart>.Builder _parts = ImmutableArray.CreateBuilder<CellPart>();
        private readonly List<string> _lines = [];
        private readonly List<MagicLine> _shared = [];
        private MagicLine? _begun;
        private PartKind _kind = PartKind.CSharp;
        private bool _isTimed;

        public bool IsCSharp => _kind == PartKind.CSharp;

        public void Add(string line, int index)
        {
            if (IsCSharp && _lines.Count == 0)
            {
                _lines.AddRange(Enumerable.Repeat("", index));
            }

            _lines.Add(line);
        }

        public void Need(CellNeed need) => _needs.Add(need);

        public void Turn(string word, string rest, int index)
        {
            PartKind? kind = Magic.Read(word, index + 1);
            MagicLine magic = MagicLine.Read(word, rest, index + 1);
            if (kind is PartKind.Share or PartKind.Set && !IsCSharp)
            {
                Share(magic);
            }
            else if (kind is { } next)
            {
                Turn(next, magic);
            }
            else
            {
                _isTimed = true;
                Add("", index);
            }
        }

        private void Turn(PartKind kind, MagicLine magic)
        {
            Close();
            if (kind is PartKind.CSharp or PartKind.Markdown or PartKind.Html or PartKind.JavaScript or PartKind.Mermaid)
            {
                _kind = kind;
                return;
            }

            bool hasText = kind == PartKind.Value && !magic.Options.Keys.Any(option => option.StartsWith("from-", StringComparison.Ordinal));
            _kind = hasText ? kind : PartKind.CSharp;
            _begun = hasText ? magic : null;
            if (!hasText)
            {
                _parts.Add(new(kind, "") { Magic = magic });
            }
        }

        private void Share(MagicLine magic)
        {
            if (_kind != PartKind.JavaScript)
            {
                throw magic.Mistake($"values can be shared with JavaScript and C#, not with {_kind}.");
            }

            _shared.Add(magic);
        }

        public CellText ToCell()
        {
            Close();
            return new(_needs.ToImmutable(), _parts.ToImmutable(), _isTimed);
        }

        private void Close()
        {
            string text = string.Join('\n', _lines);
            if (text.Trim().Length > 0 || _begun is not null)
            {
                _parts.Add(new(_kind, text) { Magic = _begun, Shared = [.. _shared] });
            }

            _begun = null;
            _shared.Clear();
            _lines.Clear();
        }
    }
}
