using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Sroi.Presentation.Pages;

namespace Sroi.Notebooks.Showing;

/// <summary>An object without its own view, as a short table of its properties or items, with all text escaped.</summary>
internal static class ObjectPage
{
    private const int MostItems = 20,
        MostColumns = 20,
        MostProperties = 60,
        MostSimpleItems = 200;

    /// <summary>The page of an object.</summary>
    public static Page Of(object value)
    {
        try
        {
            return value switch
            {
                IDictionary entries => Pairs(entries),
                IEnumerable items => Items(items),
                _ => Properties(value),
            };
        }
        catch (Exception error)
        {
            return new([new PageBlock.Line($"{ObjectText.NameOf(value.GetType())} cannot be read: {error.Message}", Tone.Plain)]);
        }
    }

    private static Page Properties(object value)
    {
        ImmutableArray<ObjectProperty> properties = ObjectProperty.Of(value.GetType());
        PageRow[] rows = [.. properties.Take(MostProperties).Select(property => Row(property.Name, Cell(property, value)))];
        return rows.Length == 0
            ? new([new PageBlock.Line(ObjectText.NameOf(value.GetType()), Tone.Plain)])
            : TablePage(ObjectText.NameOf(value.GetType()), ["property", "value"], rows, properties.Length - MostProperties, "properties");
    }

    private static Page Pairs(IDictionary entries)
    {
        List<PageRow> rows = [];
        foreach (DictionaryEntry entry in entries)
        {
            if (rows.Count == MostItems)
            {
                break;
            }

            rows.Add(Row(ObjectText.Of(entry.Key), ObjectText.Of(entry.Value)));
        }

        return TablePage(null, ["key", "value"], rows, entries.Count - MostItems, "entries");
    }

    // An endless sequence is read only as far as it is shown.
    private static Page Items(IEnumerable sequence)
    {
        object?[] read = [.. sequence.Cast<object?>().Take(MostSimpleItems + 1)];
        if (read.All(item => item is null || ObjectText.IsText(item) || item is IConvertible))
        {
            string rest = read.Length > MostSimpleItems ? ", …" : "";
            return new([new PageBlock.Line($"[{string.Join(", ", read.Take(MostSimpleItems).Select(ObjectText.Of))}{rest}]", Tone.Plain)]);
        }

        ImmutableArray<ObjectProperty> columns =
        [
            .. read.OfType<object>().SelectMany(item => ObjectProperty.Of(item.GetType())).DistinctBy(property => property.Name).Take(MostColumns),
        ];
        return columns.IsEmpty
            ? TablePage(null, ["item"], read.Take(MostItems).Select(item => Row(ObjectText.Of(item))), read.Length - MostItems, "items")
            : TablePage(
                null,
                columns.Select(column => column.Name),
                read.Take(MostItems).Select(item => Row([.. columns.Select(column => Own(column, item))])),
                read.Length - MostItems,
                "items"
            );
    }

    private static string Own(ObjectProperty column, object? item) =>
        item is not null && ObjectProperty.Of(item.GetType()).FirstOrDefault(own => own.Name == column.Name) is { } own ? Cell(own, item) : "";

    private static string Cell(ObjectProperty property, object of) => ObjectText.Read(() => ObjectText.Of(property.Read(of)));

    private static Page TablePage(string? title, IEnumerable<string> headings, IEnumerable<PageRow> rows, int more, string what)
    {
        PageBlock.Table table = new(new(title, [.. headings.Select(heading => new PageColumn(heading, IsNumber: false))], [.. rows]));
        return more <= 0
            ? new([table])
            : new([table, new PageBlock.Line(string.Create(CultureInfo.InvariantCulture, $"There are more {what} than are shown."), Tone.Faint)]);
    }

    private static PageRow Row(params string[] cells) => new([.. cells], Tone.Plain);
}
