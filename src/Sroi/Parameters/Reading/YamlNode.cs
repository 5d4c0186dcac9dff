using System.Globalization;

namespace Sroi.Parameters.Reading;

/// <summary>A piece of a YAML file, with the line it begins on.</summary>
internal abstract record YamlNode(int Line)
{
    public abstract string Kind { get; }

    /// <summary>Whether it says nothing: blank, <c>""</c>, <c>[]</c> or <c>{}</c>.</summary>
    public abstract bool IsBlank { get; }
}

/// <summary>A single value. A quoted one is text, whatever it looks like.</summary>
internal sealed record YamlScalar(string Text, bool IsQuoted, int Line) : YamlNode(Line)
{
    /// <summary>Whether it is what YAML calls null.</summary>
    public bool IsEmpty => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    public override bool IsBlank => IsEmpty || Text.All(IsInvisible);

    public override string Kind => IsEmpty ? "nothing" : $"'{(Text.Length > 60 ? Text[..57] + "…" : Text)}'";

    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line)
{
    public override string Kind => "a list";

    public override bool IsBlank => Items.Count == 0;
}

/// <summary>Fields with their values, in the order written.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlField> Entries, int Line) : YamlNode(Line)
{
    public override string Kind => "a block of fields";

    public override bool IsBlank => Entries.Count == 0;

    private readonly Dictionary<string, YamlField> _byName = Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    public YamlNode? this[string name] => Field(name)?.Value;

    public YamlField? Field(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>A field's name, its value, and the line of the name.</summary>
internal sealed record YamlField(string Name, YamlNode Value, int Line);
