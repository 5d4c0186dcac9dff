using Microsoft.Data.Analysis;
using Sroi.Reports;

namespace Sroi.Presentation;

/// <summary>Tables as data frames, to sort, filter and join.</summary>
public static class DataFrames
{
    /// <summary>A table as a data frame with the same column names; a missing value is null.</summary>
    public static DataFrame ToDataFrame(this ResultTable table) => new(table.Columns.Select((column, index) => Column(table, column, index)));

    private static DataFrameColumn Column(ResultTable table, TableColumn column, int index) =>
        column.Kind switch
        {
            ColumnKind.Number => new DoubleDataFrameColumn(column.Name, table.Rows.Select(row => (double?)row[index])),
            ColumnKind.Count => new Int64DataFrameColumn(
                column.Name,
                table.Rows.Select(row => row[index] is { } count ? Convert.ToInt64(count, null) : (long?)null)
            ),
            ColumnKind.Truth => new BooleanDataFrameColumn(column.Name, table.Rows.Select(row => (bool?)row[index])),
            _ => new StringDataFrameColumn(column.Name, table.Rows.Select(row => (string?)row[index])),
        };
}
