using System.Text;
using Sroi.Files;
using Sroi.Quantities;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sroi.Parameters.Reading;

/// <summary>Reads one YAML file strictly into nodes with positions: no anchors, no tags, no repeated fields, no second document.</summary>
/// <remarks>Limits: 1 MB a file, 64 levels of nesting. A file that breaks a limit is refused before it costs time or memory.</remarks>
internal sealed class YamlFile
{
    public const int MaximumBytes = 1_000_000;
    public const int MaximumDepth = 64;

    private readonly string _name;
    private readonly ProblemList _problems;

    private YamlFile(string name, ProblemList problems) => (_name, _problems) = (name, problems);

    /// <summary>The top-level fields of the file; null when it has problems, which are then in the list.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The file, as the user would name it.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <param name="read">Takes the files that were read, by name.</param>
    public static YamlMap? Read(string path, string name, ProblemList problems, IDictionary<string, ParameterFile> read)
    {
        YamlFile file = new(name, problems);
        return file.Text(path, read) is { } text ? file.Parse(text) : null;
    }

    /// <summary>The same from text in hand.</summary>
    public static YamlMap? ReadText(string text, string name, ProblemList problems) => new YamlFile(name, problems).Parse(text);

    private string? Text(string path, IDictionary<string, ParameterFile> read)
    {
        try
        {
            byte[] bytes = UserFile.Read(path, MaximumBytes);
            read[_name] = new(_name, bytes);
            return Decode(bytes);
        }
        catch (UnreadableFileException error)
        {
            return Refuse(error.Message, error.IsTooLong ? "Split it into several files." : null);
        }
    }

    private string? Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Refuse("the file is in UTF-16.", "Save it as UTF-8.");
        }

        if (Array.IndexOf(bytes, (byte)0) >= 0)
        {
            return Refuse("this is a binary file, not a YAML text.");
        }

        try
        {
            string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException error)
        {
            int line = 1 + bytes.Take(error.Index).Count(b => b == (byte)'\n');
            _problems.Add(_name, line, "the text is not UTF-8.", "Save the file as UTF-8; it was probably saved in an older Windows encoding.");
            return null;
        }
    }

    private YamlMap? Parse(string text)
    {
        int before = _problems.Count;
        FindTabs(text);
        string lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        _problems.AddHidden(_name, lines);
        Parser parser = new(new StringReader(VisibleText.Without(lines)));
        try
        {
            _ = parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                return Nothing("the file is empty.");
            }

            _ = parser.Consume<DocumentStart>();
            YamlNode root = Node(parser, depth: 1);
            _ = parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out DocumentStart? second))
            {
                return Nothing("a second document begins here ('---'); a file holds one.", (int)second.Start.Line);
            }

            return root switch
            {
                _ when _problems.Count > before => null,
                { IsBlank: true } => Nothing("the file is empty."),
                YamlMap map => map,
                // What the text is, is not shown: it may be a file that was never meant to be read here.
                _ => Nothing($"the file should hold fields ('name: value'), but holds {(root is YamlScalar ? "a text" : root.Kind)}.", root.Line),
            };
        }
        catch (YamlException error) when (error is not LimitReached)
        {
            // A tab has been reported already, in plainer words.
            return _problems.Count > before
                ? null
                : Nothing(
                    "this is not valid YAML: " + Plain(error.Message),
                    (int)error.Start.Line,
                    error.Message.Contains("mapping", StringComparison.Ordinal)
                        ? "A text that has ': ' in it needs quotes around it; a field needs the indentation of its neighbours."
                        : null
                );
        }
        catch (LimitReached)
        {
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser itself trips over some damaged files; they are no more YAML for that.
            return Nothing("this is not valid YAML from here on.", (int?)parser.Current?.End.Line);
        }
    }

    private YamlNode Node(IParser parser, int depth)
    {
        int line = (int)(parser.Current?.Start.Line ?? 1);
        if (depth > MaximumDepth)
        {
            _problems.Add(_name, line, $"more than {MaximumDepth} levels of nesting.");
            throw new LimitReached();
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            _problems.Add(_name, line, $"'*{alias.Value}' is an alias; anchors and aliases are not allowed.", "Write the value out.");
            return new YamlScalar("", IsQuoted: false, line);
        }

        if (parser.Accept<NodeEvent>(out var node))
        {
            Refuse(node, line);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            // A text in double quotes may escape what the file itself does not hold.
            _problems.AddHidden(_name, scalar.Value.Replace('\n', ' '), line);
            return new YamlScalar(VisibleText.Without(scalar.Value), scalar.Style is not ScalarStyle.Plain, line);
        }

        return parser.Accept<SequenceStart>(out _) ? List(parser, depth, line) : Map(parser, depth, line);
    }

    private void Refuse(NodeEvent node, int line)
    {
        if (!node.Anchor.IsEmpty)
        {
            _problems.Add(
                _name,
                line,
                $"'&{node.Anchor.Value}' is an anchor; anchors and aliases are not allowed.",
                "Write the value out where it is needed."
            );
        }

        if (!node.Tag.IsEmpty)
        {
            _problems.Add(_name, line, $"'{node.Tag.Value}' is a type tag; tags are not allowed.", "Remove it.");
        }
    }

    private YamlList List(IParser parser, int depth, int line)
    {
        bool isFlow = parser.Consume<SequenceStart>().Style == SequenceStyle.Flow;
        List<YamlNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            YamlNode item = Node(parser, depth + 1);
            if (isFlow && items.Count > 0 && CommaNumber.InList(items[^1], item) is { } whole)
            {
                items[^1] = whole;
            }
            else
            {
                items.Add(item);
            }
        }

        return new YamlList(items, line);
    }

    private YamlMap Map(IParser parser, int depth, int line)
    {
        bool isFlow = parser.Consume<MappingStart>().Style == MappingStyle.Flow;
        List<YamlField> entries = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            YamlNode key = Node(parser, depth + 1);
            YamlNode value = Node(parser, depth + 1);
            // What says nothing is found where its name is.
            value = value.IsBlank ? value with { Line = key.Line } : value;
            if (key is not YamlScalar { Text: var name })
            {
                _problems.Add(_name, key.Line, $"a field's name must be a word, not {key.Kind}.");
            }
            else if (isFlow && entries.Count > 0 && CommaNumber.InFields(entries[^1].Value, key, value) is { } whole)
            {
                entries[^1] = entries[^1] with { Value = whole };
            }
            else if (!lines.TryAdd(name, key.Line))
            {
                _problems.Add(_name, key.Line, $"'{name}' is given twice; the first is on line {lines[name]}.", "Keep one of them.");
            }
            else
            {
                entries.Add(new(name, value, key.Line));
            }
        }

        return new YamlMap(entries, line);
    }

    private void FindTabs(string text)
    {
        int line = 1;
        foreach (ReadOnlySpan<char> row in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> indent = row[..^row.TrimStart().Length];
            if (indent.Contains('\t') && !row.Trim().IsEmpty)
            {
                _problems.Add(_name, line, "the line is indented with a tab.", "Indent with spaces.");
            }

            line++;
        }
    }

    private static string Plain(string message)
    {
        int colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (colon < 0 ? message : message[(colon + 3)..]).TrimEnd('.') + ".";
    }

    private YamlMap? Nothing(string message, int? line = null, string? remedy = null)
    {
        _problems.Add(_name, line, message, remedy);
        return null;
    }

    private string? Refuse(string message, string? remedy = null)
    {
        _problems.Add(_name, line: null, message, remedy);
        return null;
    }

    private sealed class LimitReached() : YamlException("limit");
}
