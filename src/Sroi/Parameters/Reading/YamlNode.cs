namespace Sroi.Parameters;

/// <summary>A piece of a YAML file, with the line it begins on.</summary>
internal abstract record YamlNode(int Line)
{
    public abstract string Kind { get; }
}

/// <summary>A single value. A quoted one is text, whatever it looks like.</summary>
internal sealed record YamlScalar(string Text, bool IsQuoted, int Line) : YamlNode(Line)
{
    public bool IsEmpty => !IsQuoted && Text is "" or "~" or "null";

    public override string Kind => IsEmpty ? "nothing" : $"'{(Text.Length > 60 ? Text[..57] + "…" : Text)}'";
}

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line)
{
    public override string Kind => "a list";
}

/// <summary>Fields with their values, in the order written.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlField> Entries, int Line) : YamlNode(Line)
{
    public override string Kind => "a block of fields";

    private readonly Dictionary<string, YamlField> _byName = Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    public YamlNode? this[string name] => Field(name)?.Value;

    public YamlField? Field(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>A field's name, its value, and the line of the name.</summary>
internal sealed record YamlField(string Name, YamlNode Value, int Line);
