using System.Globalization;
using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>Reads a block of a file against its form. Unknown and missing fields, and values that cannot be converted, are reported.</summary>
internal sealed partial class Fields
{
    private readonly Form _form;
    private readonly YamlMap _map;
    private readonly ProblemList _problems;

    public Fields(Form form, YamlMap map, string file, string where, ProblemList problems)
    {
        (_form, _map, File, Where, _problems) = (form, map, file, where, problems);
        List<string> misspelt = [];
        foreach (YamlField entry in map.Entries.Where(entry => !form.Names.Contains(entry.Name)))
        {
            string? meant = problems.IsFull
                ? null
                : Nearest.To(entry.Name, form.Names.Where(name => map[name] is null)) ?? Nearest.To(entry.Name, form.Names);
            misspelt.Add(meant ?? "");
            string hint = meant is null ? "" : $" Did you mean '{meant}'?";
            Tell(
                entry.Line,
                $"'{entry.Name}' is not a field of {form.Name}.{hint}",
                hint.Length > 0 ? null : $"Allowed: {string.Join(", ", form.Names)}."
            );
        }

        BlankValues.Tell(this, form, map);
        // A misspelt field has been reported already, so it is not reported as missing too.
        foreach (Field field in form.Fields.Where(field => field.IsRequired && map[field.Name] is null && !misspelt.Contains(field.Name)))
        {
            Tell(map.Line, $"'{field.Name}' is missing ({field.Meaning}).");
        }
    }

    public string File { get; }

    /// <summary>Where in the file's own terms: <c>outcomes.fewer_attendances</c>.</summary>
    public string Where { get; }

    public int Line => _map.Line;

    /// <summary>The value of a field; null if it is omitted, or empty, which has been reported.</summary>
    public YamlNode? this[string name] =>
        _form.Fields.FirstOrDefault(field => field.Name == name) is { } field
            ? _map[name] is { } value && (!value.IsBlank || field.Kind.Allows(value))
                ? value
                : null
            : throw new InvalidOperationException($"{_form.Name} has no field '{name}'.");

    public int LineOf(string name) => _map.Field(name)?.Line ?? Line;

    public bool Has(string name) => this[name] is not null;

    /// <summary>Whether a field is present. It may be empty, which has been reported.</summary>
    public bool IsWritten(string name) => _map.Field(name) is not null;

    /// <summary>Reads a block; returns null, and reports it, if the node is something else.</summary>
    public static Fields? Of(Form form, YamlNode node, string file, string where, ProblemList problems)
    {
        if (node is YamlMap { IsBlank: false } map)
        {
            return new(form, map, file, where, problems);
        }

        if (node.IsBlank)
        {
            problems.Add(file, node.Line, $"{where} is empty.", BlankValues.Remedy);
            return null;
        }

        problems.Add(
            file,
            node.Line,
            $"{Prefix(where)}{form.Name} should be a block of fields, but this is {node.Kind}.",
            $"Fields: {string.Join(", ", form.Names)}."
        );
        return null;
    }

    /// <summary>A text on one line: line breaks and runs of spaces in it are read as one space, so that none can pass for a line of its own.</summary>
    public string? Text(string name) => Scalar(name) is { } scalar ? OnOneLine(scalar.Text) : null;

    public bool? YesNo(string name)
    {
        switch (Scalar(name))
        {
            case null:
                return null;
            case { Text: "true" or "yes" }:
                return true;
            case { Text: "false" or "no" }:
                return false;
            case { } scalar:
                Tell(scalar.Line, $"'{name}' should be true or false, but is {scalar.Kind}.");
                return null;
        }
    }

    /// <summary>One of the words that the form allows for this field.</summary>
    public string? Word(string name)
    {
        string[] allowed = ((FieldKind.OneWordOf)_form.Fields.First(field => field.Name == name).Kind).Words;
        if (Scalar(name) is not { } scalar || allowed.Contains(scalar.Text))
        {
            return Scalar(name)?.Text;
        }

        Tell(scalar.Line, $"'{name}' is {scalar.Kind}; allowed: {string.Join(", ", allowed)}.{Nearest.Hint(scalar.Text, allowed)}");
        return null;
    }

