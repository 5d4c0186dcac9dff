namespace Sroi.Parameters.Reading;

/// <summary>
/// The fields that a block of a file may have. One form serves the strict reader and the JSON Schema, so the two cannot disagree.
/// </summary>
internal sealed record Form(string Name, string Meaning, params Field[] Fields)
{
    public IEnumerable<string> Names => Fields.Select(f => f.Name);

    /// <summary>The blocks of a file that has one of this form for each name.</summary>
    public IEnumerable<(string Id, Fields Fields)> Blocks(YamlMap map, string file, ProblemList problems)
    {
        foreach (YamlField entry in map.Entries)
        {
            if (!IdText.IsId(entry.Name))
            {
                problems.Add(file, entry.Line, IdText.Message(entry.Name), IdText.Remedy(entry.Name));
            }

            if (Parameters.Reading.Fields.Of(this, entry.Value, file, entry.Name, problems) is { } fields)
            {
                yield return (entry.Name, fields);
            }
        }
    }
}

/// <summary>A field of a form.</summary>
internal sealed record Field(string Name, FieldKind Kind, string Meaning, bool IsRequired = false)
{
    public static Field Required(string name, FieldKind kind, string meaning) => new(name, kind, meaning, IsRequired: true);

    public static Field Optional(string name, FieldKind kind, string meaning) => new(name, kind, meaning);
}

/// <summary>What a field may hold.</summary>
internal abstract record FieldKind
{
    private FieldKind() { }

    /// <summary>Whether a value that says nothing has a meaning here: an empty list, where absence is a plain statement.</summary>
    public bool Allows(YamlNode blank) => this is ListOf { MayBeEmpty: true } && blank is YamlList;

    /// <summary>Any text.</summary>
    public sealed record Text : FieldKind;

    /// <summary>A number, or a percentage.</summary>
    public sealed record Number : FieldKind;

    /// <summary>A whole number.</summary>
    public sealed record Whole : FieldKind;

    /// <summary>yes or no, true or false.</summary>
    public sealed record YesNo : FieldKind;

    /// <summary>One of a few words.</summary>
    public sealed record OneWordOf(params string[] Words) : FieldKind;

    /// <summary>A price year, 2024-25 or 2024.</summary>
    public sealed record Year : FieldKind;

    /// <summary>A date, 2026-11-28, 2026-11 or 2026.</summary>
    public sealed record Date : FieldKind;

    /// <summary>A formula over named quantities, or a share.</summary>
    public sealed record Calculation : FieldKind;

    /// <summary>A list.</summary>
    public sealed record ListOf(FieldKind Item) : FieldKind
    {
        /// <summary>Whether <c>[]</c> says that there is none.</summary>
        public bool MayBeEmpty { get; init; }
    }

    /// <summary>Names chosen by the user, each with a value.</summary>
    public sealed record MapOf(FieldKind Value) : FieldKind;

    /// <summary>A block with a form of its own.</summary>
    public sealed record Block(Form Form) : FieldKind;

    /// <summary>Any of several kinds.</summary>
    public sealed record AnyOf(params FieldKind[] Kinds) : FieldKind;
}
