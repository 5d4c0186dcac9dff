using System.Globalization;
using Spectre.Console;
using Sroi.Quantities;

namespace Sroi.Cli.Tables;

/// <summary>The look that all tables share.</summary>
internal static class Layout
{
    public static Table Table(string? title, params (string Heading, bool IsNumber)[] columns)
    {
        Table table = new() { Border = TableBorder.Simple, Expand = false };
        if (title is not null)
        {
            table.Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold));
        }

        foreach ((string heading, bool isNumber) in columns)
        {
            TableColumn column = new(Markup.Escape(heading)) { Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = isNumber };
            table.AddColumn(column);
        }

        return table;
    }

    extension(Table table)
    {
        public void Row(IReadOnlyList<string> cells, string? style = null) =>
            table.AddRow([.. cells.Select(cell => new Markup(style is null ? Markup.Escape(cell) : $"[{style}]{Markup.Escape(cell)}[/]"))]);

        public void Row(string label, string value, string? style = null) => table.Row([label, value], style);
    }

    /// <summary>A line of running text, wrapped to the width.</summary>
    public static void Line(IAnsiConsole console, string text, string? style = null) =>
        console.MarkupLine(style is null ? Markup.Escape(text) : $"[{style}]{Markup.Escape(text)}[/]");

    public static string Money(double? amount) => amount is { } known ? Figures.Pounds(known) : "undefined";

    /// <summary>Pounds without the sign and the pence, for columns.</summary>
    public static string Whole(double amount)
    {
        string digits = Math.Abs(amount).ToString("N0", CultureInfo.InvariantCulture);
        return amount < 0 && digits != "0" ? "−" + digits : digits;
    }

    public static string Number(double? value, string format) => value is { } known ? known.ToString(format, CultureInfo.InvariantCulture) : "none";
}