    /// <summary>An id declared here, as written; an invalid one is reported.</summary>
    public string? Id()
    {
        if (Text("id") is { } id && !IdText.IsId(id))
        {
            Tell(LineOf("id"), IdText.Message(id), IdText.Remedy(id));
        }

        return Text("id");
    }

    /// <summary>A date as written; null if there is none, or if there is no such day, which is reported.</summary>
    public string? Date(string name)
    {
        if (Text(name) is not { } text || DateText.IsDate(text))
        {
            return Text(name);
        }

        Tell(LineOf(name), $"'{name}' is '{text}', {DateText.Message(text)}.", DateText.Remedy(text));
        return null;
    }

    public PriceYear? Year(string name)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        if (Quantities.PriceYear.TryParse(scalar.Text, out PriceYear year))
        {
            return year;
        }

        Tell(
            scalar.Line,
            $"'{name}' is {scalar.Kind}, which is not a price year.{YearHint(scalar.Text)}",
            AsciiForm.Remedy(scalar.Text) ?? "Write 2024-25 for a financial year or 2024 for a calendar year."
        );
        return null;
    }

    /// <summary><c> Did you mean 2025-26?</c> with a space before it; empty where it is not clear which year is meant.</summary>
    public static string YearHint(string text) => Quantities.PriceYear.Nearest(text) is { } year ? $" Did you mean {year}?" : "";

    public Fields? Block(string name, Form form) => this[name] is { } node ? Of(form, node, File, Join(name), _problems) : null;

    /// <summary>The items of a list; a single value is reported.</summary>
    public IReadOnlyList<YamlNode> Items(string name)
    {
        switch (this[name])
        {
            case null:
                return [];
            case YamlList list:
                return [.. list.Items.Where(item => !item.IsBlank)];
            case { } node:
                Tell(node.Line, $"'{name}' should be a list ('- …'), but is {node.Kind}.");
                return [];
        }
    }

    /// <summary>The blocks of a list, each with its own form.</summary>
    public IReadOnlyList<Fields> Blocks(string name, Form form)
    {
        List<Fields> blocks = [];
        foreach ((int order, YamlNode item) in Items(name).Index())
        {
            string id = (item as YamlMap)?["id"] is YamlScalar { Text.Length: > 0 } scalar
                ? scalar.Text
                : (order + 1).ToString(CultureInfo.InvariantCulture);
            if (Of(form, item, File, Join(name) + "." + id, _problems) is { } fields)
            {
                blocks.Add(fields);
            }
        }

        return blocks;
    }

    /// <summary>Names chosen by the user, with their values.</summary>
    public IReadOnlyList<YamlField> Entries(string name)
    {
        switch (this[name])
        {
            case null:
                return [];
            case YamlMap map:
                return map.Entries;
            case { } node:
                Tell(node.Line, $"'{name}' should be a block of names with values, but is {node.Kind}.");
                return [];
        }
    }

    public IReadOnlyList<string> Words(string name) => [.. WordsWithLines(name).Select(word => word.Word)];

    /// <summary>The texts of a list, each with its own line.</summary>
    public IReadOnlyList<(string Word, int Line)> WordsWithLines(string name)
    {
        List<(string, int)> words = [];
        foreach (YamlNode item in Items(name))
        {
            if (item is YamlScalar scalar)
            {
                words.Add((OnOneLine(scalar.Text).Trim(), scalar.Line));
            }
            else
            {
                Tell(item.Line, $"an item of '{name}' should be text, but is {item.Kind}.");
            }
        }

        return words;
    }

    public YamlScalar? Scalar(string name)
    {
        switch (this[name])
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case { } node:
                Tell(node.Line, $"'{name}' should be a single value, but is {node.Kind}.");
                return null;
        }
    }

    /// <summary>Reports that an entry with a name chosen by the user is empty.</summary>
    public void TellEmpty(YamlNode entry, string where) => _problems.Add(File, entry.Line, $"{where} is empty.", BlankValues.Remedy);

    /// <summary>Adds a problem of this block.</summary>
    public void Tell(int line, string message, string? remedy = null) => _problems.Add(File, line, Prefix(Where) + message, remedy);

    public string Join(string name) => Where.Length == 0 ? name : $"{Where}.{name}";

    private static string Prefix(string where) => where.Length == 0 ? "" : where + ": ";

    private static string OnOneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
