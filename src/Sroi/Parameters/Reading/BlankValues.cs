namespace Sroi.Parameters.Reading;

/// <summary>
/// Reports empty values of a block: blank, <c>""</c>, <c>[]</c> or <c>{}</c>. Only a list that may say none, such as <c>outcomes: []</c>, may
/// be empty; anything else that does not apply must be omitted.
/// </summary>
internal static class BlankValues
{
    /// <summary>What to do about an entry or an item that is empty.</summary>
    public const string Remedy = "Give it a value, or take it out.";

    /// <summary>Reports the blank fields of a block, their blank items, and blank entries with names chosen by the user.</summary>
    public static void Tell(Fields fields, Form form, YamlMap map)
    {
        foreach (Field field in form.Fields)
        {
            YamlNode? value = map[field.Name];
            if (value is { IsBlank: true } && !field.Kind.Allows(value))
            {
                fields.Tell(value.Line, $"'{field.Name}' is empty ({field.Meaning}).", RemedyOf(field));
            }
            else if (value is not null)
            {
                TellInside(fields, field.Name, value, HasNames(field.Kind));
            }
        }
    }

    private static void TellInside(Fields fields, string path, YamlNode value, bool hasNames)
    {
        foreach (YamlNode item in (value as YamlList)?.Items ?? [])
        {
            if (item.IsBlank)
            {
                fields.Tell(item.Line, $"an item of '{path}' is empty.", Remedy);
            }
            else if (item is YamlList)
            {
                TellInside(fields, path, item, hasNames: false);
            }
        }

        foreach (YamlField entry in hasNames ? (value as YamlMap)?.Entries ?? [] : [])
        {
            if (entry.Value.IsBlank)
            {
                fields.TellEmpty(entry.Value, fields.Join($"{path}.{entry.Name}"));
            }
            else if (entry.Value is YamlList)
            {
                TellInside(fields, $"{path}.{entry.Name}", entry.Value, hasNames: false);
            }
        }
    }

    private static string RemedyOf(Field field) =>
        field.Kind is FieldKind.ListOf { MayBeEmpty: true } ? "Write [] for none."
        : field.IsRequired ? "Give it a value."
        : "Give it a value, or leave it out.";

    private static bool HasNames(FieldKind kind) => kind is FieldKind.MapOf || (kind is FieldKind.AnyOf any && any.Kinds.Any(HasNames));
}
