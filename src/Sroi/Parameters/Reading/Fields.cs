using System.Globalization;
using Sroi.Quantities;

namespace Sroi.Parameters;

/// <summary>A block of a file read against its form: unknown and missing fields are told, values are converted or told.</summary>
internal sealed class Fields
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

        // A field that was only misspelt has been told; it is not missing as well.
        foreach (Field field in form.Fields.Where(field => field.IsRequired && IsMissing(map[field.Name]) && !misspelt.Contains(field.Name)))
        {
            Tell(map.Line, $"'{field.Name}' is missing ({field.Meaning}).");
        }
    }

    public string File { get; }

    /// <summary>Where in the file's own terms: <c>outcomes.fewer_attendances</c>.</summary>
    public string Where { get; }

    public int Line => _map.Line;

    public YamlNode? this[string name] =>
        _form.Names.Contains(name)
            ? IsMissing(_map[name])
                ? null
                : _map[name]
            : throw new InvalidOperationException($"{_form.Name} has no field '{name}'.");

    public int LineOf(string name) => _map.Field(name)?.Line ?? Line;

    public bool Has(string name) => this[name] is not null;

    /// <summary>Reads a block; null, and told, where the node is something else.</summary>
    public static Fields? Of(Form form, YamlNode node, string file, string where, ProblemList problems)
    {
        if (node is YamlMap map)
        {
            return new(form, map, file, where, problems);
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

    public double? Number(string name) => Scalar(name) is { } scalar ? NumberIn(scalar, name) : null;

    /// <summary>A share: 25% or 0.25; a bare number of 1 or more is asked about.</summary>
    public double? Share(string name) => Scalar(name) is { } scalar ? ShareIn(scalar, name) : null;

    public int? Whole(string name)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        if (!scalar.IsQuoted && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole))
        {
            return whole;
        }

        Tell(scalar.Line, $"'{name}' should be a whole number, but is {scalar.Kind}.");
        return null;
    }

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
            "Write 2024-25 for a financial year or 2024 for a calendar year."
        );
        return null;
    }

    /// <summary><c> Did you mean 2025-26?</c> with a space before it; empty where it is not clear which year is meant.</summary>
    public static string YearHint(string text) => Quantities.PriceYear.Nearest(text) is { } year ? $" Did you mean {year}?" : "";

    public Fields? Block(string name, Form form) => this[name] is { } node ? Of(form, node, File, Join(name), _problems) : null;

    /// <summary>The items of a list; a single value is told.</summary>
    public IReadOnlyList<YamlNode> Items(string name)
    {
        switch (this[name])
        {
            case null:
                return [];
            case YamlList list:
                return list.Items;
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

    /// <summary>Names that the user chose, with what stands beside them.</summary>
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
            if (item is YamlScalar { IsEmpty: false } scalar)
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

    public double? NumberIn(YamlScalar scalar, string name)
    {
        string text = scalar.Text;
        bool isPercent = text.EndsWith('%');
        string digits = isPercent ? text[..^1].TrimEnd() : text;
        if (scalar.IsQuoted && NumberText.IsNumber(digits))
        {
            Tell(scalar.Line, $"'{name}' is '{text}' in quotes, which is text.", $"Write {text} without quotes.");
        }
        else if (
            NumberText.IsNumber(digits)
            && double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
            && double.IsFinite(number)
        )
        {
            return isPercent ? number / 100 : number;
        }
        else
        {
            Tell(scalar.Line, $"'{name}' is {scalar.Kind}, which is not a number.", NumberText.Remedy(digits));
        }

        return null;
    }

    public double? ShareIn(YamlScalar scalar, string name)
    {
        if (NumberIn(scalar, name) is not { } share)
        {
            return null;
        }

        bool isPercent = scalar.Text.EndsWith('%');
        if (!isPercent && share >= 1)
        {
            string shown = share.ToString("0.####", CultureInfo.InvariantCulture);
            Tell(
                scalar.Line,
                $"'{name}' is {scalar.Text}, but a share is written as a percentage or as a fraction below 1.",
                share == 1 ? "Did you mean 100 % or 1 %? Write 100% or 1%." : $"Did you mean {shown} %? Write {shown}%."
            );
            return null;
        }

        if (share is < 0 or > 1)
        {
            Tell(scalar.Line, $"'{name}' is {scalar.Text}, but a share lies between 0 % and 100 %.");
            return null;
        }

        return share;
    }

    /// <summary>Adds a problem of this block.</summary>
    public void Tell(int line, string message, string? remedy = null) => _problems.Add(File, line, Prefix(Where) + message, remedy);

    public string Join(string name) => Where.Length == 0 ? name : $"{Where}.{name}";

    private static string Prefix(string where) => where.Length == 0 ? "" : where + ": ";

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsMissing(YamlNode? node) => node is null or YamlScalar { IsEmpty: true };
}
