using System.Collections.Immutable;
using System.Globalization;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Batch.Plans.Reading;

/// <summary>An axis with the values that it takes.</summary>
internal sealed record PlannedAxis
{
    /// <summary>What it is in results.</summary>
    public required PlanAxis Axis { get; init; }

    /// <summary>Its values; empty for a range and for the column of a table.</summary>
    public ImmutableArray<PlannedValue> Values { get; init; } = [];

    /// <summary>Its lowest and highest value; null for values and for the column of a table.</summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>Whether its numbers are shares.</summary>
    public required bool IsShare { get; init; }

    /// <summary>The price year of its values; null for that of the parameter.</summary>
    public PriceYear? PriceYear { get; init; }

    /// <summary>Its line in the plan.</summary>
    public required int Line { get; init; }

    /// <summary>The value at a point of its range or among its values.</summary>
    /// <param name="part">From 0 to below 1.</param>
    public PlannedValue At(double part) =>
        Range is var (from, to) ? PlannedValue.Of(from + (part * (to - from)), IsShare, Line) : Values[(int)(part * Values.Length)];

    /// <summary>The change that gives a number of the axis a value.</summary>
    public ChangeEntry Change(string id, PlannedValue value, string file, string plan)
    {
        YamlNode node = PriceYear is { } year
            ? new YamlMap(
                [new("value", value.Scalar, value.Scalar.Line), new("price_year", Plain(year.ToString(), value), value.Scalar.Line)],
                value.Scalar.Line
            )
            : value.Scalar;
        return new(id, node, file, value.Scalar.Line, $"batch plan {plan}", Author: null);
    }

    private static YamlScalar Plain(string text, PlannedValue value) => new(text, IsQuoted: false, value.Scalar.Line);
}

/// <summary>A value of an axis.</summary>
/// <param name="Number">The value.</param>
/// <param name="Scalar">The value as a file would write it, and its position.</param>
internal sealed record PlannedValue(double Number, YamlScalar Scalar)
{
    /// <summary>A value that was computed.</summary>
    public static PlannedValue Of(double number, bool isShare, int line)
    {
        // A share of one is written as a percentage; a fraction is taken as it is.
        string text = isShare && number >= 1 ? Text(number * 100) + "%" : Text(number);
        return new(number, new(text, IsQuoted: false, line));
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
