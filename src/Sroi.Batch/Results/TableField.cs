using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>A column of a data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Unit">Its unit; empty for names and numbers of things.</param>
/// <param name="Meaning">What it is.</param>
public sealed record TableField(string Name, ColumnKind Kind, string Unit, string Meaning)
{
    internal static TableField Number(string name, string unit, string meaning) => new(name, ColumnKind.Number, unit, meaning);

    internal static TableField Count(string name, string meaning) => new(name, ColumnKind.Count, "", meaning);

    internal static TableField Text(string name, string meaning) => new(name, ColumnKind.Text, "", meaning);

    internal static TableField Truth(string name, string meaning) => new(name, ColumnKind.Truth, "", meaning);
}
